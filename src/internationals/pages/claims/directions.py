"""A number against an earlier one: up, down, as good as equal; slightly or strongly.

Both are compared as they are printed, so that no sentence says that 11.6% rose to 11.6%. Numbers that their source
has rounded are compared for every true number within their margins: what holds only for some is unknown.
"""

from __future__ import annotations

import math

from internationals.definitions import measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Number
from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict
from internationals.shapes import Cell, Status

Span = tuple[float, float] | None
_NOTHING: Span = (0.0, 0.0)


def increase(scope: Scope, end: str, *, since: str) -> Verdict:
    """The end is above the start."""
    return _above(_printed(scope, end, since))


def decrease(scope: Scope, end: str, *, since: str) -> Verdict:
    """The end is below the start."""
    return _below(_printed(scope, end, since))


def steady(scope: Scope, end: str, *, since: str) -> Verdict:
    """Both are printed the same."""
    return _same(_printed(scope, end, since))


def slight_increase(scope: Scope, end: str, *, since: str) -> Verdict:
    """An increase of less than `slight_below` percent."""
    return _sized(scope, end, since, 1, below=scope.thresholds["slight_below"])


def strong_increase(scope: Scope, end: str, *, since: str) -> Verdict:
    """An increase of at least `strong_from` percent."""
    return _sized(scope, end, since, 1, at_least=scope.thresholds["strong_from"])


def slight_decrease(scope: Scope, end: str, *, since: str) -> Verdict:
    """A decrease of less than `slight_below` percent."""
    return _sized(scope, end, since, -1, below=scope.thresholds["slight_below"])


def strong_decrease(scope: Scope, end: str, *, since: str) -> Verdict:
    """A decrease of at least `strong_from` percent."""
    return _sized(scope, end, since, -1, at_least=scope.thresholds["strong_from"])


def exceeds(scope: Scope, value: str, *, than: str) -> Verdict:
    """The one number is above the other: two groups, two growths, arrivals and departures."""
    return _above(_printed(scope, value, than, across_break=True))


def equals(scope: Scope, value: str, *, to: str) -> Verdict:
    """The two numbers are printed the same."""
    return _same(_printed(scope, value, to, across_break=True))


def positive(scope: Scope, value: str) -> Verdict:
    """The number, as printed, is above zero."""
    number = scope.number(value)
    return _above((_NOTHING, _span(number.cell, number.decimals)))


def negative(scope: Scope, value: str) -> Verdict:
    """The number, as printed, is below zero."""
    number = scope.number(value)
    return _below((_NOTHING, _span(number.cell, number.decimals)))


def _pair(scope: Scope, end: str, since: str) -> tuple[Number, Number]:
    last, first = scope.number(end), scope.number(since)
    if last.unit != first.unit:
        raise UnfitError(f"{end!r} is in {last.unit} and {since!r} in {first.unit}: they cannot be compared.")
    return first, last


def _printed(scope: Scope, end: str, since: str, across_break: bool = False) -> tuple[Span, Span]:
    """Start and end as they are printed; unknown where the end stands at a break in its series."""
    first, last = _pair(scope, end, since)
    if last.cell.status is Status.BREAK and not across_break:
        return None, None
    decimals = max(first.decimals, last.decimals)
    return _span(first.cell, decimals), _span(last.cell, decimals)


def _span(cell: Cell, decimals: int) -> Span:
    """The smallest and the largest true number, as they would be printed."""
    if cell.value is None or math.isinf(cell.margin):
        return None
    ends = (measures.lowest(cell), measures.highest(cell))
    return measures.round_half_away(ends[0], decimals), measures.round_half_away(ends[1], decimals)


def _above(pair: tuple[Span, Span]) -> Verdict:
    start, end = pair
    if start is None or end is None:
        return None
    if end[0] > start[1]:
        return True
    return False if end[1] <= start[0] else None


def _below(pair: tuple[Span, Span]) -> Verdict:
    return _above((pair[1], pair[0]))


def _same(pair: tuple[Span, Span]) -> Verdict:
    start, end = pair
    if start is None or end is None:
        return None
    if len({*start, *end}) == 1:
        return True
    return False if end[0] > start[1] or end[1] < start[0] else None


def _sized(
    scope: Scope, end: str, since: str, sign: int, *, at_least: float = 0, below: float = float("inf")
) -> Verdict:
    printed = _printed(scope, end, since)
    moved = _above(printed) if sign > 0 else _below(printed)
    if moved is not True:
        return moved
    first, last = _pair(scope, end, since)
    if first.unit == "persons":
        # Persons by D22, which refuses a percentage on a small base; of a share the base is not its size.
        relative = measures.growth(first.cell, last.cell)
    elif first.cell.value and last.cell.value is not None:
        size = 100 * (last.cell.value - first.cell.value) / first.cell.value
        relative = Cell(size, margin=100 * measures.ratio(last.cell, first.cell).margin)
    else:
        return None
    if relative.value is None:
        return None
    ends = [(relative.value + side * relative.margin) * sign for side in (-1, 1)]
    within = {at_least <= size < below for size in ends}
    # Of two ends beyond opposite sides of the range, what lies between may be inside.
    if min(ends) < at_least and max(ends) >= below:
        return None
    return within.pop() if len(within) == 1 else None


def all_rise(scope: Scope, values: list[str]) -> Verdict:
    """Each of several changes or growths, as printed, is above zero."""
    if not isinstance(values, list) or not values:
        raise UnfitError("`all_rise` takes a list of names.")
    verdicts = [positive(scope, value) for value in values]
    return None if None in verdicts else all(verdicts)
