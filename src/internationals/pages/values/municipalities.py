"""Municipalities beside each other: which exist, and which lie at the border."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions import borders, measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Line, Names
from internationals.pages.scope import Scope
from internationals.shapes import Status


def existing(scope: Scope, line: str) -> Line:
    """The places to which a share applies: a municipality that was merged, or is still to come, has no residents.

    One of which the number is not known is kept: it exists.
    """
    found = scope.line(line)
    return _only(
        found, [code for code, cell in found.cells.items() if cell.status is not Status.NOT_APPLICABLE]
    )


def at_border(scope: Scope, line: str) -> Line:
    """The municipalities of a line with a land border."""
    found = scope.line(line)
    return _only(found, [code for code in found.cells if borders.is_border(code)])


def inland(scope: Scope, line: str) -> Line:
    """The municipalities of a line without a land border."""
    found = scope.line(line)
    return _only(found, [code for code in found.cells if not borders.is_border(code)])


def with_own(scope: Scope, line: str, *, of: str) -> Line:
    """A line of some of another line's codes, and after them that of the own municipality, if it is not there."""
    found, every = scope.line(line), scope.line(of)
    more = [code for code in scope.names("own").labels if code in every.cells and code not in found.cells]
    codes = [*found.cells, *more]
    return replace(
        found,
        labels={code: every.labels[code] for code in codes},
        cells={code: every.cells[code] for code in codes},
    )


def lowest(scope: Scope, line: str, *, k: int) -> Names:
    """The k smallest of a line, with all that share the last place.

    Nothing when a number is not shown, and nothing when these are all of the line: none is then low beside another.
    """
    if not isinstance(k, int) or k < 1:
        raise UnfitError(f"`k` is a whole number from 1, and here it is {k!r}.")
    found = scope.line(line)
    if any(cell.value is None for cell in found.cells.values()):
        return Names({}, Status.MISSING)
    turned = {
        code: replace(cell, value=-cell.value) for code, cell in found.cells.items() if cell.value is not None
    }
    smallest = measures.top(turned, k)
    if len(smallest) == len(found.cells):
        return Names({}, Status.MISSING)
    return Names({code: found.labels[code] for code in smallest})


def _only(line: Line, codes: list[str]) -> Line:
    return replace(
        line,
        labels={code: line.labels[code] for code in codes},
        cells={code: line.cells[code] for code in codes},
        status=line.status if codes or line.status is not Status.NORMAL else Status.MISSING,
    )
