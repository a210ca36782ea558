"""What each sum says alone: ranges that it narrows, and sums that are plainly wrong."""

from __future__ import annotations

import numpy as np

from internationals.disclosure.components import Component
from internationals.disclosure.system import System, Term

_TURNS = 100


def contradictions(made: System) -> list[Component]:
    """Take the sums out of a system of which everything is known, and which are wrong."""
    found: list[list[Term]] = []
    kept: list[list[Term]] = []
    for terms in made.sums:
        is_known = all(made.low[at] == made.high[at] for at, _ in terms)
        wrong = is_known and sum(factor * made.low[at] for at, factor in terms) != 0
        (found if wrong else kept).append(terms)
    made.sums = kept
    return [Component([at for at, _ in terms], [terms]) for terms in found]


def tighten(made: System) -> None:
    """Narrow the ranges of a system by each of its sums alone, again and again until none says more.

    What a single subtraction gives away is found here; the solver is left with what takes more than that.
    """
    rows = np.repeat(np.arange(len(made.sums)), [len(terms) for terms in made.sums])
    at = np.array([place for terms in made.sums for place, _ in terms], dtype=int)
    factor = np.array([factor for terms in made.sums for _, factor in terms], dtype=float)
    low, high = np.array(made.low), np.array(made.high)
    for _ in range(_TURNS):
        ends = np.where(factor > 0, low[at], -high[at]), np.where(factor > 0, high[at], -low[at])
        least, most = (np.bincount(rows, np.where(np.isinf(end), 0, end), len(made.sums)) for end in ends)
        open_least, open_most = (np.bincount(rows, np.isinf(end), len(made.sums)) for end in ends)
        # What the other terms of the sum can be together: one end without bound may be the term's own.
        others = [
            np.where(
                opened[rows] - np.isinf(end) > 0,
                sign * -np.inf,
                total[rows] - np.where(np.isinf(end), 0, end),
            )
            for end, opened, total, sign in ((ends[0], open_least, least, 1), (ends[1], open_most, most, -1))
        ]
        new_low = np.where(factor > 0, -others[1], others[0])
        new_high = np.where(factor > 0, -others[0], others[1])
        lower, upper = low.copy(), high.copy()
        np.maximum.at(lower, at, new_low)
        np.minimum.at(upper, at, new_high)
        if np.array_equal(lower, low) and np.array_equal(upper, high):
            break
        low, high = lower, upper
    if np.any(low > high):
        return  # the solver says which part contradicts itself
    made.low[:], made.high[:] = low.tolist(), high.tolist()
