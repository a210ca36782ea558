"""Measures over released cells: rounding, shares, growth, ranks (D21, D22, D28).

Every measure is computed from unrounded cells and is itself unrounded. Where an input has no number the
result has none either, for the same reason: suppressed before missing, not yet there, not applicable.
A number from a provisional input is provisional, one from an input at a break stands at a break.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from internationals.shapes import Cell, DataError, Status

SMALLEST_BASE = 10
"""A percentage of growth on a base below this says nothing (D22)."""

_PRECEDENCE = (
    Status.SUPPRESSED,
    Status.MISSING,
    Status.NOT_YET,
    Status.NOT_APPLICABLE,
    Status.PROVISIONAL,
    Status.BREAK,
    Status.NORMAL,
)
# Far finer than any published decimal, far coarser than the noise of binary floats around a percentage.
_NOISE = Decimal("1e-12")


def round_half_away(value: float, decimals: int = 0) -> float:
    """The value at so many decimals, halves away from zero (D22): 0.25 becomes 0.3 and -0.25 becomes -0.3.

    Raises DataError for a value that is not finite.
    """
    if not math.isfinite(value):
        raise DataError(f"{value} cannot be rounded; expected a finite number.")
    without_noise = Decimal(repr(float(value))).quantize(_NOISE, ROUND_HALF_UP)
    rounded = float(without_noise.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
    return rounded + 0.0  # minus zero becomes zero


def share(part: Cell, whole: Cell) -> Cell:
    """The part in percent of the whole; not applicable when the whole is zero."""
    status = _status(part, whole)
    if part.value is None or whole.value is None:
        return Cell(None, status)
    if whole.value == 0:
        return Cell(None, Status.NOT_APPLICABLE)
    return Cell(100 * part.value / whole.value, status)


def change(start: Cell, end: Cell) -> Cell:
    """End less start, in the unit of the cells."""
    status = _status(start, end)
    if start.value is None or end.value is None:
        return Cell(None, status)
    return Cell(end.value - start.value, status)


def growth(start: Cell, end: Cell) -> Cell:
    """Growth from start to end in percent of the start; not applicable on a base below ten."""
    status = _status(start, end)
    if start.value is None or end.value is None:
        return Cell(None, status)
    if start.value < SMALLEST_BASE:
        return Cell(None, Status.NOT_APPLICABLE)
    return Cell(100 * (end.value - start.value) / start.value, status)


def points(start: Cell, end: Cell) -> Cell:
    """The change between two shares in percentage points; both in percent and unrounded."""
    return change(start, end)


def rank(values: Mapping[str, Cell]) -> dict[str, int | None]:
    """The rank of each code by descending value (D21): ties share the best rank and the next rank skips.

    A cell without a number has no rank.
    """
    numbers = [cell.value for cell in values.values() if cell.value is not None]
    return {
        code: None if (value := cell.value) is None else 1 + sum(number > value for number in numbers)
        for code, cell in values.items()
    }


def top(values: Mapping[str, Cell], k: int) -> tuple[str, ...]:
    """The codes ranked k or better, highest first; ties at the last place are all named.

    So there can be more than k of them. Codes with equal values stand in the order of the mapping.
    """
    ranked = [(place, code) for code, place in rank(values).items() if place is not None and place <= k]
    return tuple(code for _, code in sorted(ranked, key=lambda entry: entry[0]))


def one_in(percentage: Cell) -> Cell:
    """N of "one in N" (D28): the whole number nearest to 100 / share; not applicable for a share of zero."""
    if percentage.value is None:
        return percentage
    if percentage.value <= 0:
        return Cell(None, Status.NOT_APPLICABLE)
    return Cell(round_half_away(100 / percentage.value), percentage.status)


def _status(*cells: Cell) -> Status:
    return min((cell.status for cell in cells), key=_PRECEDENCE.index)
