"""What published tables really say: every population that fits them, tried one by one.

A slow and obvious reference for the attack. It knows no sums and no solver: a population is a number of people for
every combination of codes (an atom), a cell counts the atoms that have its codes, and whatever a table says of a cell
has to be true. What all populations that fit have in common is what a reader can know.

The second half makes random tables to try it on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt

from internationals.disclosure import Policy, policy
from internationals.disclosure.policy import Rule
from internationals.shapes import Card, Dimension, Method, ProtectedTable, Status

Codes = Mapping[str, str]
"""A code of some facets: those who have all of them."""

Numbers = npt.NDArray[np.int64]

_MOST_POPULATIONS = 100_000


class TooManyError(Exception):
    """More populations fit than can be tried."""


Saying = tuple[Codes, int, float]
"""What one cell says: those with these codes are at least so many, and at most so many."""


@dataclass(frozen=True)
class World:
    """The codes that people can have: per facet its `leaves`, one of which everybody has, and the code `above` some."""

    leaves: Mapping[str, Sequence[str]]
    above: Mapping[str, str]

    def atoms(self) -> list[Codes]:
        """Every combination of leaves."""
        return [dict(zip(self.leaves, codes, strict=True)) for codes in product(*self.leaves.values())]

    def counted(self, whom: Codes) -> npt.NDArray[np.bool_]:
        """Which atoms have these codes."""
        return np.array([all(self._has(atom[f], code) for f, code in whom.items()) for atom in self.atoms()])

    def _has(self, leaf: str, code: str) -> bool:
        return code in (leaf, self.above.get(leaf))


class Populations:
    """All populations of a world in which everything is true that some tables say."""

    def __init__(self, world: World, said: Iterable[Saying]) -> None:
        self._world = world
        heard = [(world.counted(whom), least, most) for whom, least, most in said]
        size = len(world.atoms())
        most = [min((most for atoms, _, most in heard if atoms[at]), default=math.inf) for at in range(size)]
        # Of an atom that no saying bounds there can be any number: each other saying that counts it asks for one
        # person at most, so that nobody and one are the only numbers that make a difference for the rest.
        self._any = np.isinf(most)
        assert all(least <= 1 for atoms, least, _ in heard if (atoms & self._any).any())
        self.numbers: Numbers = np.zeros((1, 0), dtype=np.int64)
        for at in range(size):
            choices = np.arange((1 if self._any[at] else int(most[at])) + 1)
            if len(self.numbers) * len(choices) > 10 * _MOST_POPULATIONS:
                raise TooManyError
            longer = np.repeat(self.numbers, len(choices), axis=0)
            self.numbers = np.column_stack([longer, np.tile(choices, len(self.numbers))])
            for atoms, least, largest in heard:
                there = self.numbers[:, atoms[: at + 1]].sum(axis=1)
                may_grow = atoms[at + 1 :].any()
                self.numbers = self.numbers[(there <= largest) & (may_grow | (there >= least))]
            if len(self.numbers) > _MOST_POPULATIONS:
                raise TooManyError

    def count(self, whom: Codes) -> Numbers:
        """How many people have these codes, in each population."""
        found: Numbers = self.numbers[:, self._world.counted(whom)].sum(axis=1)
        return found

    def unbounded(self, whom: Codes) -> bool:
        """Whether there can be any number of people with these codes."""
        return bool((self._world.counted(whom) & self._any).any())

    def is_bounded(self) -> bool:
        """Whether there can be no more people than these populations have."""
        return not self._any.any()


def sayings(tables: Iterable[ProtectedTable], policy: Policy) -> Iterator[Saying]:
    """What tables say of every combination of the codes on their cards, listed or not."""
    for table in tables:
        fixed = policy.rule(table.card.id).where
        names = [dimension.id for dimension in table.card.dimensions]
        for codes in product(*(dimension.codes for dimension in table.card.dimensions)):
            span = said(table, codes)
            if span is not None:
                yield {**fixed, **dict(zip(names, codes, strict=True))}, *span


def said(table: ProtectedTable, codes: tuple[str, ...]) -> tuple[int, float] | None:
    """The least and the most that one cell says by itself; None for one that says nothing.

    An exact table gives a number, or withholds one that is not zero; what it does not list is zero. A rounded table
    gives a multiple of the base that is less than the base away, which is zero where it lists nothing; what it
    withholds can be zero as well. Either can promise how large what it withholds is at most.
    """
    rounding, cell = table.protection.method is Method.ROUNDED, table.cells.get(codes)
    if cell is None:
        return (0, table.protection.base - 1) if rounding else (0, 0)
    if cell.status is Status.SUPPRESSED:
        most = table.protection.hidden_at_most
        return (1, most) if not rounding else (0, most) if most < math.inf else None
    assert cell.value is not None
    number = int(cell.value)
    if cell.status is Status.ROUNDED:
        return max(0, number - table.protection.base + 1), number + table.protection.base - 1
    return number, number


THREE = {"row": ("r1", "r2", "r3"), "col": ("c1", "c2", "c3"), "nationality": ("0001", "5001", "5002")}
LEAVES = {**THREE, "layer": ("l1", "l2"), "born_nl": ("yes", "no")}
EVERY = ("0001", "international", "5001", "5002")
NATIONALITIES = (EVERY, EVERY[:2], EVERY[:1] + EVERY[2:], EVERY[1:], EVERY[2:])
ABOVE = {"5001": "international", "5002": "international"}
EMPTY = {"nl": "", "en": ""}

ZEROS_ARE_PLAIN = True
"""Whether random tables list every zero, and nobody is missing from a margin.

