"""Measures over released cells: rounding, shares, growth, ranks (D21, D22, D28).

Every measure is computed from unrounded cells and is itself unrounded. Where an input has no number the
result has none either, for the same reason: suppressed before missing, not yet there, not applicable.
A number from a provisional input is provisional, one from an input at a break stands at a break.

Where a source rounds, its cells have a margin, and every measure passes on the worst case: no true numbers
within the margins of the inputs give a result outside the margin of the output. Margins of a sum or a
difference add up; those of a ratio follow from the smallest part of the largest whole, and the reverse.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
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
    Status.ROUNDED,
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
    return Cell(100 * part.value / whole.value, status, 100 * _of_ratio(part, whole))


def change(start: Cell, end: Cell) -> Cell:
    """End less start, in the unit of the cells."""
    status = _status(start, end)
    if start.value is None or end.value is None:
        return Cell(None, status)
    return Cell(end.value - start.value, status, start.margin + end.margin)


def growth(start: Cell, end: Cell) -> Cell:
    """Growth from start to end in percent of the start; not applicable on a base below ten."""
    status = _status(start, end)
    if start.value is None or end.value is None:
        return Cell(None, status)
    if start.value < SMALLEST_BASE:
        return Cell(None, Status.NOT_APPLICABLE)
    return Cell(100 * (end.value - start.value) / start.value, status, 100 * _of_ratio(end, start))


def ratio(end: Cell, start: Cell) -> Cell:
    """How many times the start the end is; not applicable on a start of zero."""
    status = _status(start, end)
    if start.value is None or end.value is None:
        return Cell(None, status)
    if start.value == 0:
        return Cell(None, Status.NOT_APPLICABLE)
    return Cell(end.value / start.value, status, _of_ratio(end, start))


def added(cells: Iterable[Cell]) -> Cell:
    """The sum of the cells, zero of none; the largest possible error of a sum is that of all its terms."""
    terms = tuple(cells)
    status = _status(*terms) if terms else Status.NORMAL
    if any(term.value is None for term in terms):
        return Cell(None, status)
    return Cell(
        sum(term.value for term in terms if term.value is not None),
        status,
        sum(term.margin for term in terms),
    )


def lowest(cell: Cell) -> float:
    """The smallest true number that a cell can stand for; that of a cell without a number is not known."""
    return -math.inf if cell.value is None else cell.value - cell.margin


def highest(cell: Cell) -> float:
    """The largest true number that a cell can stand for."""
    return math.inf if cell.value is None else cell.value + cell.margin


def above(one: Cell, other: Cell) -> bool | None:
    """Whether one number is above another for all true numbers within their margins; else unknown.

    Margins that touch settle nothing: 1,000 and 1,005 in multiples of five could be the same number.
    """
    if one.value is None or other.value is None:
        return None
    apart, slack = one.value - other.value, one.margin + other.margin
    if apart > slack:
        return True
    return False if apart <= -slack else None


def points(start: Cell, end: Cell) -> Cell:
    """The change between two shares in percentage points; both in percent and unrounded."""
    return change(start, end)


def at_least(cell: Cell, limit: float) -> bool | None:
    """Whether a number is the limit or more for every true number within its margin; else unknown."""
    if cell.value is None or math.isinf(cell.margin):
        return None
    found = {round_half_away(end, 9) >= limit for end in (lowest(cell), highest(cell))}
    return found.pop() if len(found) == 1 else None


def rank(values: Mapping[str, Cell]) -> dict[str, int | None]:
    """The rank of each code by descending value (D21): ties share the best rank and the next rank skips.

    A cell without a number has no rank, and neither has one whose rank depends on what its source rounded off.
    """
    numbers = [cell for cell in values.values() if cell.value is not None]
    if not any(cell.margin for cell in numbers):
        below = sorted(-(cell.value or 0) for cell in numbers)
        return {
            code: None if cell.value is None else 1 + bisect_left(below, -cell.value)
            for code, cell in values.items()
        }
    return {
        code: None if cell.value is None else _place(cell, [other for other in numbers if other is not cell])
        for code, cell in values.items()
    }


def places(code: str, values: Mapping[str, Cell], hidden: float = math.inf) -> tuple[int, int]:
    """The best and the worst rank (D21) that a code can have, for all true numbers within the margins.

    Others without a number can each hold at most `hidden`. Raises DataError for a code without a number.
    """
    own = values[code]
    if own.value is None:
        raise DataError(f"{code} has no number, and so no place among others.")
    others = [cell for other, cell in values.items() if other != code]
    larger = [above(cell, own) for cell in others if cell.value is not None]
    unseen = sum(cell.value is None for cell in others) if hidden > lowest(own) else 0
    return 1 + larger.count(True), 1 + len(larger) - larger.count(False) + unseen


def _place(cell: Cell, others: Iterable[Cell]) -> int | None:
    verdicts = [above(other, cell) for other in others]
    return None if None in verdicts else 1 + verdicts.count(True)


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
    nearest = round_half_away(100 / percentage.value)
    if not percentage.margin:
        return Cell(nearest, percentage.status)
    least = lowest(percentage)
    if least <= 0:
        return Cell(nearest, percentage.status, math.inf)
    most, fewest = round_half_away(100 / least), round_half_away(100 / highest(percentage))
    return Cell(nearest, percentage.status, max(most - nearest, nearest - fewest))


def _of_ratio(part: Cell, whole: Cell) -> float:
    """How far the true ratio can be from that of the two numbers; without bound when the whole can be zero."""
    if part.value is None or whole.value is None or not (part.margin or whole.margin):
        return 0.0
    least, most = lowest(whole), highest(whole)
    if least <= 0 <= most:
        return math.inf
    found = part.value / whole.value
    corners = [top / bottom for top in (lowest(part), highest(part)) for bottom in (least, most)]
    return max(max(corners) - found, found - min(corners))


def _status(*cells: Cell) -> Status:
    return min((cell.status for cell in cells), key=_PRECEDENCE.index)
