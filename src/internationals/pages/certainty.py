"""How far the release proves an order: beside cells that are not shown, and within what a source rounded off."""

from __future__ import annotations

import math

from internationals.definitions import measures
from internationals.pages.quantities import Line, numbers
from internationals.pages.scope import Scope
from internationals.shapes import Status


def most_hidden(scope: Scope, line: str, whole: str | None = None) -> float:
    """The largest number that any single cell of a line without a number can hold; 0 when there is none.

    All of them together hold at most `whole` less what is known. Beside that a table can promise how large what it
    withholds is at most; that says nothing about a sum of such cells.
    """
    found = scope.line(line)
    without = [cell.status for cell in found.cells.values() if cell.value is None]
    if not without:
        return 0
    if any(status is not Status.SUPPRESSED for status in without):
        return math.inf
    limits = [math.inf]
    total = None if whole is None else scope.number(whole).cell.value
    if total is not None:
        limits.append(max(0, total - sum(numbers(found).values())))
    limits.append(scope.hidden_at_most(line))
    return min(limits)


def surely_among(line: Line, code: str, k: int) -> bool:
    """Whether a code is among the first k for all true numbers within the margins; exact numbers always are."""
    own = line.cells[code]
    others = [cell for other, cell in line.cells.items() if other != code and cell.value is not None]
    if not own.margin and not any(cell.margin for cell in others):
        return True
    return sum(measures.above(own, cell) is not True for cell in others) < k
