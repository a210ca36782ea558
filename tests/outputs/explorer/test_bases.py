"""What a number is a share of: the parts of every table that says so add up to what it is said to be a part of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

import pytest

from internationals import build, release
from internationals.outputs.site.bases import BASES, SUM, base_of, total_of
from internationals.project import Project
from internationals.shapes import Card, Dimension

OWN = "0546"
SOME = {
    *(
        "residents_nationality_district",
        "residents_nationality_neighbourhood",
    ),  # those of whom enough live here
    *("country_origin", "municipalities_origin"),  # the producer lists the largest
    "expat_employers_top",
}
"""Tables whose parts are not all there are: shares of the whole, that add up to less."""

Key = Mapping[str, str]
Number = Callable[[str, Key], "float | None"]


@pytest.fixture(scope="module")
def cards(leiden: Project) -> Mapping[str, Card]:
    tables = release.read(leiden.release("2022")).tables
    return {name: table.card for name, table in tables.items()}


@pytest.fixture(scope="module")
def number(leiden: Project, cards: Mapping[str, Card]) -> Number:
    """The exact number at the codes of a table, or the released one of a table that is not from the register; None
    where that is withheld."""
    counted, _files = build.count(leiden, "2022", lambda _what, _part: None)
    exact = {each.card.id: {tuple(map(str, row[:-1])): row[-1] for row in each.rows} for each in counted}
    tables = release.read(leiden.release("2022")).tables

    def found(name: str, key: Key) -> float | None:
        if name in exact:
            return exact[name].get(tuple(key[each.id] for each in cards[name].dimensions), 0)
        return tables[name].cell(**key).value

    return found


def codes_of(card: Card, dimension: str) -> tuple[str, ...]:
    return next(tuple(each.codes) for each in card.dimensions if each.id == dimension)


def keys(dimensions: list[Dimension]) -> Iterator[Key]:
    for codes in product(*(dimension.codes for dimension in dimensions)):
        yield dict(zip((each.id for each in dimensions), codes, strict=True))


def test_every_table_that_has_a_base_finds_it(cards: Mapping[str, Card]) -> None:
    for name, bases in BASES.items():
        dimensions = {each.id: each for each in cards[name].dimensions}
        for along in bases:
            assert base_of(cards[name], dimensions[along], cards, OWN), f"{name} along {along}"
            assert total_of(dimensions[along]) is None, f"{name} has a total along {along} of its own"


def test_parts_add_up_to_the_table_that_has_their_total(cards: Mapping[str, Card], number: Number) -> None:
    held = set()
    for name, bases in BASES.items():
        card = cards[name]
        for along in bases:
            dimension = next(each for each in card.dimensions if each.id == along)
            base = base_of(card, dimension, cards, OWN)
            if not isinstance(base, dict):
                continue
            for rest in keys([each for each in card.dimensions if each.id != along]):
                if any(rest[where] in codes for where, codes in base.get("without", {}).items()):
                    continue
                parts = [number(name, {**rest, along: code}) for code in dimension.codes]
                wholes = whole_of(base, rest, cards, number)
                if wholes is None or (None in parts and name not in SOME):
                    continue
                known = sum(part for part in parts if part is not None)
                margin = (len(parts) + 1) * card.rounded_to / 2
                if name in SOME:
                    assert known <= wholes + margin, f"{name} along {along} at {rest}"
                else:
                    assert known == pytest.approx(wholes, abs=margin), f"{name} along {along} at {rest}"
                held.add((name, along))
    assert held == {
        (name, along) for name, bases in BASES.items() for along, (base, _) in bases.items() if base != SUM
    }


def whole_of(base: Mapping[str, Any], rest: Key, cards: Mapping[str, Card], number: Number) -> float | None:
    """The number of the other table; where that adds up in turn, the sum of it. None where it is withheld, or where
    the other table does not go back as far."""
    name, key = base["table"], {**rest, **base["codes"]}
    summed = next((where for where, code in key.items() if code == "_total"), None)
    codes = codes_of(cards[name], summed) if summed else ("",)
    found: list[float] = []
    for code in codes:
        at = {**key, summed: code} if summed else key
        if any(value not in codes_of(cards[name], where) for where, value in at.items()):
            return None
        value = number(name, at)
        if value is None:
            return None
        found.append(value)
    return sum(found)


def test_parts_that_are_added_up_are_all_there_is(cards: Mapping[str, Card], number: Number) -> None:
    def total(name: str, along: str, **rest: str) -> float:
        found = [number(name, {**rest, along: code}) for code in codes_of(cards[name], along)]
        assert None not in found
        return sum(each for each in found if each is not None)

    for year in codes_of(cards["residents_group"], "year"):
        everybody = number("residents_group", {"year": year, "group": "total"})
        by_origin = [
            total("residents_origin2022", "origin", year=year, born=born)
            for born in codes_of(cards["residents_origin2022"], "born")
        ]
        by_birth = [
            total("residents_origin2022", "born", year=year, origin=origin)
            for origin in codes_of(cards["residents_origin2022"], "origin")
        ]
        by_country = [
            total("residents_origin2022_country", "born", year=year, origin=origin)
            for origin in codes_of(cards["residents_origin2022_country"], "origin")
        ]
        assert sum(by_origin) == sum(by_birth) == sum(by_country) == everybody
    for year in codes_of(cards["students_region"], "year"):
        of_countries = total("students_country", "country", year=year, level="all")
        assert total("students_region", "region", year=year) == of_countries
    for year in codes_of(cards["students_sector"], "year"):
        of_institutions = [
            total(name, "institution", year=year, students="all")
            for name in ("students_universities", "students_applied_sciences")
        ]
        assert total("students_sector", "sector", year=year, students="all") == sum(of_institutions)
