"""Drawing from groups: exactly so many people from each cell, and days by the season."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from internationals.demo.days import Days
from internationals.demo.rounding import Whole
from internationals.shapes import DataError

Rows = NDArray[np.int64]

ARRIVING = np.array([8, 7, 6, 5.5, 5, 5.5, 7, 16, 17, 10, 7, 6])
LEAVING = np.array([8, 7, 7, 6.5, 7, 10, 13, 13, 9, 7, 6, 6.5])
"""Weights of the months: studies start in August and September and end in summer."""


def choose(
    rng: np.random.Generator,
    candidates: Rows,
    cells: NDArray[np.int16],
    quota: Whole,
    weights: NDArray[np.float64],
    what: str,
) -> Rows:
    """Exactly `quota[c]` of the candidates of every cell c, without replacement, by weight.

    `cells` and `weights` stand beside the candidates; weight 0 is never chosen. Raises DataError, naming
    `what`, when a cell has too few.
    """
    possible = weights > 0
    candidates, cells, weights = candidates[possible], cells[possible], weights[possible]
    order = np.lexsort((rng.exponential(size=len(cells)) / weights, cells))
    sorted_cells = cells[order]
    rank = np.arange(len(order)) - np.searchsorted(sorted_cells, sorted_cells)
    chosen = order[rank < quota[sorted_cells]]
    got = np.bincount(cells[chosen], minlength=len(quota))
    if np.any(got != quota):
        short = int(np.argmax(quota - got))
        raise DataError(
            f"The demo needs {quota[short]} {what} from cell {short} and has {got[short]}; "
            "change the tables in demo/targets."
        )
    return np.asarray(candidates[np.sort(chosen)], dtype=np.int64)


def without(who: Rows, others: Rows) -> Rows:
    """Those of `who` that are not among the others, in their order."""
    gone = np.zeros(int(max(who.max(initial=0), others.max(initial=0))) + 1, dtype=bool)
    gone[others] = True
    return np.asarray(who[~gone[who]], dtype=np.int64)


def season(first: int, last: int, months: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share of every day of a year (first to last, as day numbers) when the months have these weights."""
    month = (np.arange(first, last + 1).astype("datetime64[D]").astype("datetime64[M]")).astype(int) % 12
    weights = months[month]
    return np.asarray(weights / weights.sum())


def seasonal(
    rng: np.random.Generator, count: int, first: int, last: int, months: NDArray[np.float64]
) -> Days:
    """`count` days of a year, first and last included, by the weights of the months."""
    shares = season(first, last, months)
    return (first + rng.choice(len(shares), size=count, p=shares)).astype(np.int32)


def between(rng: np.random.Generator, first: NDArray[np.int32], last: NDArray[np.int32]) -> Days:
    """One day for each pair of bounds, both included; where they are the wrong way round, the first."""
    span = np.maximum(last - first + 1, 1)
    return np.asarray(first + np.floor(rng.random(len(first)) * span), dtype=np.int32)
