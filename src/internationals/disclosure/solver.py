"""Whole-numbered solutions of a system of sums, by linear programming with HiGHS (Huangfu and Hall, 2018)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
import numpy.typing as npt

from internationals.disclosure.system import Term

Vector = npt.NDArray[np.float64]
_TOLERANCE = 1e-6
_FAR = 1e6
"""How far an unknown without bound is looked for: farther than any group in a municipality is large."""


_DUAL, _PRIMAL = 1, 4
"""The simplex methods of HiGHS."""


class InconsistentError(Exception):
    """What is published contradicts itself: no numbers fit."""


@dataclass(frozen=True)
class Problem:
    """Unknowns from `low` to `high`, and `rows` of terms that add up to a constant."""

    low: Vector
    high: Vector
    rows: Sequence[Sequence[Term]]
    constants: Sequence[float]


class Solver:
    """Asks one problem many questions. Whatever it answers is a solution in whole numbers."""

    def __init__(self, problem: Problem, *, presolved: bool = False) -> None:
        """With `presolved` the solver first makes the problem smaller, which takes longer and leads to other corners."""
        self._problem = problem
        self._relaxed = _Model(problem, whole=False, presolved=presolved)
        self._whole: _Model | None = None

    def towards(self, direction: Vector, low: Vector | None = None, high: Vector | None = None) -> Vector:
        """The solution that goes furthest in a direction, within narrower ranges if asked.

        The corners of most systems of sums are whole numbers by themselves; only where one is not, the search
        over whole numbers begins. Raises InconsistentError when there is no solution.
        """
        low = self._problem.low if low is None else low
        high = self._problem.high if high is None else high
        found = self._relaxed.solved(direction, low, high)
        if np.abs(found - np.round(found)).max(initial=0) > _TOLERANCE:
            self._whole = self._whole or _Model(self._problem, whole=True, presolved=True)
            found = self._whole.solved(direction, low, high)
        return np.round(found)

    def stay_near(self, near: bool) -> None:
        """Whether to look for each solution from the last one: quick where few unknowns have to move a little."""
        self._relaxed.highs.setOptionValue("simplex_strategy", _PRIMAL if near else _DUAL)

    def relaxed(self, direction: Vector, low: Vector, high: Vector) -> Vector:
        """As `towards`, but the solution need not be in whole numbers."""
        return self._relaxed.solved(direction, low, high)

    def range_of(self, at: int) -> tuple[float, float]:
        """The least and the largest whole number that an unknown can be."""
        direction = np.zeros(len(self._problem.low))
        direction[at] = 1.0
        least, most = self.towards(-direction)[at], self.towards(direction)[at]
        return (least if least > -_FAR else -math.inf), (most if most < _FAR else math.inf)

    def binding(self, at: int, side: float) -> tuple[list[int], list[int]]:
        """Which rows and which other unknowns' ranges keep an unknown from going further: those with a price."""
        direction = np.zeros(len(self._problem.low))
        direction[at] = side
        self._relaxed.solved(direction, self._problem.low, self._problem.high)
        solution = self._relaxed.highs.getSolution()
        rows = [row for row, price in enumerate(solution.row_dual) if abs(price) > _TOLERANCE]
        return rows, [column for column, price in enumerate(solution.col_dual) if abs(price) > _TOLERANCE]


class _Model:
    """A problem within HiGHS, which goes on from its last solution: it is told what has changed since, no more."""

    def __init__(self, problem: Problem, *, whole: bool, presolved: bool) -> None:
        size = len(problem.low)
        self._low, self._high = np.maximum(problem.low, -_FAR), np.minimum(problem.high, _FAR)
        self._cost = np.zeros(size)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = size, len(problem.rows)
        model.col_cost_, model.col_lower_, model.col_upper_ = self._cost, self._low, self._high
        model.row_lower_ = model.row_upper_ = np.array(problem.constants, dtype=float)
        if whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * size
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.cumsum([0, *(len(row) for row in problem.rows)]).astype(np.int32)
        matrix.index_ = np.array([at for row in problem.rows for at, _ in row], dtype=np.int32)
        matrix.value_ = np.array([factor for row in problem.rows for _, factor in row], dtype=float)
        self.highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        self.highs.setOptionValue("mip_rel_gap", 0.0)
        self.highs.setOptionValue("mip_abs_gap", 0.9)
        self.highs.setOptionValue("presolve", "choose" if presolved else "off")
        self.highs.passModel(model)

    def solved(self, direction: Vector, low: Vector, high: Vector) -> Vector:
        """The solution that goes furthest in a direction. Raises InconsistentError when there is none."""
        low, high, cost = np.maximum(low, -_FAR), np.minimum(high, _FAR), -direction
        moved = np.flatnonzero((low != self._low) | (high != self._high)).astype(np.int32)
        turned = np.flatnonzero(cost != self._cost).astype(np.int32)
        self.highs.changeColsBounds(len(moved), moved, low[moved], high[moved])
        self.highs.changeColsCost(len(turned), turned, cost[turned])
        self._low, self._high, self._cost = low, high, cost
        self.highs.run()
        status = self.highs.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            raise InconsistentError(self.highs.modelStatusToString(status))
        return np.array(self.highs.getSolution().col_value)
