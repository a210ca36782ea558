"""The attack against the truth: the range of every number is the one that trying all populations gives."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from internationals.disclosure.attack import Outcome
from internationals.disclosure.auditing import attacked
from internationals.disclosure.components import components, problem_of
from internationals.disclosure.facets import REST
from internationals.disclosure.narrowing import tighten
from internationals.disclosure.published import published
from internationals.disclosure.solver import Solver
from internationals.disclosure.system import System, system
from internationals.shapes import Cell, Method, ProtectedTable, Protection, Status
from tests.disclosure import brute
from tests.disclosure.brute import Case, Numbers, Shape, TooManyError

Range = tuple[float, float]
Draw = Callable[[Random], list[Shape]]
SUPPRESSED = Cell(None, Status.SUPPRESSED)
EXACT, ROUNDED = Method.EXACT, Method.ROUNDED
FAR = 100_000
"""The solver looks no farther than a million: what can be as many as this has no bound."""


def by_chance(rng: Random, draw: Draw, most: int = 12) -> Case:
    """Tables of which every number is shown, withheld or rounded by chance, and not as the door would have it."""
    shapes = draw(rng)
    world = brute.world_of(shapes)
    truth, base = brute.crowd(rng, world, most), rng.choice([2, 3, 5])
    methods = [rng.choice([Method.EXACT, Method.ROUNDED]) for _ in shapes]
    said = brute.rules(shapes, methods, base=base, telling={"layer": "l2"})
    shown: dict[bytes, int] = {}  # the same people are rounded to the same number
    tables = []
    for (name, rule), shape in zip(said.tables.items(), shapes, strict=True):
        share, cells, hidden = rng.choice([0, 0.2, 0.5, 0.9]), {}, [0]
        may_be_blank = draw is not brute.whole and len(shape.codes) > 1 and "nationality" not in shape.codes
        for codes, whom in shape.cells():
            atoms = world.counted(whom)
            count = int(truth[atoms].sum())
            if rule.tier == Method.EXACT:
                withheld = count > 0 and rng.random() < share
                cells[codes] = SUPPRESSED if withheld else Cell(count)
                hidden += [count] * withheld
            elif may_be_blank and rng.random() < share / 3:
                cells[codes] = SUPPRESSED
                hidden.append(count)
            else:
                up = count % base and rng.random() < 0.5
                number = shown.setdefault(atoms.tobytes(), count - count % base + (base if up else 0))
                if number:
                    cells[codes] = Cell(number, Status.ROUNDED)
        if not brute.ZEROS_ARE_PLAIN:
            cells = {codes: cell for codes, cell in cells.items() if cell.value != 0}
        bound = rng.choice([math.inf, max(hidden) + rng.randint(0, 2)])
        exact = rule.tier == Method.EXACT
        protection = Protection(Method(rule.tier), 0 if exact else base, hidden_at_most=bound)
        tables.append(ProtectedTable(shape.card(name), cells, protection=protection))
    return Case(world, said, tuple(tables))


class Compared:
    """The system that the attack makes of some tables, beside the numbers that all populations give its places."""

    def __init__(self, case: Case) -> None:
        self._case, self._populations = case, case.populations()
        self._found = published(case.tables, case.policy)
        assert not self._found.conflicts
        self.made = system(self._found, case.policy)
        tied = {at for terms in self.made.sums for at, _ in terms}
        # A place in no sum that no table speaks of is not looked at: it is the plain sum of others.
        self.looked_at = [
            at for at, p in enumerate(self.made.places) if at in tied or p in self._found.ranges
        ]
        self._nobody = np.zeros(len(self._populations.numbers), dtype=np.int64)
        self.numbers = self._numbers()
        assert len(self._populations.numbers), "the tables come from a population, and none fits"

    def _numbers(self) -> dict[int, Numbers]:
        """The number of every place in every population. The rest of a whole is what its other parts leave."""
        found: dict[int, Numbers] = {}
        for at in self.looked_at:
            if not self._is_rest(at):
                found[at] = self._populations.count(dict(self.made.places[at].facets))
        while len(found) < len(self.looked_at):
            before = len(found)
            for terms in self.made.sums:
                unknown = [(at, factor) for at, factor in terms if at not in found]
                if len(unknown) == 1:
                    ((at, sign),) = unknown
                    left = [factor * found[other] for other, factor in terms if other != at]
                    found[at] = -sign * np.sum([self._nobody, *left], axis=0)
            assert len(found) > before
        return found

    def _is_rest(self, at: int) -> bool:
        return any(code.startswith(REST) for _, code in self.made.places[at].facets)

    def copy(self) -> System:
        return System(
            self.made.places, list(self.made.low), list(self.made.high), list(self.made.sums), self.made.index
        )

    def true(self) -> dict[int, Range]:
        """The range of each place by trying all populations; of a rest without bound this is not known."""
        found: dict[int, Range] = {}
        for at, numbers in self.numbers.items():
            if self._is_rest(at) and not self._populations.is_bounded():
                continue
            whom = {} if self._is_rest(at) else dict(self.made.places[at].facets)
            unbounded = self._populations.unbounded(whom)
            found[at] = (float(numbers.min()), math.inf if unbounded else float(numbers.max()))
        return found

    def solved(self) -> dict[int, Range]:
        """The range of each place by the solver, component by component."""
        made = self.copy()
        tighten(made)
        found = dict(enumerate(zip(made.low, made.high, strict=True)))
        for part in components(made):
            solver = Solver(problem_of(made, part))
            for n, at in enumerate(part.at):
                least, most = solver.range_of(n)
                found[at] = (float(least), math.inf if most > FAR else float(most))
        return {at: found[at] for at in self.looked_at}

    def attacked(self) -> dict[int, Range]:
        """What the attack finds, certainly."""
        outcome = attacked(self.copy(), self._found, self._case.policy)
        assert not outcome.contradictory
        return {each.at: (each.least, each.most) for each in outcome.found}

    def with_more_withheld(self, rng: Random) -> tuple[Outcome, Outcome, Outcome]:
        """The attack on this; then, with some more withheld, one that leaves out what was safe, and one that does not."""
        before = attacked(self.copy(), self._found, self._case.policy)
        for at, (low, high) in enumerate(zip(self.made.low, self.made.high, strict=True)):
            if low == high > 0 and rng.random() < 0.3:
                self.made.low[at], self.made.high[at] = 1.0, math.inf
        kept = attacked(self.copy(), self._found, self._case.policy, safe=before.safe)
        return before, kept, attacked(self.copy(), self._found, self._case.policy)

    def known_too_well(self) -> dict[int, Range]:
        """What the attack has to find: numbers that may be of few people, within a range that is too narrow."""
        policy, found = self._case.policy, {}
        for at, (least, most) in self.true().items():
            telling = any(policy.telling.get(facet) == code for facet, code in self.made.places[at].facets)
            few = most >= (0 if telling else 1) and least < policy.threshold
            if few and most - least < policy.width:
                found[at] = (least, most)
        return found


def tried(seeds: Iterable[int], draw: Draw) -> Iterator[tuple[int, Compared]]:
    """What these seeds make, but for the few of which there is too much to try."""
    for seed in seeds:
        with suppress(TooManyError):
            yield seed, Compared(by_chance(Random(seed), draw))


def differences(case: Compared) -> list[str]:
    """Where the solver or the attack says anything but what trying all populations says."""
    said = [case.true(), case.solved(), case.known_too_well(), case.attacked()]
    every = {case.made.places[at]: [each.get(at) for each in said] for at in said[0]}
    return [
        f"{place}: {true} by trying and {solved} by the solver; to be found {expected}, and found {found}"
        for place, (true, solved, expected, found) in every.items()
        if (true, expected) != (solved, found)
    ]


def untrue(case: Compared) -> list[str]:
    """What is said that some population contradicts: by a sum, by narrowing ranges, by the solver or the attack."""
    tight = case.copy()
    tighten(tight)
    said = {
        "narrowing": dict(enumerate(zip(tight.low, tight.high, strict=True))),
        "the solver": case.solved(),
        "the attack": case.attacked(),
    }
    wrong = [
        f"{case.made.places[at]} is {ranges[at]} by {name}, and {least} to {most} by trying"
        for name, ranges in said.items()
        for at, (least, most) in case.true().items()
        if at in ranges and not ranges[at][0] <= least <= most <= ranges[at][1]
    ]
    sums = [sum(factor * case.numbers[at] for at, factor in terms) for terms in case.made.sums]
    return wrong + [f"sum {n} is not zero" for n, each in enumerate(sums) if np.any(each)]


@pytest.mark.parametrize("draw", [brute.whole, brute.ragged])
def test_every_range_and_every_verdict_is_the_one_that_trying_everything_gives(draw: Draw) -> None:
    cases = dict(tried(range(250), draw))
    assert len(cases) > 230
    wrong = {seed: found for seed, case in cases.items() if (found := differences(case))}
    assert not wrong, wrong


def test_a_number_that_was_safe_stays_so_when_more_is_withheld_and_counts_as_tried() -> None:
    spared = opened = 0
    for seed, case in tried(range(120), brute.ragged):
        before, kept, anew = case.with_more_withheld(Random(seed))
        assert (kept.tried, kept.found, kept.contradictory) == (anew.tried, anew.found, anew.contradictory)
        assert not before.safe & {each.at for each in anew.found}
        assert kept.safe.isdisjoint(before.safe)
        assert anew.safe == kept.safe | before.safe
        spared, opened = spared + len(before.safe), opened + (anew.tried > before.tried)
    assert spared > 100 and opened > 10


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_is_said_that_a_population_contradicts(rng: Random) -> None:
    with suppress(TooManyError):
        assert not untrue(Compared(by_chance(rng, partial(brute.ragged, facets=3), most=8)))


Plain = tuple[Method, Mapping[str, str], Mapping[str, int | None]]


def case_of(*tables: Plain) -> Case:
    """Tables in few words: the codes of each dimension, and of the listed cells the number, or none if withheld."""
    shapes = [Shape({facet: codes.split() for facet, codes in facets.items()}, {}) for _, facets, _ in tables]
    policy = brute.rules(shapes, [method for method, _, _ in tables])
    made = []
    for name, shape, (method, _, numbers) in zip(policy.tables, shapes, tables, strict=True):
        status = Status.NORMAL if method == EXACT else Status.ROUNDED
        cells = {
            tuple(codes.split()): SUPPRESSED if number is None else Cell(number, status)
            for codes, number in numbers.items()
        }
        made.append(ProtectedTable(shape.card(name), cells, protection=Protection(method, policy.base)))
    return Case(brute.world_of(shapes), policy, tuple(made))


ROWS, COLUMNS, BORN = {"row": "r1 r2 r3"}, {"col": "c1 c2 c3"}, {"born_nl": "yes no"}
ZEROS: Mapping[str, tuple[Plain, ...]] = {
    "that a rounded table does not list either": (
        (EXACT, {}, {"": 24}),
        (EXACT, ROWS, {"r1": 20, "r2": None}),
        (ROUNDED, ROWS, {"r1": 20, "r2": None}),
    ),
    "because all its parts are": (
        (EXACT, BORN, {"yes": 24, "no": 10}),
        (EXACT, {**ROWS, **COLUMNS, **BORN}, {"r1 c1 yes": 20, "r2 c2 yes": None, "r3 c3 no": 10}),
    ),
    "because its whole is": (
        (EXACT, COLUMNS, {"c1": 9, "c2": 0, "c3": 11}),
        (EXACT, {"row": "r2"}, {"r2": 10}),
        (ROUNDED, {"row": "r1 r3"}, {"r1": 5, "r3": 5}),
        (EXACT, {"row": "r2", "col": "c1 c3"}, {"r2 c1": None, "r2 c3": 6}),
    ),
}


@pytest.mark.parametrize("zero", ZEROS)
def test_a_small_number_is_found_that_follows_from_a_zero(zero: str) -> None:
    case = Compared(case_of(*ZEROS[zero]))
    assert not differences(case)


def test_a_code_of_which_no_cell_tells_a_number_still_counts() -> None:
    thirty = case_of((EXACT, {}, {"": 30}), (ROUNDED, {"col": "c1 c2"}, {"c1": None, "c2": 25}))
    assert not untrue(Compared(thirty))
