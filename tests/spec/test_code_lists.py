"""The code lists: complete in themselves, and equal to the national tables where those are at hand."""

import csv
import json
import os
from datetime import date
from pathlib import Path

import pytest

from internationals.definitions.codes import (
    Country,
    areas,
    countries,
    memberships,
    municipalities,
    nationalities,
    residence_titles,
)

DATA = Path(os.environ.get("INTERNATIONALS_REAL_DATA", Path(__file__).parents[3] / "shared" / "real-data"))
real_data = pytest.mark.real_data
needs_real_data = pytest.mark.skipif(not DATA.is_dir(), reason="the folder of real files is not here")

BRITISH = {"0060", "0083", "0085", "0429", "0450"}

MERGED_SINCE = ("0501", "0530", "0614")

# Where the register's wording is not the name of a nationality, the list has the name.
RENAMED_NATIONALITIES = {
    *("0029", "0055", "0060", "0083", "0085", "0086", "0088", "0110", "0144", "0223", "0338"),
    *("0429", "0437", "0448", "0450", "0451", "0452", "0453"),
}


def official(number: int) -> list[list[str]]:
    """The rows of a national table (UTF-16 with a byte order mark), without the header."""
    (file,) = DATA.glob(f"brp-tabellen/Tabel{number}*.csv")
    with file.open(encoding="utf-16", newline="") as lines:
        return list(csv.reader(lines))[1:]


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@real_data
@needs_real_data
def test_nationalities_are_those_of_table_32():
    ours = nationalities()
    assert len(ours) == 217
    assert [(item.code, item.valid_from, item.valid_to) for item in ours.values()] == [
        (code, day(start), day(end)) for code, _, start, end in official(32)
    ]
    assert {code for code, name, _, _ in official(32) if ours[code].nl != name} == RENAMED_NATIONALITIES


@real_data
@needs_real_data
def test_countries_are_those_of_table_34():
    ours = countries()
    assert len(ours) == 390
    assert [(item.code, item.nl, item.valid_from, item.valid_to) for item in ours.values()] == [
        (code, name, day(start), day(end)) for code, name, start, end, _ in official(34)
    ]


@real_data
@needs_real_data
def test_municipalities_are_those_of_table_33_of_march_2022_and_the_mergers_since():
    ours = municipalities()
    table = [
        (code, name, successor, day(start), day(end)) for code, name, successor, start, end in official(33)
    ]
    assert len(table) == 1478
    assert max(end for *_, end in table if end) == date(2022, 3, 24)
    voorne = date(2023, 1, 1)
    since = {
        (item.code, item.successor, item.valid_from == voorne, item.valid_to == voorne)
        for item in ours.values()
        if voorne in (item.valid_from, item.valid_to)
    }
    assert since == {("1992", "", True, False), *((code, "1992", False, True) for code in MERGED_SINCE)}
    assert [
        (
            item.code,
            item.name,
            *(
                ("", item.valid_from, None)
                if item.valid_to == voorne
                else (item.successor, item.valid_from, item.valid_to)
            ),
        )
        for item in ours.values()
        if item.valid_from != voorne
    ] == table


@real_data
@needs_real_data
def test_residence_titles_are_those_of_table_56():
    ours = residence_titles()
    assert len(ours) == 43
    assert [(item.code, item.valid_from, item.valid_to) for item in ours.values()] == [
        (code, day(start), day(end)) for code, _, start, end in official(56)
    ]


@real_data
@needs_real_data
def test_europe_is_what_duo_calls_europe():
    lines = (DATA / "duo-1cho-dec" / "Dec_land_naar_herkomstindikking.asc").read_text("cp1252").splitlines()
    europe = {line[:4] for line in lines if line[4:6] == "02"}
    assert {code for code, country in countries().items() if country.europe} == europe


@real_data
@needs_real_data
def test_the_areas_of_leiden_are_those_of_the_map():
    features = json.loads((DATA / "geo" / "leiden_buurten_2022_rd.geojson").read_text("utf-8"))["features"]
    names = {item["properties"]["statcode"][2:]: item["properties"]["statnaam"] for item in features}
    districts = {item["properties"]["wk_code"][2:]: item["properties"]["wk_naam"] for item in features}
    ours = areas("0546")
    assert {code: area.nl for code, area in ours.items() if area.level == "neighbourhood"} == names
    assert {code: area.nl for code, area in ours.items() if area.level == "district"} == districts


