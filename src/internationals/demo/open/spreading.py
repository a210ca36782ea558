"""Persons per municipality spread over groups, in whole numbers of which the totals stay what they were."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from internationals.demo.rounding import Whole

Weights = NDArray[np.float64]

LEAD = 1.15
"""How many times the runner-up the group at least is that has to be first."""
HEAD_START = 1.5
"""How many times heavier it is made before anything is fitted."""
TURNS = 12


def balanced(weights: Weights, rows: Weights, columns: Weights, rounds: int = 30) -> Weights:
    """Weights fitted by turns to the columns and the rows; the rows, fitted last, hold exactly."""
    fitted = weights.copy()
    for _ in range(rounds):
        fitted *= (columns / np.maximum(fitted.sum(axis=0), 1e-9))[None, :]
        fitted *= (rows / np.maximum(fitted.sum(axis=1), 1e-9))[:, None]
    return fitted


def led(weights: Weights, first: dict[int, int]) -> Weights:
    """The same, with column `first[row]` ahead of all others in its row by at least `LEAD`.

    The one is raised halfway and the others are held below it, so that no group swells.
    """
    found = weights.copy()
    for row, column in first.items():
        total = found[row].sum()
        highest = np.delete(found[row], column).max()
        leader = max(found[row, column], np.sqrt(found[row, column] * highest))
        limit = leader / LEAD
        if highest > limit:
            found[row] = limit * -np.expm1(-found[row] / limit)
        found[row, column] = leader
        found[row] *= total / found[row].sum()
    return found


def settled(weights: Weights, rows: Weights, columns: Weights, first: dict[int, int]) -> Weights:
    """Weights that fit the rows exactly and the columns about, with the leaders that are wanted."""
    found = weights.copy()
    for row, column in first.items():
        found[row, column] *= HEAD_START
    for _ in range(TURNS):
        found = led(balanced(found, rows, columns, rounds=4), first)
    return found


def whole(weights: Weights, totals: Whole) -> Whole:
    """Each row of weights in whole numbers that add up to its total: largest remainders, the earliest first."""
    exact = weights * (totals / np.maximum(weights.sum(axis=1), 1e-9))[:, None]
    parts = np.floor(exact).astype(np.int64)
    order = np.argsort(-(exact - parts), axis=1, kind="stable")
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, np.broadcast_to(np.arange(weights.shape[1]), order.shape), axis=1)
    return np.asarray(parts + (rank < (totals - parts.sum(axis=1))[:, None]))
