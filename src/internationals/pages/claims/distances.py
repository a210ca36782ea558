"""How far apart: one share clearly above another, a large change, a fold, places up or down."""

from __future__ import annotations

import math

from internationals.definitions import measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Number
from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict, every
from internationals.shapes import Status


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
    one, other = larger.cell.value, smaller.cell.value
    if one is None or other is None:
        return None
    points = measures.round_half_away(one - other, 9)
    ratio = measures.round_half_away(other * scope.thresholds["relative_ratio"], 9)
    return every([points >= scope.thresholds["relative_points"], one >= ratio])


def _large(scope: Scope, end: str, since: str, sign: int) -> Verdict:
    last, first = _share(scope, end).cell, _share(scope, since).cell
    if last.value is None or first.value is None or last.status is Status.BREAK:
        return None
    points = measures.round_half_away((last.value - first.value) * sign, 9)
    return points >= scope.thresholds["large_points_from"]


def _short(scope: Scope, times: str) -> float | None:
    value = scope.number(times).cell.value
    return None if value is None else measures.round_half_away(math.ceil(value) - value, 9)


def _moved(scope: Scope, rank: str, since: str, sign: int) -> Verdict:
    now, then = scope.number(rank).cell.value, scope.number(since).cell.value
    return None if now is None or then is None else (now - then) * sign > 0
