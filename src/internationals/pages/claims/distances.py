"""How far apart: one share clearly above another, a large change, a fold, places up or down."""

from __future__ import annotations

import math

from internationals.definitions import measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Number
from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict, every
from internationals.shapes import Cell, Status


def clearly_above(scope: Scope, share: str, *, than: str) -> Verdict:
    """A share in one group is as far above the share in another as D23 asks: in points and in times."""
    return _clearly(scope, _share(scope, share), _share(scope, than))


def clearly_below(scope: Scope, share: str, *, than: str) -> Verdict:
    """A share in one group is as far below the share in another."""
    return _clearly(scope, _share(scope, than), _share(scope, share))


def large_rise(scope: Scope, share: str, *, since: str) -> Verdict:
    """A share is at least `large_points_from` percentage points above an earlier one."""
    return _large(scope, share, since, 1)


def large_fall(scope: Scope, share: str, *, since: str) -> Verdict:
    """A share is at least `large_points_from` percentage points below an earlier one."""
    return _large(scope, share, since, -1)


def nearly_times(scope: Scope, times: str) -> Verdict:
    """An increase falls short of a whole number of times, by no more than `nearly_within`."""
    short = _short(scope, times)
    return None if short is None else 0 < short <= scope.thresholds["nearly_within"]


def over_times(scope: Scope, times: str) -> Verdict:
    """An increase is more than the whole number of times by which `fold` calls it."""
    short = _short(scope, times)
    return None if short is None else short > scope.thresholds["nearly_within"]


def moved_up(scope: Scope, rank: str, *, since: str) -> Verdict:
    """A place in an order is nearer to the first than an earlier one."""
    return _moved(scope, rank, since, -1)


def moved_down(scope: Scope, rank: str, *, since: str) -> Verdict:
    """A place in an order is further from the first than an earlier one."""
    return _moved(scope, rank, since, 1)


def _share(scope: Scope, name: str) -> Number:
    number = scope.number(name)
    if number.unit != "percent":
        raise UnfitError(f"{name!r} should be a percentage.")
    return number


def _clearly(scope: Scope, larger: Number, smaller: Number) -> Verdict:
    one, other = larger.cell, smaller.cell
    if one.value is None or other.value is None:
        return None
    times = scope.thresholds["relative_ratio"]
    scaled = Cell(other.value * times, margin=other.margin * times)
    return every(
        [
            measures.at_least(measures.change(other, one), scope.thresholds["relative_points"]),
            measures.at_least(measures.change(scaled, one), 0),
        ]
    )


def _large(scope: Scope, end: str, since: str, sign: int) -> Verdict:
    last, first = _share(scope, end).cell, _share(scope, since).cell
    if last.value is None or first.value is None or last.status is Status.BREAK:
        return None
    risen = measures.change(first, last) if sign > 0 else measures.change(last, first)
    return measures.at_least(risen, scope.thresholds["large_points_from"])


def _short(scope: Scope, times: str) -> float | None:
    """How far a number of times is under the next whole one; None when that, or on which side, is not certain."""
    cell = scope.number(times).cell
    if cell.value is None or math.isinf(cell.margin):
        return None
    shorts = [math.ceil(cell.value) - end for end in (measures.lowest(cell), measures.highest(cell))]
    same = {(short < 0, short >= 1, 0 < short <= scope.thresholds["nearly_within"]) for short in shorts}
    return measures.round_half_away(math.ceil(cell.value) - cell.value, 9) if len(same) == 1 else None


def _moved(scope: Scope, rank: str, since: str, sign: int) -> Verdict:
    now, then = scope.number(rank).cell, scope.number(since).cell
    return measures.above(now, then) if sign > 0 else measures.above(then, now)