There are tests of their own for zeros that follow. Make it False once these pass: then zeros are anywhere.
"""


@dataclass(frozen=True)
class Shape:
    """The codes of a table's dimensions, and the codes that all have whom it counts."""

    codes: Mapping[str, Sequence[str]]
    where: Mapping[str, str]

    def cells(self) -> Iterator[tuple[tuple[str, ...], Codes]]:
        """The codes of every cell, and whom it counts."""
        for codes in product(*self.codes.values()):
            yield codes, {**self.where, **dict(zip(self.codes, codes, strict=True))}

    def card(self, name: str) -> Card:
        """The card of such a table."""
        named = {facet: dict.fromkeys(codes, EMPTY) for facet, codes in self.codes.items()}
        dimensions = tuple(Dimension(facet, EMPTY, codes) for facet, codes in named.items())
        return Card(name, EMPTY, EMPTY, EMPTY, dimensions, EMPTY, EMPTY)


def whole(rng: Random) -> list[Shape]:
    """Tables that have all codes; never all pairs of three facets without the triple, from which more follows."""
    facets = rng.sample(sorted(LEAVES), rng.choice([1, 2, 2, 3, 3]))
    codes = {facet: LEAVES[facet][: rng.choice([2, 3])] for facet in facets}
    if "nationality" in facets:
        codes["nationality"] = rng.choice(NATIONALITIES[:3])
    tables = [rng.sample(facets, rng.randint(0, len(facets))) for _ in range(rng.choice([1, 2, 3, 3, 4]))]
    if len({frozenset(table) for table in tables if len(table) == 2}) == 3:
        tables.append(facets)
    return [Shape({facet: codes[facet] for facet in table}, {}) for table in tables]


def ragged(rng: Random, facets: int = 2) -> list[Shape]:
    """Tables of some codes or of some people, beside the total and a margin for every facet."""
    chosen = rng.sample(sorted(LEAVES), facets)
    codes = {facet: LEAVES[facet][: rng.choice([2, 3])] for facet in chosen}
    if "nationality" in chosen:
        codes["nationality"] = NATIONALITIES[0]
    found = [Shape({}, {}), *(Shape({facet: codes[facet]}, {}) for facet in chosen)]
    for _ in range(rng.choice([1, 2, 2, 3])):
        table, where = {}, {}
        for facet in rng.sample(chosen, rng.randint(2, facets)):
            if facet == "born_nl" and rng.random() < 0.5:
                where = {"born_nl": "yes"}
            elif facet == "nationality":
                table[facet] = rng.choice(NATIONALITIES)
            else:
                least = 1 if facets > 2 else len(codes[facet]) - 1  # two that are missing are taken together
                table[facet] = rng.sample(codes[facet], rng.randint(least, len(codes[facet])))
        found.append(Shape(table, where))
    return found


def world_of(shapes: Sequence[Shape]) -> World:
    """The world of some tables: everybody has one of the codes that are on their cards."""
    leaves: dict[str, set[str]] = {}
    for shape in shapes:
        for facet, codes in shape.codes.items():
            leaves.setdefault(facet, set()).update(codes)
        for facet in shape.where:
            leaves.setdefault(facet, set()).update(LEAVES[facet])
    if "nationality" in leaves:
        leaves["nationality"] |= {"0001", "international"}
    wholes = {ABOVE[code] for codes in leaves.values() for code in codes if code in ABOVE}
    return World({facet: sorted(codes - wholes) for facet, codes in leaves.items()}, ABOVE)


def crowd(rng: Random, world: World, most: int) -> Numbers:
    """A few people, how many of each atom: more of some, and of some nobody."""
    size = len(world.atoms())
    likely = [rng.choice([0, 1, 1, 3]) + 0.01 for _ in range(size)]
    drawn = Counter(rng.choices(range(size), likely, k=rng.randint(1, most)))
    if ZEROS_ARE_PLAIN:
        for whom in ({facet: code} for facet, codes in world.leaves.items() for code in codes):
            there = np.flatnonzero(world.counted(whom)).tolist()
            if not any(drawn[at] for at in there):
                drawn[rng.choice(there)] += 1
    return np.array([drawn[at] for at in range(size)])


@dataclass(frozen=True)
class Case:
    """Tables that are published of one world."""

    world: World
    policy: Policy
    tables: tuple[ProtectedTable, ...]

    def populations(self) -> Populations:
        """All populations in which everything is true that the tables say."""
        return Populations(self.world, sayings(self.tables, self.policy))


def rules(shapes: Sequence[Shape], methods: Sequence[Method], **changes: Any) -> Policy:
    """The policy for tables of these shapes, named by their number."""
    named = {
        f"table {n}": Rule(method, "people", shape.where)
        for n, (shape, method) in enumerate(zip(shapes, methods, strict=True))
    }
    return replace(policy(), tables=named, known={}, identities={}, **changes)
