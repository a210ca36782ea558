"""The door: what passes as it is, what does not pass, and what cannot even be offered."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import pytest

from internationals.disclosure import policy, protect
from internationals.disclosure.policy import Rule
from internationals.shapes import (
    Card,
    Cell,
    Counts,
    Dimension,
    DisclosureError,
    Method,
    Nature,
    ProtectedTable,
    Status,
    Tally,
)
from tests.disclosure import town

EMPTY = {"nl": "", "en": ""}
SUPPRESSED = Cell(None, Status.SUPPRESSED)
KEY = b"a key of the tests"


def counts(*rows: tuple[str, int | Cell], nature: Nature = Nature.COUNTS, name: str = "small") -> Counts:
    codes = dict.fromkeys("abcdefgh", EMPTY)
    card = Card(name, EMPTY, EMPTY, EMPTY, (Dimension("letter", EMPTY, codes),), EMPTY, EMPTY)
    return Counts(card, rows, nature)


def through(*tables: Counts, **stricter: object) -> tuple[ProtectedTable, ...]:
    """The tables behind the door, where `small` is a table whose numbers are exact and has no known total."""
    whole = policy(stricter)
    rules = {"small": Rule(tier="exact", of="people"), "exact": Rule(tier="exact", of="people")}
    return protect(tables, (), replace(whole, tables={**whole.tables, **rules}), KEY, "0546").tables


def test_counts_from_one_up_to_below_five_are_suppressed_and_zero_is_zero() -> None:
    (table,) = through(counts(("a", 1), ("b", 4), ("c", 5), ("d", 1000), ("e", 0)))
    assert [table.cell(letter=letter) for letter in "abcdef"] == [
        SUPPRESSED,
        SUPPRESSED,
        Cell(5),
        Cell(1000),
        Cell(0),
        Cell(0),
    ]
    assert table.protection.method is Method.EXACT


def test_a_municipality_may_be_stricter_but_not_looser() -> None:
    (table,) = through(counts(("a", 9), ("b", 10)), threshold=10)
    assert table.cell(letter="a") == SUPPRESSED
    assert table.cell(letter="b") == Cell(10)
    with pytest.raises(DisclosureError, match="under the floor of 5"):
        policy({"threshold": 4})
    with pytest.raises(DisclosureError, match="under the floor of 5"):
        policy({"base": 3})
    with pytest.raises(DisclosureError, match="under the floor of 50"):
        policy({"area_base": 10})


def test_rounding_blurs_at_least_what_is_withheld_elsewhere() -> None:
    assert policy({"threshold": 10}).base == 10


def test_a_table_may_get_a_stricter_tier_and_no_looser_one() -> None:
    assert policy({"tables": {"children": "rounded"}}).tier("children") == "rounded"
    with pytest.raises(DisclosureError, match="from loose to strict: exact, rounded, internal, forbidden"):
        policy({"tables": {"children_neighbourhood": "exact"}})


def test_an_unlisted_table_is_rounded() -> None:
    assert policy().tier("a_new_table") == "rounded"
    (table,) = through(counts(("a", Tally(3, 17)), ("b", Tally(999, 4)), name="a_new_table"))
    assert table.protection.method is Method.ROUNDED
    assert table.cell(letter="a").value in (0, 5)
    assert table.cell(letter="b").value in (995, 1000)
    assert {table.cell(letter=letter).status for letter in "abc"} == {Status.ROUNDED}
    assert table.cell(letter="c").margin == 4


def test_counts_that_do_not_say_who_is_counted_cannot_be_rounded() -> None:
    with pytest.raises(
        DisclosureError, match="a_new_table is to be rounded, and does not say who is counted"
    ):
        through(counts(("a", 12), name="a_new_table"))


def test_a_forbidden_table_stops_the_build_and_an_internal_one_stays_behind() -> None:
    with pytest.raises(DisclosureError, match="The policy forbids the table small"):
        whole = policy()
        forbidden = replace(whole, tables={"small": Rule(tier="forbidden", of="people")})
        protect([counts(("a", 100))], (), forbidden, KEY, "0546")
    assert policy().tier("balance_nationality") == "internal"
    assert through(counts(("a", 100), name="balance_nationality")) == ()


def test_a_code_that_the_card_does_not_name_is_refused() -> None:
    with pytest.raises(DisclosureError, match="letter 'z'"):
        through(counts(("z", 100)))


def test_two_tables_that_count_the_same_people_differently_are_refused() -> None:
    with pytest.raises(
        DisclosureError, match="exact counts 11 where another table counts 12 of the same people"
    ):
        through(counts(("a", 12)), counts(("a", 11), name="exact"))


DUTCH, FIJIANS, PERUVIANS, CHADIANS = "0001", "0110", "0216", "0153"
CENTRE, NORTH, EDGE = "054601", "054602", "054603"


def by_area(
    years: Mapping[str, Mapping[str, tuple[int, int, int]]], *, of_all: bool = True
) -> ProtectedTable:
    """Nationalities by district behind the door: of each year and nationality the people in the three districts.

    Beside it a table with the internationals `of_all` nationalities in each district, or none.
    """

    def foreign(rows: Mapping[str, tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        return [n for held, n in rows.items() if held != DUTCH]

    areas = (CENTRE, NORTH, EDGE)
    everywhere = {year: {held: sum(n) for held, n in rows.items()} for year, rows in years.items()}
    internationals = {
        year: {
            f"international {area}": sum(n)
            for area, n in zip(areas, zip(*foreign(rows), strict=True), strict=True)
        }
        for year, rows in years.items()
    }
    within = {
        year: {
            f"{held} {area}": n for held, some in rows.items() for area, n in zip(areas, some, strict=True)
        }
        for year, rows in years.items()
    }
    offered = (
        town.counts_of_years("residents_nationality", "nationality", everywhere),
        *([town.counts_of_years("residents_district", "group district", internationals)] if of_all else ()),
        town.counts_of_years("residents_nationality_district", "nationality district", within),
    )
    return protect(offered, (), policy(), KEY, "0546").tables[-1]


def test_nationalities_are_shown_within_areas_from_fifty_internationals_there() -> None:
    table = by_area({"2022": {FIJIANS: (40, 25, 30), CHADIANS: (50, 25, 19)}})
    shown = {
        (held, area): table.cell(year="2022", nationality=held, district=area).value
        for held in (FIJIANS, CHADIANS)
        for area in (CENTRE, NORTH, EDGE)
    }
    assert shown[FIJIANS, CENTRE] == 40 and shown[CHADIANS, CENTRE] == 50
    assert shown[FIJIANS, NORTH] == shown[CHADIANS, NORTH] == 25, "50 internationals live there"
    assert shown[FIJIANS, EDGE] is shown[CHADIANS, EDGE] is None, "49 live there"


def test_within_areas_a_nationality_is_shown_in_the_years_in_which_fifty_have_it() -> None:
    fijians, few = (100, 100, 100), (20, 20, 9)
    table = by_area(
        {
            "2021": {FIJIANS: fijians, PERUVIANS: (20, 20, 10), CHADIANS: few},
            "2022": {FIJIANS: fijians, PERUVIANS: few, CHADIANS: few},
        }
    )
    peruvians = [table.cell(year=year, nationality=PERUVIANS, district=CENTRE) for year in ("2021", "2022")]
    assert peruvians[0].value == 20 and peruvians[1] == SUPPRESSED
    assert list(table.card.dimensions[1].codes) == [FIJIANS, PERUVIANS], "49 Chadians are in no year enough"


def test_the_dutch_are_shown_within_areas_as_they_are_among_the_groups() -> None:
    table = by_area({"2022": {DUTCH: (900, 800, 700), CHADIANS: (50, 25, 19)}})
    assert [table.cell(year="2022", nationality=DUTCH, district=at).value for at in (CENTRE, EDGE)] == [
        900,
        700,
    ]
    assert table.cell(year="2022", nationality=CHADIANS, district=EDGE) == SUPPRESSED, (
        "19 internationals live there"
    )


def test_what_is_withheld_within_areas_is_promised_to_be_fewer_than_fifty() -> None:
    table = by_area({"2022": {DUTCH: (900, 800, 700), FIJIANS: (40, 25, 30), CHADIANS: (50, 25, 19)}})
    assert table.protection.hidden_at_most == 49


def test_nothing_is_promised_within_areas_where_more_is_withheld() -> None:
    # Nobody has counted the internationals of each district, so all are taken for too small.
    table = by_area({"2022": {DUTCH: (900, 800, 700), FIJIANS: (500, 25, 30)}}, of_all=False)
    assert table.cell(year="2022", nationality=FIJIANS, district=CENTRE) == SUPPRESSED
    assert table.protection.hidden_at_most == math.inf


def test_what_its_producer_has_published_passes_as_it_is() -> None:
    missing = Cell(None, Status.MISSING)
    (table,) = through(
        counts(("a", 1), ("b", Cell(3, Status.PROVISIONAL)), ("c", missing), nature=Nature.PUBLIC)
    )
    assert [table.cell(letter=letter) for letter in "abc"] == [Cell(1), Cell(3, Status.PROVISIONAL), missing]
    assert table.nature is Nature.PUBLIC
    assert table.protection.method is Method.NONE


def test_a_share_of_a_survey_is_no_count_and_passes_with_its_status() -> None:
    (table,) = through(counts(("a", Cell(3.2)), ("b", SUPPRESSED), nature=Nature.SURVEY))
    assert [table.cell(letter=letter) for letter in "ab"] == [Cell(3.2), SUPPRESSED]


def test_a_count_of_our_own_is_suppressed_whatever_its_status_and_a_reason_stays() -> None:
    missing = Cell(None, Status.MISSING)
    (table,) = through(counts(("a", Cell(4, Status.PROVISIONAL)), ("b", missing), ("c", Cell(6))))
    assert [table.cell(letter=letter) for letter in "abc"] == [SUPPRESSED, missing, Cell(6)]
