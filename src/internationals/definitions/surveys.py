"""Shares in a survey (D26): weighted, with their base and an interval, and none on a small base.

The share of respondents who are internationals says who answered; it is no share of the population.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from internationals.shapes import Cell, Status

SMALLEST_BASE = 30
"""The fewest respondents on whom a share is published."""

_Z = 1.959963984540054  # 95%


@dataclass(frozen=True)
class SurveyShare:
    """A weighted share in percent, the number of respondents behind it, and its 95% interval in percent."""

    share: Cell
    base: int
    low: Cell
    high: Cell


def survey_share(answers: Iterable[tuple[float, bool]]) -> SurveyShare:
    """The share of respondents of whom something holds, from each one's weight and whether it does.

    The interval is Wilson's, on the effective base of Kish (the squared sum of the weights over the sum of
    their squares). Fewer than `SMALLEST_BASE` respondents: suppressed. Raises ValueError for a weight that is
    not above zero: whoever weighs nothing is no respondent.
    """
    given = list(answers)
    if any(weight <= 0 for weight, _ in given):
        raise ValueError("a respondent's weight is above zero")
    base = len(given)
    if base < SMALLEST_BASE:
        hidden = Cell(None, Status.SUPPRESSED)
        return SurveyShare(hidden, base, hidden, hidden)
    total = sum(weight for weight, _ in given)
    share = sum(weight for weight, holds in given if holds) / total
    effective = total**2 / sum(weight**2 for weight, _ in given)
    spread = _Z**2 / effective
    middle = (share + spread / 2) / (1 + spread)
    half = sqrt(share * (1 - share) * spread + spread**2 / 4) / (1 + spread)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return SurveyShare(Cell(100 * share), base, Cell(100 * low), Cell(100 * high))
