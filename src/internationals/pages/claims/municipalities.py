"""Places in an order, and whether places differ."""

from __future__ import annotations

from internationals.definitions import measures
from internationals.pages.scope import Scope
from internationals.pages.values.leaders import SHARED
from internationals.pages.verdicts import Verdict
from internationals.shapes import Cell, Status


def is_first(scope: Scope, rank: str) -> Verdict:
    """A place in an order is the first."""
    value = scope.number(rank).cell.value
    return None if value is None else value == 1


def is_not_first(scope: Scope, rank: str) -> Verdict:
    """A place in an order is not the first."""
    value = scope.number(rank).cell.value
    return None if value is None else value > 1


def same_place(scope: Scope, rank: str, *, since: str) -> Verdict:
    """A place in an order is the same as an earlier one."""
    now, then = scope.number(rank).cell.value, scope.number(since).cell.value
    return None if now is None or then is None else now == then


def all_different(scope: Scope, names: str) -> Verdict:
    """No two of several names are the same; where several share a lead, none of them is a name elsewhere."""
    found = scope.names(names)
    if found.status is not Status.NORMAL:
        return None
    each = [name for text in found.labels.values() for name in text[scope.first_language].split(SHARED)]
    return len(found.labels) > 1 and len(set(each)) == len(each)


def are_highest(scope: Scope, names: str, *, of: str) -> Verdict:
    """No other code of a line has a number above that of any of the names."""
    return _extreme(scope, names, of, 1)


def are_lowest(scope: Scope, names: str, *, of: str) -> Verdict:
    """No other code of a line has a number below that of any of the names."""
    return _extreme(scope, names, of, -1)


def _extreme(scope: Scope, names: str, of: str, sign: int) -> Verdict:
    found, line = scope.names(names), scope.line(of)
    if found.status is not Status.NORMAL or not found.labels:
        return None
    named = [line.cells.get(code, Cell(None, Status.MISSING)) for code in found.labels]
    others = [cell for code, cell in line.cells.items() if code not in found.labels]
    if any(cell.value is None for cell in (*named, *others)):
        return None
    verdicts = [
        measures.above(other, cell) if sign > 0 else measures.above(cell, other)
        for cell in named
        for other in others
    ]
    return None if None in verdicts else True not in verdicts


def same_names(scope: Scope, names: str, *, to: str) -> Verdict:
    """Two values have the same codes, in whatever order: `{same_names: three, to: largest}`."""
    found, other = scope.names(names), scope.names(to)
    if found.status is not Status.NORMAL or other.status is not Status.NORMAL:
        return None
    return set(found.labels) == set(other.labels)
