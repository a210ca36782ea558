"""Whole numbers that add up: totals divided over groups, within bounds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from internationals.shapes import DataError

Whole = NDArray[np.int64]


def apportion(
    total: int,
    weights: NDArray[np.float64],
    lower: Whole | None = None,
    upper: Whole | None = None,
    *,
    what: str = "the total",
) -> Whole:
    """Divide `total` in proportion to `weights`, in whole numbers between the bounds that add up exactly.

    Largest remainders; equal remainders go to the earliest group. Raises DataError, naming `what`, when no
    division lies within the bounds.
    """
    low = np.zeros(len(weights), dtype=np.int64) if lower is None else lower
    high = np.full(len(weights), max(total, 0), dtype=np.int64) if upper is None else upper
    high = np.where((weights > 0) | (low > 0), high, low)
    if np.any(low > high) or not low.sum() <= total <= high.sum():
        raise DataError(
            f"The demo's targets contradict each other: {what} is {total}, while its parts allow "
            f"{int(low.sum())} to {int(high.sum())}; change the tables in demo/targets."
        )
    # The scale at which the clipped shares add up to the total rises with every step of the bisection.
    smallest, largest = 0.0, 1.0
    while np.clip(weights * largest, low, high).sum() < total and largest < 1e12:
        largest *= 2
    for _ in range(80):
        middle = (smallest + largest) / 2
        if np.clip(weights * middle, low, high).sum() < total:
            smallest = middle
        else:
            largest = middle
    shares = np.clip(weights * largest, low, high)
    parts = np.floor(shares).astype(np.int64)
    short = int(total - parts.sum())
    while short > 0:
        room = np.flatnonzero(parts < high)
        best = room[np.argsort(-(shares - parts)[room], kind="stable")][:short]
        parts[best] += 1
        short -= len(best)
    while short < 0:
        room = np.flatnonzero(parts > low)
        least = room[np.argsort((shares - parts)[room], kind="stable")][:-short]
        parts[least] -= 1
        short += len(least)
    return parts