def test_every_nationality_has_the_country_of_a_state_but_three():
    stateless = {code for code, item in nationalities().items() if not item.country}
    assert stateless == {"0000", "0499", "0500"}
    assert {item.country for item in nationalities().values() if item.country} <= set(countries())


def test_a_nationality_is_european_when_its_state_is():
    # Dutch, and treated as Dutch, are not: Europe is without the Netherlands.
    for item in nationalities().values():
        assert item.europe == (bool(item.country) and countries()[item.country].europe), item


def test_only_the_british_statuses_are_grouped():
    grouped = {code for code, item in nationalities().items() if item.group != code}
    assert grouped == BRITISH - {"0060"}
    assert {nationalities()[code].group for code in BRITISH} == {"0060"}


@pytest.mark.parametrize(
    ("code", "country"),
    [
        *[("0055", "9089"), ("0082", "7085"), ("0060", "6039"), ("0052", "5010"), ("0067", "6018")],
        *[("0110", "9008"), ("0451", "6069"), ("0136", "6040"), ("0137", "6005"), ("0207", "7027")],
        *[("0448", "8030"), ("0048", "5047"), ("0303", "5031"), ("0088", "5113"), ("0086", "5100")],
        *[("0312", "7046"), ("0313", "6024"), ("0119", "7040"), ("0113", "9043"), ("0139", "5072")],
        *[("0058", "5048"), ("0318", "5016"), ("0340", "7012"), ("0405", "7053"), ("0404", "6062")],
        *[("0329", "6049"), ("0341", "6036"), ("0065", "6045"), ("0453", "5102"), ("0454", "5103")],
    ],
)
def test_nationalities_that_are_easily_confused_have_their_own_state(code, country):
    assert nationalities()[code].country == country


def test_labels_are_filled_and_differ():
    for items in (nationalities(), countries(), residence_titles(), areas("0546")):
        for language in ("nl", "en"):
            labels = [item.label[language] for item in items.values()]
            assert all(label and label == label.strip() for label in labels)
            assert len(set(labels)) == len(labels)


def test_a_code_that_ends_ends_after_it_began():
    # Table 32 has two codes that exist on one day only.
    for items in (nationalities(), countries(), municipalities(), residence_titles()):
        for item in items.values():
            if item.valid_from and item.valid_to:
                assert item.valid_from <= item.valid_to


def test_a_merged_municipality_ends_and_has_a_successor_on_the_list():
    for item in municipalities().values():
        if item.successor:
            assert item.valid_to is not None, item
            assert item.successor in municipalities(), item


def test_leiden_and_the_non_residents_are_municipalities():
    assert municipalities()["0546"].name == "Leiden"
    assert "1999" in municipalities()


@pytest.mark.parametrize(
    ("at", "members"),
    [
        *[(date(1957, 12, 31), 0), (date(1958, 1, 1), 6), (date(1972, 12, 31), 6), (date(1973, 1, 1), 9)],
        *[(date(1981, 1, 1), 10), (date(1986, 1, 1), 12), (date(1995, 1, 1), 15), (date(2004, 5, 1), 25)],
        *[(date(2007, 1, 1), 27), (date(2013, 6, 30), 27), (date(2013, 7, 1), 28)],
        *[(date(2020, 1, 31), 28), (date(2020, 2, 1), 27)],
    ],
)
def test_the_european_union_has_so_many_members(at, members):
    present = [item for item in memberships() if item.valid_from <= at < (item.valid_to or date.max)]
    assert len(present) == members


def test_every_member_of_the_union_is_a_country_with_a_nationality():
    states = {item.country for item in nationalities().values()}
    names: dict[str, Country] = countries()
    for member in memberships():
        assert member.country in states
        assert member.name == names[member.country].en


def test_every_member_is_european_by_duo_too_but_the_netherlands():
    assert {item.country for item in memberships() if not countries()[item.country].europe} == {"6030"}
