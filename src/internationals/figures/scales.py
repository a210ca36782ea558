"""From numbers to pixels: round ticks, and a straight scale."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

STEPS = (1, 2, 2.5, 5, 10)
ZERO_WHEN_BELOW = 0.8
"""An axis of lines begins at zero, unless the lowest number is above this share of the highest."""


@dataclass(frozen=True)
class Scale:
    """A straight scale from numbers `low..high` to pixels `start..end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(numbers: Iterable[float], count: int, *, whole: bool, zero: bool = False) -> tuple[float, ...]:
    """About `count` round numbers that enclose `numbers`; the first and the last are the ends of the axis.

    `whole` keeps counts of persons from getting ticks at halves. With `zero`, or when the numbers do not lie
    well above it, the axis contains zero.
    """
    found = list(numbers) or [0.0]
    low, high = min(found), max(found)
    if zero or low < high * ZERO_WHEN_BELOW or high <= 0:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (0.0, 1.0) if low == 0 else (min(low, 0.0), max(high, 0.0))
    step = _round_step((high - low) / count, whole)
    first = math.floor(low / step + 1e-9)
    last = max(first + 1, math.ceil(high / step - 1e-9))
    return tuple(round(position * step, 10) for position in range(first, last + 1))


def tick_decimals(marks: tuple[float, ...]) -> int:
    """The decimals that tell the ticks apart."""
    return next((d for d in range(6) if all(abs(mark - round(mark, d)) < 1e-9 for mark in marks)), 6)


def _round_step(rough: float, whole: bool) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in STEPS if power * factor >= rough * (1 - 1e-9))
    return max(1.0, math.ceil(step - 1e-9)) if whole else step
