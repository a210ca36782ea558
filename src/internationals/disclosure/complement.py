"""Complementary suppression: which other numbers are withheld so that the small ones cannot be worked out.

For each number that the attack knows too well the cheapest other numbers are sought that could make up for a change
of it (a linear program, after Fischetti and Salazar, Mathematical Programming 84, 1999), and these are withheld.
Large numbers are dear, so that totals stay.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

import numpy as np

from internationals.disclosure.attack import Found
from internationals.disclosure.places import Place, names
from internationals.disclosure.solver import InconsistentError, Problem, Solver, Vector
from internationals.disclosure.system import System, Term

_EPSILON = 1e-6

Block = tuple[str, str, frozenset[str] | None] | None
"""A population in a year, and the facets of its numbers if not all; None for everything."""

Scope = Literal["facets", "population", "all"]


def complements(
    made: System,
    found: Iterable[Found],
    counts: Mapping[Place, int],
    may_hide: set[Place],
    width: int,
    scope: Scope = "facets",
) -> set[Place]:
    """The places to withhold so that every number that was found can differ by the width.

    `may_hide` are the places whose numbers are shown and may be withheld; no other is. Numbers that are rounded
    are left out of account: they leave more room, not less.

    `scope` is among which numbers the change may be made up for: those of the same facets, which is quick; those of
    the same population and year; or all there are. A wider scope knows more of what ties numbers down, and looks
    for changes in whole numbers.
    """
    mended = _Mended(made, counts, may_hide, width, scope != "facets")
    left = list(found)
    if scope == "facets":
        left = mended.by(left, lambda place: (place.of, place.year, frozenset(names(place))))
    mended.by(left, (lambda _: None) if scope == "all" else lambda place: (place.of, place.year, None))
    return mended.hidden


class _Mended:
    """What is withheld by and by: first among the numbers of the same facets, which is quick, then among all."""

    def __init__(
        self, made: System, counts: Mapping[Place, int], may_hide: set[Place], width: int, whole: bool
    ) -> None:
        self._made, self._counts, self._may_hide = made, counts, may_hide
        self._width, self._whole = width, whole
        self.hidden: set[Place] = set()

    def by(self, found: Iterable[Found], block_of: Callable[[Place], Block]) -> list[Found]:
        """Mend what was found in blocks, and return what could not be."""
        blocks: dict[Block, list[Found]] = defaultdict(list)
        for each in found:
            blocks[block_of(self._made.places[each.at])].append(each)
        sums = self._sums(blocks)
        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(lambda block: self._block(sums[block]).mended(blocks[block]), blocks))
        for hidden, _ in done:
            self.hidden |= hidden
        return [each for _, left in done for each in left]

    def _block(self, sums: Sequence[Sequence[Term]]) -> _Block:
        return _Block(self._made, sums, self._counts, self._may_hide, self.hidden, self._width, self._whole)

    def _sums(self, blocks: Collection[Block]) -> dict[Block, list[list[Term]]]:
        """The sums of every block: those between numbers of its population and year, and of no other facets."""
        if None in blocks:
            return {None: self._made.sums}
        wanted: dict[tuple[str, str], list[tuple[Block, frozenset[str] | None]]] = defaultdict(list)
        for block in blocks:
            if block is not None:
                wanted[block[0], block[1]].append((block, block[2]))
        sums: dict[Block, list[list[Term]]] = {block: [] for block in blocks}
        for terms in self._made.sums:
            places = [self._made.places[at] for at, _ in terms]
            facets = frozenset(name for place in places for name, _ in place.facets)
            for key in {(place.of, place.year) for place in places} & wanted.keys():
                for block, only in wanted[key]:
                    if only is None or facets <= only:
                        sums[block].append(terms)
        return sums


class _Block:
    """The numbers of a population in a year, as they could be: columns of a linear program.

    What is unknown has a column of its own. What is shown and may be withheld has two, how much it could be more
    and how much less, each at the cost of withholding it.
    """

    def __init__(
        self,
        made: System,
        sums: Sequence[Sequence[Term]],
        counts: Mapping[Place, int],
        may_hide: set[Place],
        hidden: set[Place],
        width: int,
        whole: bool,
    ) -> None:
        self._made, self._width = made, width
        self._unknown: dict[int, int] = {}
        self._shown: dict[int, int] = {}
        low: list[float] = []
        high: list[float] = []
        cost: list[float] = []
        rows, constants = [], []
        for terms in sums:
            row, constant = [], 0.0
            for at, factor in terms:
                if made.low[at] != made.high[at]:
                    if at not in self._unknown:
                        self._unknown[at] = len(low)
                        low.append(made.low[at])
                        high.append(made.high[at])
                        cost.append(0.0)
                    row.append((self._unknown[at], factor))
                    continue
                constant -= factor * made.low[at]
                if (place := made.places[at]) in may_hide:
                    count = abs(counts[place])
                    if at not in self._shown:
                        self._shown[at] = len(low)
                        low += [0.0, 0.0]
                        high += [math.inf, count - 1.0]
                        cost += [0.0 if place in hidden else 1 + math.sqrt(count)] * 2
                    row += [(self._shown[at], factor), (self._shown[at] + 1, -factor)]
            rows.append(row)
            constants.append(constant)
        self._low, self._high, self._cost = np.array(low), np.array(high), np.array(cost)
        self._at = {column: at for at, column in self._shown.items()}
        self._less = {column + 1 for column in self._at}
        solver = Solver(Problem(self._low, self._high, rows, constants))
        self._solved = solver.towards if whole else solver.relaxed

    def mended(self, found: Sequence[Found]) -> tuple[set[Place], list[Found]]:
        """The places to withhold for these, and those for which nothing helps here."""
        hidden: set[Place] = set()
        open_ = {each.at: each for each in found if each.at in self._unknown}
        left = [each for each in found if each.at not in self._unknown]
        while open_:
            _, each = open_.popitem()
            solution = self._changed(each)
            if solution is None:
                left.append(each)
                continue
            for column in np.flatnonzero((solution > _EPSILON) & (self._cost > 0)).tolist():
                first = column - 1 if column in self._less else column
                self._cost[first : first + 2] = 0.0
                hidden.add(self._made.places[self._at[first]])
            for other in list(open_):
                number = solution[self._unknown[other]]
                if not (open_[other].most - self._width < number < open_[other].least + self._width):
                    del open_[other]
        return hidden, left

    def _changed(self, each: Found) -> Vector | None:
        """The cheapest solution in which a number differs enough: larger, or else smaller."""
        column = self._unknown[each.at]
        for low, high in ((each.least + self._width, math.inf), (-math.inf, each.most - self._width)):
            lower, upper = self._low.copy(), self._high.copy()
            lower[column], upper[column] = max(lower[column], low), min(upper[column], high)
            if lower[column] > upper[column]:
                continue
            try:
                return self._solved(-self._cost, lower, upper)
            except InconsistentError:
                continue
        return None
