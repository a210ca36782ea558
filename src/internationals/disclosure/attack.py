"""The attack: which numbers that should stay unknown can be worked out from everything that is published?

For every unknown that may be of few people the least and the largest whole number are sought that all sums and
ranges together allow. That takes two searches per unknown, and is rarely needed: two solutions between which a
number differs by the width prove that it is safe, and a pair of solutions settles many numbers at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from internationals.disclosure.components import Component, components, problem_of
from internationals.disclosure.narrowing import contradictions, tighten
from internationals.disclosure.solver import InconsistentError, Problem, Solver, Vector
from internationals.disclosure.system import System

_SEED = 20220101
_FRUITLESS = 3
_FEW = 0.1
"""The part of the unknowns that is few: what is left is then looked for near the last solution."""

Sensitive = Callable[[int, float, float], bool]
"""Whether an unknown in a range may be of few people, or tell something of all."""


@dataclass(frozen=True)
class Found:
    """An unknown that can be known to lie in a range that is too narrow; `at` is its place in the system."""

    at: int
    least: float
    most: float

    @property
    def exact(self) -> bool:
        """Whether it is known exactly."""
        return self.least == self.most


@dataclass(frozen=True)
class Outcome:
    """What the attack found: how many unknowns it tried, which are known too well, and which it could not try.

    `safe` are those of which it saw two solutions that are far enough apart.
    """

    tried: int = 0
    found: tuple[Found, ...] = ()
    contradictory: tuple[Component, ...] = ()
    safe: frozenset[int] = frozenset()


def attack(
    made: System,
    sensitive: Sensitive,
    width: int,
    skipped: Collection[int] = (),
    near: Collection[int] | None = None,
    safe: Collection[int] = (),
    *,
    certain: bool = True,
) -> Outcome:
    """Try every unknown whose range is `sensitive`: one that may be of few people.

    An unknown is found when all solutions leave it within less than the width, still in a sensitive range; so is a
    number that is plainly published.
    `skipped` unknowns are left out, and so is whatever is not tied to one that is `near`. Those that are `safe` were
    tried before, when no more was open than now: they count as tried, and are not tried again. Unless asked to be
    `certain`, what a few searches did not clear counts as found, in the range that they saw: that is quick, and
    enough for whoever withholds more. The system is left with its ranges narrowed.
    """
    wrong = contradictions(made)
    tighten(made)
    parts = list(components(made))
    if near is not None:
        parts = [part for part in parts if any(at in near for at in part.at)]

    def tried(part: Component) -> Outcome:
        return _try(made, part, sensitive, width, skipped, safe, certain)

    with ThreadPoolExecutor(2) as pool:  # the solver works outside Python's lock
        answers = list(pool.map(tried, (part for part in parts if part.sums)))
    answers += [tried(part) for part in parts if not part.sums]
    plain = [
        Found(at, low, high)
        for at, (low, high) in enumerate(zip(made.low, made.high, strict=True))
        if low == high and at not in skipped and sensitive(at, low, high)
    ]
    found = plain + [each for answer in answers for each in answer.found]
    return Outcome(
        len(plain) + sum(answer.tried for answer in answers),
        tuple(sorted(found, key=lambda each: each.at)),
        (*wrong, *(part for answer in answers for part in answer.contradictory)),
        frozenset().union(*(answer.safe for answer in answers)),
    )


def _try(
    made: System,
    part: Component,
    sensitive: Sensitive,
    width: int,
    skipped: Collection[int],
    safe: Collection[int],
    certain: bool,
) -> Outcome:
    wanted = [
        n for n, at in enumerate(part.at) if at not in skipped and sensitive(at, made.low[at], made.high[at])
    ]
    left = [n for n in wanted if part.at[n] not in safe]
    if not left:
        return Outcome(len(wanted))
    try:
        narrow = _narrowed(made, part, left, width, certain)
    except InconsistentError:
        return Outcome(len(wanted), contradictory=(part,))
    found = (Found(part.at[n], low, high) for n, (low, high) in narrow.items())
    return Outcome(
        len(wanted),
        tuple(each for each in found if sensitive(each.at, each.least, each.most)),
        safe=frozenset(part.at[n] for n in left if n not in narrow),
    )


def _narrowed(
    made: System, part: Component, wanted: Sequence[int], width: int, certain: bool
) -> dict[int, tuple[float, float]]:
    """The unknowns among those wanted that all solutions leave within less than the width, with their ranges.

    Raises InconsistentError when there is no solution.
    """
    if not part.sums:
        ranges = {n: (made.low[part.at[n]], made.high[part.at[n]]) for n in wanted}
        return {n: (low, high) for n, (low, high) in ranges.items() if high - low < width}
    problem = problem_of(made, part)
    solver, seen = Solver(problem), _Seen(problem, width)
    pending = np.array(wanted, dtype=int)
    seen.add(solver.towards(seen.signs(pending)))
    fruitless = 0
    while len(pending) and fruitless < _FRUITLESS:
        solver.stay_near(len(pending) < _FEW * len(wanted))
        before, signs = len(pending), seen.signs(pending)
        for direction in (signs, -signs):
            seen.add(solver.towards(direction, *seen.no_further(direction)))
        pending = pending[seen.close(pending)]
        fruitless = fruitless + 1 if len(pending) == before else 0
    found = {}
    solver.stay_near(False)
    for at in pending:
        if certain and seen.close(at):
            for side in (1.0, -1.0):
                seen.add(solver.towards(side * seen.ones(at)))
        if seen.close(at):
            found[int(at)] = (float(seen.least[at]), float(seen.most[at]))
    return found


class _Seen:
    """The least and the largest number of each unknown in the solutions that were seen."""

    def __init__(self, problem: Problem, width: int) -> None:
        size = len(problem.low)
        self.least, self.most = np.full(size, np.inf), np.full(size, -np.inf)
        self._problem, self._width, self._random = problem, width, np.random.default_rng(_SEED)

    def add(self, solution: Vector) -> None:
        """One solution more."""
        np.minimum(self.least, solution, out=self.least)
        np.maximum(self.most, solution, out=self.most)

    def close(self, at: Any) -> Any:
        """Whether these unknowns do not differ by the width yet."""
        return self.most[at] - self.least[at] < self._width

    def ones(self, at: Any) -> Vector:
        """The direction in which these unknowns grow."""
        direction = np.zeros(len(self.least))
        direction[at] = 1.0
        return direction

    def signs(self, at: Any) -> Vector:
        """A direction in which some of these unknowns grow and others shrink."""
        drawn: Vector = self._random.choice([-1.0, 1.0], len(self.least))
        return self.ones(at) * drawn

    def no_further(self, direction: Vector) -> tuple[Vector, Vector]:
        """Ranges in which no unknown goes further than it has to: then one solution settles as many as can be."""
        high = np.where(direction > 0, self.least + self._width, np.inf)
        low = np.where(direction < 0, self.most - self._width, -np.inf)
        return np.maximum(self._problem.low, low), np.minimum(self._problem.high, high)
