"""The unknowns of a system in groups that no sum ties together, and each group as a problem for the solver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from internationals.disclosure.solver import Problem
from internationals.disclosure.system import System, Term


@dataclass(frozen=True)
class Component:
    """Unknowns that hang together: no sum ties them to an unknown elsewhere. `at` are their places."""

    at: Sequence[int]
    sums: Sequence[Sequence[Term]]


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
