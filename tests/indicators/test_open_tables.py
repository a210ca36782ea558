"""Open tables: what was not delivered is missing and not zero, and who is not there has nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from internationals.indicators import compute_open
from internationals.shapes import Cell, Counts, Frame, Observations, Provenance, Status

NAME = {"nl": "Leiden", "en": "Leiden"}
FRAME = Frame("2022", "GM0546", NAME, date(2022, 1, 1), None, (date(2022, 1, 1),), (2021,))
GROUPS = "municipalities_group"
MISSING = Cell(None, Status.MISSING)


def observed(
    source: str, dimensions: str, cells: dict[str, Cell | float], reference: str, rounded_to: int = 0
) -> Observations:
    """Observations with keys written as words."""
    card = Provenance(source, NAME, NAME, "84727NED", "CC BY 4.0", None, None, "", "", 0, {})
    made = {tuple(key.split()): cell if isinstance(cell, Cell) else Cell(cell) for key, cell in cells.items()}
    return Observations(source, tuple(dimensions.split()), made, card, reference, rounded_to=rounded_to)


def tables(*sources: Observations) -> dict[str, Counts]:
    return {counts.card.id: counts for counts in compute_open({one.source: one for one in sources}, FRAME)}


def cells(counts: Counts) -> dict[str, Cell]:
    return {" ".join(row[:-1]): row[-1] for row in counts.rows}


def nationality(**more: Cell | float) -> Observations:
    given: dict[str, Cell | float] = {"2021 0546 total": 1000, "2021 0546 0001": 900, "2021 NL total": 5000}
    given |= {"2021 NL 0001": 4000, "2021 0546 0064": 60, "2021 NL 0064": 300}
    given |= {key.strip("_").replace("_", " "): cell for key, cell in more.items()}
    return observed("cbs_nationality", "year municipality nationality", given, "2021-01-01")


def test_internationals_are_all_without_the_dutch_and_the_country_is_no_municipality() -> None:
    found = tables(nationality())
    assert cells(found["municipalities_group"]) == {
        "2021 0546 total": Cell(1000),
        "2021 0546 international": Cell(100),
    }
    assert cells(found["country_group"]) == {"2021 total": Cell(5000), "2021 international": Cell(1000)}
    assert set(found["municipalities_group"].card.dimensions[1].codes) == {"0546"}
    assert cells(found["municipalities_nationality"]) == {"2021 0546 0064": Cell(60)}


def test_germany_is_called_by_the_name_that_readers_know() -> None:
    given: dict[str, Cell | float] = {"2021 0546 total": 1000, "2021 0546 without": 700, "2021 0546 9089": 90}
    found = tables(nationality(), observed("cbs_background", "year municipality origin", given, "2021-01-01"))
    origin = found["municipalities_origin"].card.dimensions[2]
    assert origin.codes["9089"] == {"nl": "Duitsland", "en": "Germany"}


def test_without_the_number_of_dutch_the_number_of_internationals_is_missing_and_not_zero() -> None:
    found = tables(nationality(_2021_0547_total=500))
    assert cells(found["municipalities_group"])["2021 0547 international"] == MISSING


def test_a_year_that_was_not_delivered_is_missing() -> None:
    found = cells(
        tables(nationality(_2020_0546_total=990, _2020_0546_0001=900, _2021_0547_total=5, _2021_0547_0001=4))[
            "municipalities_group"
        ]
    )
    assert found["2020 0546 international"] == Cell(90)
    assert found["2020 0547 total"] == MISSING


def test_a_municipality_that_is_not_there_yet_or_any_more_has_nobody() -> None:
    # 0003 Appingedam went up in 1979 Eemsdelta on 1 January 2021.
    found = cells(
        tables(nationality(_2020_0003_total=9, _2020_0003_0001=8, _2021_1979_total=9, _2021_1979_0001=8))[
            "municipalities_group"
        ]
    )
    assert "2020 0003 total" in found
    assert "2021 0003 total" not in found
    assert "2020 1979 total" not in found


def test_what_the_own_region_was_before_a_merger_is_kept_and_the_break_is_on_the_card() -> None:
    frame = replace(FRAME, municipality="GM0363", region_members=("0363", "1980"))
    before = nationality(_2021_1980_total=86000, _2021_1980_0001=80000)
    marked = replace(before, breaks={"2022": {"nl": "samengegaan", "en": "merged"}})
    found = {each.card.id: each for each in compute_open({"cbs_nationality": marked}, frame)}[GROUPS]
    assert cells(found)["2021 1980 international"] == Cell(6000)
    assert found.card.breaks == {"2022": {"nl": "samengegaan", "en": "merged"}}
    assert "2021 1980 total" not in cells(tables(marked)[GROUPS])  # of others it is not believed


def test_a_provisional_number_stays_provisional() -> None:
    found = tables(nationality(_2021_0547_total=Cell(50, Status.PROVISIONAL), _2021_0547_0001=40))
    assert cells(found["municipalities_group"])["2021 0547 international"] == Cell(10, Status.PROVISIONAL)


def test_two_sources_of_different_moments_are_both_named() -> None:
    background = observed(
        "cbs_background",
        "year municipality origin",
        {"2020 0546 total": 990, "2020 0546 without": 700},
        "2020-01-01",
    )
    card = tables(nationality(), background)["municipalities_group"].card
    assert card.reference["en"] == "1 January 2021 and 1 January 2020"


def test_rounded_numbers_say_so_and_what_is_not_delivered_is_missing() -> None:
    workers = observed(
        "decisio_workers",
        "year area perspective worker_type",
        {"2019 0546 lives_in total": 7790, "2020 0546 lives_in total": 0, "2020 0546 works_in total": 12375},
        "2020",
        rounded_to=5,
    )
    found = tables(workers)["workers"]
    assert (found.card.rounded_to, found.card.moment, found.card.reference["nl"]) == (5, "2020", "2020")
    assert any("multiples of 5" in note["en"] for note in found.card.notes)
    assert cells(found) == {
        "2019 0546 lives_in total": Cell(7790),
        "2019 0546 works_in total": MISSING,
        "2020 0546 works_in total": Cell(12375),
    }


def test_a_table_whose_source_is_absent_is_absent() -> None:
    assert set(tables(nationality())) == {
        "municipalities_group",
        "municipalities_nationality",
        "country_group",
        "country_nationality",
    }


def registrations(months: dict[str, range]) -> dict[str, Counts]:
    given: dict[str, Cell | float] = {
        f"{year} {n:02} 0546 lab": 10 for year, of in months.items() for n in of
    }
    return tables(observed("expat_centre", "year month municipality employer", given, "2022-04"))


def test_only_years_with_all_months_count_in_full_and_equal_months_are_compared() -> None:
    found = registrations({"2020": range(1, 13), "2021": range(1, 13), "2022": range(1, 5)})
    assert cells(found["expat_registrations"]) == {"2020": Cell(120), "2021": Cell(120)}
    assert found["expat_registrations"].card.moment == "2021"
    assert cells(found["expat_registrations_same_months"]) == {
        year: Cell(40) for year in ("2020", "2021", "2022")
    }
    assert any("January" in note["en"] for note in found["expat_registrations_same_months"].card.notes)


def test_a_year_that_begins_halfway_is_no_full_year() -> None:
    found = registrations({"2020": range(7, 13), "2021": range(1, 13), "2022": range(1, 5)})
    assert cells(found["expat_registrations"]) == {"2021": Cell(120)}
    assert cells(found["expat_registrations_same_months"]) == {"2021": Cell(40), "2022": Cell(40)}


def test_all_students_are_of_duo_only_where_the_source_of_international_ones_has_no_total() -> None:
    dimensions = "year institution sector students"
    nuffic = observed(
        "nuffic_institutions",
        dimensions,
        {
            "2020 21PB wo international": 100,
            "2020 21PB wo all": 1000,
            "2021 21PB wo international": 120,
            "2021 21PB wo all": MISSING,
            "2021 21PC wo international": 50,
        },
        "2021/2022",
    )
    duo = observed(
        "duo_enrolment",
        dimensions,
        {
            "2020 21PB wo all": 1111,
            "2021 21PB wo all": Cell(1234, margin=4),
            "2021 21PC wo all": Cell(600, margin=2),
            "2022 21PB wo all": 9999,
            "2021 00AA wo all": 77,
        },
        "2022/2023",
    )
    found = tables(nuffic, duo)
    assert {
        key: cell for key, cell in cells(found["students_universities"]).items() if key.endswith("all")
    } == {
        "2020 21PB all": Cell(1000),
        "2020 21PC all": MISSING,
        "2021 21PB all": Cell(1234, margin=4),
        "2021 21PC all": Cell(600, margin=2),
    }
    assert cells(found["students_sector"])["2021 wo all"] == Cell(1834, margin=6)
    card = found["students_sector"].card
    assert card.moment == "2021/2022"
    assert any("DUO" in note["en"] for note in card.notes)
    alone = tables(nuffic)["students_sector"]
    assert cells(alone)["2021 wo all"] == MISSING
    assert not any("DUO" in note["en"] for note in alone.card.notes)
