"""Published cases as tables of ours: what they count, how they are published, and what can be known of them.

A cell of a case has one code for each facet, and ALL for a facet over which it is a total. All cells that have the
same facets are one table, so that margins are tables of their own that are linked to the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from random import Random

import numpy as np

from internationals.disclosure import Audit, Protected, audit, policy, protect
from internationals.disclosure.places import Reader
from internationals.disclosure.policy import Policy, Rule
from internationals.disclosure.published import published
from internationals.disclosure.solver import Problem, Solver
from internationals.disclosure.system import system
from internationals.shapes import (
    Card,
    Cell,
    Counts,
    Dimension,
    Method,
    ProtectedTable,
    Protection,
    Status,
    Tally,
)

ALL = "*"
KEY = b"the key of these tests"
OWN = "0546"
EMPTY = {"nl": "", "en": ""}

Codes = tuple[str, ...]
Sum = tuple[str, Sequence[str]]


def grid(columns: str, text: str) -> dict[Codes, int]:
    """The inner cells of a table: the codes of its columns, and for each row its code and its counts."""
    lines = [line.split() for line in text.split(",")]
    return {
        (row, column): int(n)
        for row, *counts in lines
        for column, n in zip(columns.split(), counts, strict=True)
    }


def with_margins(inner: Mapping[Codes, int]) -> dict[Codes, int]:
    """The counts of a table together with all their sums."""
    found: dict[Codes, int] = {}
    for codes, count in inner.items():
        for cell in product(*({ALL, code} for code in codes)):
            found[cell] = found[cell] + count if cell in found else count
    return dict(sorted(found.items()))


@dataclass(frozen=True)
class Case:
    """Counts by the codes of facets, and from which count on a number is not small.

    With `sums` the codes of the one facet do not add up to everything, but as these say: a whole, and its parts.
    Each sum is a table.
    """

    facets: tuple[str, ...]
    counts: Mapping[Codes, int]
    threshold: int = 5
    tier: str = Method.EXACT.value
    sums: Sequence[Sum] = ()

    @cached_property
    def tables(self) -> tuple[Counts, ...]:
        """One table for each sum, or for each set of facets."""
        if self.sums:
            return tuple(
                self._table(f"sum {n}", (0,), {(code,): self.counts[code,] for code in (*parts, whole)})
                for n, (whole, parts) in enumerate(self.sums)
            )
        cells: dict[tuple[int, ...], dict[Codes, int]] = {}
        for codes, count in self.counts.items():
            at = tuple(n for n, code in enumerate(codes) if code != ALL)
            cells.setdefault(at, {})[tuple(codes[n] for n in at)] = count
        return tuple(
            self._table(" ".join(self.facets[n] for n in at) or "everybody", at, some)
            for at, some in cells.items()
        )

    def _table(self, name: str, at: tuple[int, ...], cells: Mapping[Codes, int]) -> Counts:
        dimensions = tuple(
            Dimension(self.facets[facet], EMPTY, dict.fromkeys((codes[n] for codes in cells), EMPTY))
            for n, facet in enumerate(at)
        )
        card = Card(name, EMPTY, EMPTY, EMPTY, dimensions, EMPTY, EMPTY)
        return Counts(card, tuple((*codes, count) for codes, count in cells.items()))

    @property
    def policy(self) -> Policy:
        """Our policy with these tables instead of ours."""
        rule = Rule(tier=self.tier, of="people")
        tables = {table.card.id: rule for table in self.tables}
        identities = {
            f"sum {n}": {"item": self.facets[0], "terms": {whole: -1, **dict.fromkeys(parts, 1)}}
            for n, (whole, parts) in enumerate(self.sums)
        }
        return replace(
            policy(),
            threshold=self.threshold,
            tables=tables,
            known={},
            identities=identities,
            apart=frozenset({"people"} if self.sums else ()),
        )

    def protected(self, key: bytes = KEY) -> Protected:
        """The tables as we would publish them."""
        return protect(self.tables, (), self.policy, key, OWN)

    def published(self, hidden: Iterable[Codes]) -> list[ProtectedTable]:
        """The tables as somebody publishes them who withholds these cells."""
        hidden = set(hidden)
        found = []
        for table in self.tables:
            cells = {
                codes: Cell(None, Status.SUPPRESSED)
                if self.cell(table.card, codes) in hidden
                else Cell(count)
                for *some, count in table.rows
                if (codes := tuple(some)) is not None
            }
            found.append(ProtectedTable(table.card, cells, table.nature, Protection(Method.EXACT)))
        return found

    def cell(self, card: Card, codes: Codes) -> Codes:
        """A cell of a table as a cell of this case."""
        said = {dimension.id: code for dimension, code in zip(card.dimensions, codes, strict=True)}
        return tuple(said.get(facet, ALL) for facet in self.facets)

    def hidden(self, tables: Iterable[ProtectedTable]) -> set[Codes]:
        """The cells that published tables withhold."""
        return {
            self.cell(table.card, codes)
            for table in tables
            for codes, cell in table.cells.items()
            if cell.status is Status.SUPPRESSED
        }

    @property
    def small(self) -> set[Codes]:
        """The cells that are withheld for what they are."""
        return {codes for codes, count in self.counts.items() if 0 < count < self.threshold}

    def audit(self, tables: Iterable[ProtectedTable]) -> Audit:
        """Our attack on published tables."""
        return audit(tables, (), self.policy, OWN)

    def leaks(self, tables: Iterable[ProtectedTable]) -> dict[Codes, tuple[float, float]]:
        """What our attack on published tables finds, with the range in which it lies."""
        found = {}
        for leak in self.audit(tables).leaks:
            said = dict(leak.place.facets)
            found[tuple(said.get(facet, ALL) for facet in self.facets)] = (leak.least, leak.most)
        return found

    def ranges(self, tables: list[ProtectedTable], least: int = 0) -> dict[Codes, tuple[float, float]]:
        """The range of every cell that is withheld, for a reader who only knows that it is not below the least.

        Most of what is published elsewhere lets a cell that is withheld be zero. Ours cannot be: we show zeros.
        """
        made = system(published(tables, self.policy), self.policy)
        low = np.array(made.low)
        hidden = {}
        for table in tables:
            reader = Reader(self.policy, table.card)
            for codes, cell in table.cells.items():
                if cell.status is Status.SUPPRESSED:
                    place = reader.place(codes)
                    assert place is not None
                    hidden[self.cell(table.card, codes)] = at = made.index[place]
                    low[at] = least
        solver = Solver(Problem(low, np.array(made.high), made.sums, [0.0] * len(made.sums)))
        return {codes: solver.range_of(at) for codes, at in hidden.items()}


def persons(counts: Mapping[Codes, int]) -> dict[Codes, int]:
    """The same counts, of persons with record keys."""
    random = Random(2022)
    return {codes: Tally(n, random.getrandbits(64)) for codes, n in counts.items() if n}


_REGIONS = {"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}
BY_COUNTY = (("county-1", "ABIJ"), ("county-2", "KLMN"), ("total", ("county-1", "county-2")))
BY_SIZE = (("BIG", "LM"), ("small", "ABIJKN"), ("total", ("BIG", "small")))


def regions(sums: Sequence[Sum]) -> Case:
    """The regions with the sums of some of them."""
    counts = dict(_REGIONS)
    for whole, parts in sums:
        counts[whole] = sum(counts[part] for part in parts)
    return Case(("region",), {(code,): n for code, n in counts.items()}, threshold=4, sums=sums)


_TEN_ROWS = """young Spain 2014 6, young Iceland 2014 8, old Spain 2014 9, old Portugal 2014 1, young Iceland 2015 2,
    old Spain 2015 4, old Portugal 2015 3, young Spain 2016 7, young Iceland 2016 2, young Portugal 2016 2"""
EU, NOT_EU = "054601", "054602"
COUNTRIES = {"Portugal": f"{EU}01", "Spain": f"{EU}02", "Iceland": f"{NOT_EU}01"}
"""As neighbourhoods in districts: the codes of areas are a tree here."""


def two_tables() -> Case:
    """Age by EU or not by year, and country by year, both with their margins."""
    by_country: dict[Codes, int] = {}
    by_eu: dict[Codes, int] = {}
    for age, country, year, n in (row.split() for row in _TEN_ROWS.split(",")):
        area = COUNTRIES[country]
        by_country[ALL, area, year] = by_country.get((ALL, area, year), 0) + int(n)
        by_eu[age, area[:6], year] = by_eu.get((age, area[:6], year), 0) + int(n)
    return Case(
        ("cohort", "area", "period"), {**with_margins(by_country), **with_margins(by_eu)}, threshold=3
    )
