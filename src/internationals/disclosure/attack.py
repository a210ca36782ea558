"""The attack: which numbers that should stay unknown can be worked out from everything that is published?

For every unknown that may be of few people the least and the largest whole number are sought that all sums and
ranges together allow. That takes two searches per unknown, and is rarely needed: two solutions between which a
number differs by the width prove that it is safe, and a pair of solutions settles many numbers at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from internationals.disclosure.solver import InconsistentError, Problem, Solver, Vector
from internationals.disclosure.system import System, Term

_SEED = 20220101
_TURNS = 100
_FRUITLESS = 3


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
class Component:
    """Unknowns that hang together: no sum ties them to an unknown elsewhere. `at` are their places."""

    at: Sequence[int]
    sums: Sequence[Sequence[Term]]


@dataclass(frozen=True)
class Outcome:
    """What the attack found: how many unknowns it tried, which are known too well, and which it could not try."""

    tried: int
    found: tuple[Found, ...]
    contradictory: tuple[Component, ...]


def attack(
    made: System,
    sensitive: Sensitive,
    width: int,
    skipped: Collection[int] = (),
    near: Collection[int] | None = None,
    *,
    certain: bool = True,
) -> Outcome:
    """Try every unknown whose range is `sensitive`: one that may be of few people.

    An unknown is found when all solutions leave it within less than the width, still in a sensitive range; so is a
    number that is plainly published.
    `skipped` unknowns are left out, and so is whatever is not tied to one that is `near`. Unless asked to be
    `certain`, what a few searches did not clear counts as found, in the range that they saw: that is quick, and
    enough for whoever withholds more. The system is left with its ranges narrowed.
    """
    wrong = _contradictions(made)
    tighten(made)
    parts = list(components(made))
    if near is not None:
        parts = [part for part in parts if any(at in near for at in part.at)]
    with ThreadPoolExecutor(2) as pool:  # the solver works outside Python's lock
        answers = list(pool.map(lambda part: _try(made, part, sensitive, width, skipped, certain), parts))
    plain = [
        Found(at, low, high)
        for at, (low, high) in enumerate(zip(made.low, made.high, strict=True))
        if low == high and at not in skipped and sensitive(at, low, high)
    ]
    tried = sum(count for count, _ in answers) + len(plain)
    found = plain + [each for _, some in answers if some is not None for each in some]
    wrong += [part for part, (_, some) in zip(parts, answers, strict=True) if some is None]
    return Outcome(tried, tuple(sorted(found, key=lambda each: each.at)), tuple(wrong))


def _contradictions(made: System) -> list[Component]:
    """Take the sums out of a system of which everything is known, and which are wrong."""
    found: list[list[Term]] = []
    kept: list[list[Term]] = []
    for terms in made.sums:
        is_known = all(made.low[at] == made.high[at] for at, _ in terms)
        wrong = is_known and sum(factor * made.low[at] for at, factor in terms) != 0
        (found if wrong else kept).append(terms)
    made.sums = kept
    return [Component([at for at, _ in terms], [terms]) for terms in found]


def _try(
    made: System,
    part: Component,
    sensitive: Sensitive,
    width: int,
    skipped: Collection[int],
    certain: bool,
) -> tuple[int, list[Found] | None]:
    wanted = [
        n for n, at in enumerate(part.at) if at not in skipped and sensitive(at, made.low[at], made.high[at])
    ]
    if not wanted:
        return 0, []
    try:
        narrow = narrowed(problem_of(made, part), wanted, width, certain=certain)
    except InconsistentError:
        return len(wanted), None
    found = [
        Found(part.at[n], low, high) for n, (low, high) in narrow.items() if sensitive(part.at[n], low, high)
    ]
    return len(wanted), found


def narrowed(
    problem: Problem, wanted: Sequence[int], width: int, *, certain: bool = True
) -> dict[int, tuple[float, float]]:
    """The unknowns among those wanted that all solutions leave within less than the width, with their ranges.

    Raises InconsistentError when there is no solution.
    """
    if not problem.rows:
        apart = {n: (problem.low[n], problem.high[n]) for n in wanted}
        return {n: (low, high) for n, (low, high) in apart.items() if high - low < width}
    solver, seen = Solver(problem), _Seen(problem, width)
    pending = np.array(wanted, dtype=int)
    seen.add(solver.towards(seen.signs(pending)))
    fruitless = 0
    while len(pending) and fruitless < _FRUITLESS:
        before, signs = len(pending), seen.signs(pending)
        for direction in (signs, -signs):
            seen.add(solver.towards(direction, *seen.no_further(direction)))
        pending = pending[seen.close(pending)]
        fruitless = fruitless + 1 if len(pending) == before else 0
    found = {}
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


def components(made: System) -> Iterator[Component]:
    """The unknowns of a system in groups that no sum ties together, the largest first."""
    leader = list(range(len(made.places)))

    def lead(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    unknown = [low != high for low, high in zip(made.low, made.high, strict=True)]
    tied = [[at for at, _ in terms if unknown[at]] for terms in made.sums]
    for some in tied:
        for at in some[1:]:
            leader[lead(at)] = lead(some[0])
    members: dict[int, list[int]] = defaultdict(list)
    for at, open_ in enumerate(unknown):
        if open_:
            members[lead(at)].append(at)
    sums: dict[int, list[list[Term]]] = defaultdict(list)
    for terms, some in zip(made.sums, tied, strict=True):
        if some:
            sums[lead(some[0])].append(terms)
    for first in sorted(members, key=lambda first: -len(members[first])):
        yield Component(members[first], sums[first])


def problem_of(made: System, part: Component) -> Problem:
    """The unknowns of a component as a problem, what is known moved to the constants."""
    position = {at: n for n, at in enumerate(part.at)}
    rows = [[(position[at], factor) for at, factor in terms if at in position] for terms in part.sums]
    constants = [
        -sum(factor * made.low[at] for at, factor in terms if at not in position) for terms in part.sums
    ]
    return Problem(
        np.array([made.low[at] for at in part.at]),
        np.array([made.high[at] for at in part.at]),
        rows,
        constants,
    )
