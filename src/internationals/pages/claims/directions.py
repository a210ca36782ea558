"""A number against an earlier one: up, down, as good as equal; slightly or strongly.

Both are compared as they are printed, so that no sentence says that 11.6% rose to 11.6%.
"""

from __future__ import annotations

from internationals.definitions import measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Number
from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict
from internationals.shapes import Status


def increase(scope: Scope, end: str, *, since: str) -> Verdict:
    """The end is above the start."""
    pair = _printed(scope, end, since)
    return None if pair is None else pair[1] > pair[0]


def decrease(scope: Scope, end: str, *, since: str) -> Verdict:
    """The end is below the start."""
    pair = _printed(scope, end, since)
    return None if pair is None else pair[1] < pair[0]


def steady(scope: Scope, end: str, *, since: str) -> Verdict:
    """Both are printed the same."""
    pair = _printed(scope, end, since)
    return None if pair is None else pair[1] == pair[0]


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
    pair = _printed(scope, value, than, across_break=True)
    return None if pair is None else pair[1] > pair[0]


def equals(scope: Scope, value: str, *, to: str) -> Verdict:
    """The two numbers are printed the same."""
    pair = _printed(scope, value, to, across_break=True)
    return None if pair is None else pair[1] == pair[0]


def positive(scope: Scope, value: str) -> Verdict:
    """The number, as printed, is above zero."""
    number = scope.number(value)
    cell = number.cell
    return None if cell.value is None else measures.round_half_away(cell.value, number.decimals) > 0


def negative(scope: Scope, value: str) -> Verdict:
    """The number, as printed, is below zero."""
    number = scope.number(value)
    cell = number.cell
    return None if cell.value is None else measures.round_half_away(cell.value, number.decimals) < 0


def _pair(scope: Scope, end: str, since: str) -> tuple[Number, Number]:
    last, first = scope.number(end), scope.number(since)
    if last.unit != first.unit:
        raise UnfitError(f"{end!r} is in {last.unit} and {since!r} in {first.unit}: they cannot be compared.")
    return first, last


def _printed(scope: Scope, end: str, since: str, across_break: bool = False) -> tuple[float, float] | None:
    first, last = _pair(scope, end, since)
    if first.cell.value is None or last.cell.value is None:
        return None
    if last.cell.status is Status.BREAK and not across_break:
        return None
    decimals = max(first.decimals, last.decimals)
    return (
        measures.round_half_away(first.cell.value, decimals),
        measures.round_half_away(last.cell.value, decimals),
    )


def _sized(
    scope: Scope, end: str, since: str, sign: int, *, at_least: float = 0, below: float = float("inf")
) -> Verdict:
    printed = _printed(scope, end, since)
    if printed is None:
        return None
    if (printed[1] - printed[0]) * sign <= 0:
        return False
    first, last = _pair(scope, end, since)
    if first.unit == "persons":
        # Persons by D22, which refuses a percentage on a small base; of a share the base is not its size.
        relative = measures.growth(first.cell, last.cell).value
    elif first.cell.value and last.cell.value is not None:
        relative = 100 * (last.cell.value - first.cell.value) / first.cell.value
    else:
        relative = None
    return None if relative is None else at_least <= relative * sign < below
