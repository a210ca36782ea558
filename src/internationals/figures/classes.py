"""Five classes of equal width from zero, with round bounds, and what they are called."""

from __future__ import annotations

import math
from itertools import pairwise

from internationals import texts
from internationals.definitions.measures import round_half_away
from internationals.figures.scales import tick_decimals
from internationals.shapes import Chart

COUNT = 5
STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def bounds(highest: float, *, whole: bool) -> tuple[float, ...]:
    """The lower bounds of the five classes, the first of which is zero; together they reach the highest number.

    `whole` keeps counts of persons from getting bounds at halves.
    """
    rough = (highest or 1.0) / COUNT
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in STEPS if power * factor >= rough * (1 - 1e-9))
    if whole:
        step = max(1.0, math.ceil(step - 1e-9))
    return tuple(round(step * position, 10) for position in range(COUNT))


def class_of(value: float, lows: tuple[float, ...], decimals: int) -> int:
    """The class of a number as it is printed: what reads 10.0% is not under 10%."""
    printed = round_half_away(value, decimals)
    return max((at for at, low in enumerate(lows) if printed >= low), default=0)


def names(chart: Chart, lows: tuple[float, ...]) -> tuple[str, ...]:
    """ "under 10%", "10% to under 20%", ..., "40% or more"."""
    decimals = tick_decimals(lows)
    written = [texts.amount(chart.language, low, chart.unit, decimals) for low in lows]
    between = (
        texts.word(chart.language, "chart.up_to", low=low, high=high) for low, high in pairwise(written[1:])
    )
    return (
        texts.word(chart.language, "chart.under", value=written[1]),
        *between,
        texts.word(chart.language, "chart.at_least", value=written[-1]),
    )
