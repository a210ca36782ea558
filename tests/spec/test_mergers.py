"""Municipal mergers: who was there on a day, and what became of whom; true on a day and false the day before."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from internationals.definitions.codes import municipalities
from internationals.definitions.mergers import divided, existed, merged_between, successor

EXISTED = (
    ("Heerhugowaard is there on its last day", "0398", date(2021, 12, 31), True),
    ("Heerhugowaard is not there on the day of the merger", "0398", date(2022, 1, 1), False),
    ("Dijk en Waard is not there the day before", "1980", date(2021, 12, 31), False),
    ("Dijk en Waard is there from the day of the merger", "1980", date(2022, 1, 1), True),
    ("Weesp is there on 23 March 2022", "0457", date(2022, 3, 23), True),
    ("Weesp is not there on 24 March 2022", "0457", date(2022, 3, 24), False),
    ("Brielle is there on the last day of 2022", "0501", date(2022, 12, 31), True),
    ("Brielle is not there on the first of 2023", "0501", date(2023, 1, 1), False),
    ("Voorne aan Zee is not there before 2023", "1992", date(2022, 12, 31), False),
    ("Voorne aan Zee is there from 2023", "1992", date(2023, 1, 1), True),
    ("Leiden is there", "0546", date(2025, 1, 1), True),
    ("The non-residents are no municipality", "1999", date(2025, 1, 1), False),
    ("An unknown place is no municipality", "0000", date(2025, 1, 1), False),
    ("A code on no list is no municipality", "9998", date(2025, 1, 1), False),
)

SUCCESSORS = (
    ("Leiden stays Leiden", "0546", date(2025, 1, 1), "0546"),
    ("Langedijk is itself the day before", "0416", date(2021, 12, 31), "0416"),
    ("Langedijk is Dijk en Waard from the day of the merger", "0416", date(2022, 1, 1), "1980"),
    ("Weesp is part of Amsterdam from 24 March 2022", "0457", date(2022, 3, 24), "0363"),
    ("Westvoorne is Voorne aan Zee from 2023", "0614", date(2023, 1, 1), "1992"),
    ("A successor of a successor is found", "0002", date(2025, 1, 1), "1969"),
    ("and on the way there it was Zuidhorn", "0002", date(2018, 12, 31), "0056"),
    ("Voorne aan Zee had become nothing before it began", "1992", date(2022, 12, 31), None),
    ("A code on no list has no successor", "9998", date(2025, 1, 1), None),
)

MERGED = (
    ("Nothing merged in 2024 and 2025", date(2023, 1, 1), date(2025, 1, 1), {}),
    (
        "During 2022 Weesp and the three of Voorne",
        date(2022, 1, 1),
        date(2023, 1, 1),
        {"0363": ("0363", "0457"), "1992": ("0501", "0530", "0614")},
    ),
    (
        "On 1 January 2022 three new ones, and Purmerend with Beemster",
        date(2021, 12, 31),
        date(2022, 1, 1),
        {
            "0439": ("0370", "0439"),
            "1980": ("0398", "0416"),
            "1982": ("0756", "0786", "0815", "1684", "1702"),
            "1991": ("0856", "1685"),
        },
    ),
    ("The day after, nothing", date(2022, 1, 1), date(2022, 1, 2), {}),
    (
        "On 1 January 2021 Eemsdelta, and nobody for Haaren, which was shared out over four",
        date(2020, 1, 1),
        date(2021, 1, 1),
        {"1979": ("0003", "0010", "0024")},
    ),
)


@pytest.mark.parametrize(("code", "at", "there"), [row[1:] for row in EXISTED], ids=[r[0] for r in EXISTED])
def test_who_was_there_on_a_day(code: str, at: date, there: bool) -> None:
    assert existed(code, at) is there


@pytest.mark.parametrize(
    ("code", "at", "became"), [row[1:] for row in SUCCESSORS], ids=[r[0] for r in SUCCESSORS]
)
def test_what_a_municipality_has_become(code: str, at: date, became: str | None) -> None:
    assert successor(code, at) == became


@pytest.mark.parametrize(("first", "last", "found"), [row[1:] for row in MERGED], ids=[r[0] for r in MERGED])
def test_what_merged_between_two_days(first: date, last: date, found: dict[str, tuple[str, ...]]) -> None:
    assert merged_between(first, last) == found


@pytest.mark.parametrize(
    ("year", "number"),
    [
        *[(2012, 415), (2013, 408), (2014, 403), (2015, 393), (2016, 390), (2017, 388), (2018, 380)],
        *[(2019, 355), (2020, 355), (2021, 352), (2022, 345), (2023, 342), (2024, 342), (2025, 342)],
    ],
)
def test_so_many_municipalities_there_were_on_the_first_of_january(year: int, number: int) -> None:
    assert len([code for code in municipalities() if existed(code, date(year, 1, 1))]) == number


def test_every_municipality_since_2012_has_become_one_of_today() -> None:
    today = date(2025, 1, 1)
    for year in range(2012, 2026):
        for code in municipalities():
            if existed(code, date(year, 1, 1)):
                assert successor(code, today) is not None, code


def test_the_divided_ones_went_to_municipalities_that_were_there() -> None:
    for code, into in divided().items():
        ended = municipalities()[code].valid_to
        assert ended is not None
        assert len(into) > 1
        assert municipalities()[code].successor in into
        assert all(existed(part, ended) for part in into), code


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("year", "lacking"),
    [("2022", {"0457", "0501", "0530", "0614"}), ("2023", set()), ("2024", set())],
)
def test_those_with_a_number_at_statistics_netherlands_were_there(
    real_data: Path, year: str, lacking: set[str]
) -> None:
    with (real_data / "cbs" / "85458NED_gemeenten_2022-2024_long.csv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["jaar"] == year and row["waarde"]]
    given = {row["regio_code"].removeprefix("GM") for row in rows if row["regio_code"].startswith("GM")}
    there = {code for code in municipalities() if existed(code, date(int(year), 1, 1))}
    assert given <= there
    assert there - given == lacking  # the file has only those that were there in 2024


@pytest.mark.real_data
def test_the_municipalities_of_the_map_of_2022_are_those_after_weesp(real_data: Path) -> None:
    text = (real_data / "geo" / "gemeenten_2022_rd_kiesraad.geojson").read_text("utf-8")
    codes = {item["properties"]["regiocode"].removeprefix("G") for item in json.loads(text)["features"]}
    assert codes == {code for code in municipalities() if existed(code, date(2022, 3, 24))}


@pytest.mark.real_data
def test_what_merged_from_2012_until_2018_is_what_another_list_says(real_data: Path) -> None:
    with (real_data / "statline-csv-exports" / "gm_changes_before_2018.csv").open(encoding="cp1252") as lines:
        changes = [row for row in csv.DictReader(lines, delimiter=";") if int(row["Eindjaar"]) >= 2012]
    assert len(changes) > 40
    for change in changes:
        old, now = change["Oude"].removeprefix("GM"), change["Huidige code"].removeprefix("GM")
        assert successor(old, date(2018, 1, 1)) == now, change
