"""One of several: the largest increase, the only decrease, all of them."""

from __future__ import annotations

from internationals.definitions import measures
from internationals.pages.quantities import Line, numbers
from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict, every
from internationals.shapes import Cell, Status

_ZERO = Cell(0.0)


def one_largest(scope: Scope, line: str) -> Verdict:
    """One code, and only one, has the largest number, above zero. `leader` names it."""
    found = scope.line(line)
    return every(_signs(found, 1)) if len(found.cells) == 1 else _one_extreme(found, 1)


def several_largest(scope: Scope, line: str) -> Verdict:
    """Two codes or more share the largest number, which is above zero. `leader` names them."""
    found = scope.line(line)
    if None in _signs(found, 1):
        return None
    values = sorted(numbers(found).values(), reverse=True)
    if len(values) < 2 or values[0] <= 0:
        return False
    leaders = sorted(found.cells.values(), key=lambda cell: -(cell.value or 0))[:2]
    if any(cell.margin for cell in leaders):
        # Numbers that are rounded alike need not be alike; those that are far apart are not.
        return False if _one_extreme(found, 1) is True else None
    return values[0] == values[1]


def largest_increase(scope: Scope, changes: str) -> Verdict:
    """One code, and only one, has the largest change, and it is above zero. `leader` names it."""
    return _one_extreme(scope.line(changes), 1)


def largest_decrease(scope: Scope, changes: str) -> Verdict:
    """One code, and only one, has the smallest change, and it is below zero. `last` names it."""
    return _one_extreme(scope.line(changes), -1)


def only_increase(scope: Scope, changes: str) -> Verdict:
    """Exactly one change is above zero, of at least two. `risers` names it."""
    return _only(scope.line(changes), 1)


def only_decrease(scope: Scope, changes: str) -> Verdict:
    """Exactly one change is below zero, of at least two. `fallers` names it."""
    return _only(scope.line(changes), -1)


def all_increase(scope: Scope, changes: str) -> Verdict:
    """Every change, of at least two, is above zero."""
    return _all(scope.line(changes), 1)


def all_decrease(scope: Scope, changes: str) -> Verdict:
    """Every change, of at least two, is below zero."""
    return _all(scope.line(changes), -1)


def _signs(line: Line, sign: int) -> list[Verdict]:
    verdicts = [
        measures.above(cell, _ZERO) if sign > 0 else measures.above(_ZERO, cell)
        for cell in line.cells.values()
    ]
    return verdicts if line.status is Status.NORMAL else [*verdicts, None]


def _one_extreme(line: Line, sign: int) -> Verdict:
    if None in _signs(line, sign):
        return None
    cells = sorted(line.cells.values(), key=lambda cell: (cell.value or 0) * -sign)
    if len(cells) < 2 or (cells[0].value or 0) * sign <= 0:
        return False
    first = cells[0]
    return every(
        measures.above(first, other) if sign > 0 else measures.above(other, first) for other in cells[1:]
    )


def _only(line: Line, sign: int) -> Verdict:
    verdicts = _signs(line, sign)
    if len(verdicts) < 2 or verdicts.count(True) > 1:
        return False
    return None if None in verdicts else verdicts.count(True) == 1


def _all(line: Line, sign: int) -> Verdict:
    verdicts = _signs(line, sign)
    return every(verdicts) if len(verdicts) > 1 else False
