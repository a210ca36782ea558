"""How one number stands to another: times as many, places gained, near which simple fraction, from and to."""

from __future__ import annotations

import math
from collections.abc import Mapping

from internationals.definitions import measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import FromTo, Names, Number, without_number
from internationals.pages.scope import Scope
from internationals.pages.wording import words
from internationals.shapes import Cell, Status

# As in thresholds: no more than these are in use as words.
_FRACTIONS = {"1/4": 25.0, "1/3": 100 / 3, "1/2": 50.0, "2/3": 200 / 3, "3/4": 75.0}


def times(scope: Scope, end: str, *, since: str) -> Number:
    """How many times the start the end is, one decimal; not applicable on a start of zero."""
    return Number(measures.ratio(scope.number(end).cell, scope.number(since).cell), "items", 1)


def fold(scope: Scope, times: str) -> Number:
    """The whole number by which an increase is called: 4.84 is nearly 5, 4.5 is over 4; none below nearly 2."""
    cell = scope.number(times).cell
    if cell.value is None:
        return Number(cell, "items")
    gap = measures.round_half_away(math.ceil(cell.value) - cell.value, 9)
    short = gap <= scope.thresholds["nearly_within"]
    for end in (measures.lowest(cell), measures.highest(cell)) if cell.margin else ():
        apart = math.ceil(cell.value) - end
        if not 0 <= apart < 1 or (apart <= scope.thresholds["nearly_within"]) is not short:
            return Number(Cell(None, Status.NOT_APPLICABLE), "items")
    named = math.ceil(cell.value) if short else math.floor(cell.value)
    return Number(Cell(float(named)) if named > 1 else Cell(None, Status.NOT_APPLICABLE), "items")


def places(scope: Scope, rank: str, *, since: str) -> Number:
    """How many places a rank moved up since an earlier one; below zero when it moved down."""
    now, then = scope.number(rank).cell, scope.number(since).cell
    reason = without_number([now, then])
    if reason is not None or now.value is None or then.value is None:
        return Number(Cell(None, reason or Status.MISSING), "items")
    return Number(Cell(then.value - now.value, margin=then.margin + now.margin), "items")


def fraction(scope: Scope, share: str) -> Names:
    """A share as a simple fraction: "nearly two thirds" for 63%. None when no fraction is near enough."""
    number = scope.number(share)
    if number.unit != "percent":
        raise UnfitError(f"{share!r} should be a percentage.")
    if number.cell.value is None:
        return Names({}, number.cell.status)
    value = number.cell.value
    code = min(_FRACTIONS, key=lambda name: abs(_FRACTIONS[name] - value))
    apart = value - _FRACTIONS[code]
    if abs(apart) > scope.thresholds["fraction_within"]:
        return Names({})
    sides = {_side(apart + end, scope.thresholds) for end in (-number.cell.margin, 0.0, number.cell.margin)}
    if len(sides) > 1:
        return Names({})
    form = "{fraction}"
    labels = {}
    for language in scope.languages:
        known = words(language)
        if abs(apart) >= scope.thresholds["fraction_exact_below"]:
            form = known["fraction_above" if apart > 0 else "fraction_below"]
        labels[language] = form.format(fraction=known["fractions"][code])
    return Names({code: labels})


def from_to(scope: Scope, end: str, *, since: str) -> FromTo:
    """Two numbers as the way from one to the other: "from 4,378 to 3,452"."""
    return FromTo(scope.number(since), scope.number(end))


def _side(apart: float, thresholds: Mapping[str, float]) -> int:
    """Above (1), below (-1) or as good as equal to a fraction (0); 2 when it is too far away."""
    if abs(apart) > thresholds["fraction_within"]:
        return 2
    return 0 if abs(apart) < thresholds["fraction_exact_below"] else 1 if apart > 0 else -1
