"""What everybody can read in a set of published tables: for every place the range in which its number lies."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import contains
from typing import Any

from internationals.disclosure.facets import ALL
from internationals.disclosure.places import Place, Reader, Slice, names
from internationals.disclosure.policy import Policy
from internationals.shapes import Cell, Method, Nature, ProtectedTable, Status

Range = tuple[float, float]
ZERO: Range = (0.0, 0.0)


@dataclass
class Published:
    """The range of every place that a table speaks of, which tables do, and which places are zero unsaid.

    `rounded` has what is shown for a rounded number, `unsaid` the places whose cell tells nothing, `known_elsewhere`
    those of which others publish the number. `conflicts` are places of which two tables exclude each other. `covered`
    are the parts of tables of which what is not listed is zero, by their population and facets.
    """

    ranges: dict[Place, Range] = field(default_factory=dict)
    said_by: dict[Place, list[str]] = field(default_factory=dict)
    conflicts: list[tuple[Place, str]] = field(default_factory=list)
    identities: list[list[tuple[Place, int]]] = field(default_factory=list)
    unsaid: set[Place] = field(default_factory=set)
    known_elsewhere: set[Place] = field(default_factory=set)
    rounded: dict[Place, float] = field(default_factory=dict)
    covered: dict[tuple[str, tuple[str, ...]], list[Slice]] = field(default_factory=dict)

    def says(self, place: Place, found: Range, table: str) -> None:
        """A table says that a number lies in a range. Ranges that exclude each other are a conflict."""
        low, high = found
        before = self.ranges.get(place)
        if before is not None:
            if low > before[1] or high < before[0]:
                self.conflicts.append((place, table))
                return
            low, high = max(low, before[0]), min(high, before[1])
        self.ranges[place] = (low, high)
        self.said_by.setdefault(place, []).append(table)

    def covers(self, part: Slice) -> None:
        """A table has every code of these facets: what it does not list is zero."""
        self.covered.setdefault((part.of, tuple(part.codes)), []).append(part)

    def slices(self) -> Iterator[Slice]:
        """All parts that are covered."""
        for parts in self.covered.values():
            yield from parts

    def is_zero(self, place: Place) -> bool:
        """Whether everybody knows that there is nobody at a place."""
        said = self.ranges.get(place)
        if said is not None:
            return said == ZERO
        if place in self.unsaid:
            return False
        parts = self.covered.get((place.of, names(place)))
        if not parts:
            return False
        year, codes = place.year, [code for _, code in place.facets]
        for part in parts:  # noqa: SIM110  a generator would take twice the time of what is asked most
            if year in part.years and all(map(contains, part.codes.values(), codes)):
                return True
        return False


def published(tables: Iterable[ProtectedTable], policy: Policy, label: str = "") -> Published:
    """What our own tables say; `label` goes before their names, to tell editions apart."""
    found = Published()
    every = [
        (Reader(policy, table.card, edition=label), table, label + table.card.id)
        for table in tables
        if table.nature is Nature.COUNTS
    ]
    read = [each for each in every if not policy.rule(each[1].card.id).share_of]
    shares = [each for each in every if policy.rule(each[1].card.id).share_of]
    for reader, table, name in read:
        for codes, cell in table.cells.items():
            place = reader.place(codes)
            span = _range(cell, table, place is not None and place.of in policy.signed)
            if place is not None and span is not None:
                found.says(place, span, name)
                if cell.status is Status.ROUNDED and cell.value is not None:
                    found.rounded[place] = cell.value
            elif place is not None:
                found.unsaid.add(place)
    rounded = [each for each in read if each[1].protection.method is Method.ROUNDED]
    for reader, table, _ in read:
        if table.protection.method is not Method.ROUNDED:
            for part in reader.slices():
                found.covers(part)
    for reader, table, name in rounded:
        slack = float(table.protection.base - 1)
        for codes in _grid(found, reader, table):
            place = reader.place(codes)
            if place is not None and codes not in table.cells and not found.is_zero(place):
                low = -slack if place.of in policy.signed else 0.0
                found.says(place, (low, slack), name)
                found.rounded[place] = 0.0
    for reader, _, _ in rounded:
        for part in reader.slices():
            found.covers(part)
    for reader, table, name in shares:
        _parts(found, reader, table, policy.rule(table.card.id).share_of, name)
    for reader, table, _ in read:
        if table.card.id in policy.identities:
            found.identities += _identities(found, reader, table, policy.identities[table.card.id])
    return found


def _identities(
    found: Published, reader: Reader, table: ProtectedTable, identity: Mapping[str, Any]
) -> Iterator[list[tuple[Place, int]]]:
    """The items of a balance, which add up to nothing, for every year and group of which anything is known."""
    at = [dimension.id for dimension in table.card.dimensions].index(identity["item"])
    for codes in dict.fromkeys((*codes[:at], "", *codes[at + 1 :]) for codes in table.cells):
        terms = []
        for item, factor in identity["terms"].items():
            place = reader.place((*codes[:at], item, *codes[at + 1 :]))
            if place is not None and not found.is_zero(place):
                terms.append((place, factor))
        yield terms


def _parts(found: Published, reader: Reader, table: ProtectedTable, facet: str, name: str) -> None:
    """What percentages say of the numbers behind them, where the number that they are of is known."""
    half = 0.5 * 10.0**-table.card.decimals
    for codes, cell in table.cells.items():
        place = reader.place(codes)
        if place is None or cell.value is None:
            continue
        low, high = found.ranges.get(place.having(facet, ALL), (0.0, math.inf))
        if low == high:
            least = math.ceil((cell.value - half) * low / 100 - 1e-9)
            most = math.floor((cell.value + half) * low / 100 + 1e-9)
            found.says(place, (max(0.0, least), max(0.0, most)), name)


def _range(cell: Cell, table: ProtectedTable, signed: bool) -> Range | None:
    """The range in which a number lies, as far as its cell tells; None when it tells nothing."""
    if cell.status is Status.SUPPRESSED:
        most = table.protection.hidden_at_most
        if table.protection.method is not Method.ROUNDED:
            return (-most if signed else 1.0), most
        # Beside what is rounded, those of nobody are withheld too.
        return None if math.isinf(most) else ((-most if signed else 0.0), most)
    if cell.value is None:
        return None
    if cell.status is Status.ROUNDED:
        slack = table.protection.base - 1
        low = cell.value - slack
        return (low if signed else max(0.0, low)), cell.value + slack
    return cell.value, cell.value


def _grid(found: Published, reader: Reader, table: ProtectedTable) -> Iterator[tuple[str, ...]]:
    """All codes of a table, without those of a whole that is known to be zero: nobody is rounded away there."""
    dimensions = [tuple(dimension.codes) for dimension in table.card.dimensions]

    def extended(codes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if len(codes) == len(dimensions):
            yield codes
            return
        place = reader.place(codes)
        if place is not None and place.facets and found.is_zero(place):
            return
        for code in dimensions[len(codes)]:
            yield from extended((*codes, code))

    return extended(())
