"""How far the release proves an order: beside cells that are not shown, and within what a source rounded off."""

from __future__ import annotations

import math

from internationals.definitions import measures
from internationals.pages.quantities import Line
from internationals.pages.scope import Scope
from internationals.shapes import Cell, Status


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
    return min(max(0, room(scope, found, whole)), scope.hidden_at_most(line))


def room(scope: Scope, line: Line, whole: str | None) -> float:
    """The most that the cells without a number can hold together: `whole` less what is known; else no bound."""
    total = Cell(None, Status.MISSING) if whole is None else scope.number(whole).cell
    known = [cell for cell in line.cells.values() if cell.value is not None]
    return measures.highest(measures.change(measures.added(known), total))


def largest(number: float) -> Cell:
    """The largest that a number can be as a cell; missing when there is no bound."""
    return Cell(number) if number < math.inf else Cell(None, Status.MISSING)


def surely_among(line: Line, code: str, k: int) -> bool:
    """Whether a code is among the first k for all true numbers within the margins; exact numbers always are."""
    own = line.cells[code]
    others = [cell for other, cell in line.cells.items() if other != code and cell.value is not None]
    if not own.margin and not any(cell.margin for cell in others):
        return True
    return sum(measures.above(own, cell) is not True for cell in others) < k
