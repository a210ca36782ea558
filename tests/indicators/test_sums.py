"""Tables that show the same people more or less finely add up to each other, in every register."""

import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from tests.reference.project_folder import Key, counts, write_register
from tests.reference.registers import registers

Tables = dict[str, dict[Key, int]]

BY_GROUP = ["residents_age", "residents_sex", "residents_district", "residents_neighbourhood"]
BY_NATIONALITY = [f"residents_nationality_{name.removeprefix('residents_')}" for name in BY_GROUP]
MINORS = ("0-3", "4-11", "12-17")

SUMS = [
    *((finer, "residents_nationality") for finer in BY_NATIONALITY),
    *((f"{flow}_{by}", flow) for flow in ("arrivals", "departures") for by in ("nationality", "age")),
    *((f"{flow}_counterpart", flow) for flow in ("arrivals", "departures")),
    *(
        (f"duration_{since}_{by}", f"duration_{since}")
        for since in ("settled", "address")
        for by in ("age", "nationality")
    ),
    ("repats_age", "repats"),
    ("children_nationality", "children"),
    ("children_neighbourhood", "children"),
    *((f"status_holders_{by}", "status_holders") for by in ("sex", "nationality", "district")),
    ("residents_nationality_neighbourhood", "residents_nationality_district"),
    ("residents_neighbourhood", "residents_district"),
]
"""A finer table, and the coarser one to which it adds up."""


@pytest.fixture(scope="module")
def some_registers() -> list[Tables]:
    """The tables of a few generated registers; a fixture, because making them is slow."""
    found: list[Tables] = []

    @settings(max_examples=4, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
    @given(registers(fewest=50))
    def collect(register):
        with tempfile.TemporaryDirectory() as name:
            write_register(Path(name), register)
            found.append(defaultdict(dict, counts(Path(name)).tables))

    collect()
    return found


def added_up(table: dict[Key, int], onto: set[str]) -> Counter[Key]:
    """The table summed over every dimension that is not wanted; districts are made of neighbourhoods."""
    total: Counter[Key] = Counter()
    for key, number in table.items():
        codes = dict(key)
        if "district" in onto and "neighbourhood" in codes:
            area = codes["neighbourhood"]
            codes["district"] = area if area == "unknown" else area[:6]
        total[tuple(sorted((name, code) for name, code in codes.items() if name in onto))] += number
    return total


def dimensions(table: dict[Key, int]) -> set[str]:
    return {name for key in table for name, _ in key}


@pytest.mark.parametrize(("finer", "coarser"), SUMS)
def test_a_finer_table_adds_up_to_the_coarser_one(finer, coarser, some_registers):
    compared = 0
    for tables in some_registers:
        whole = tables.get(coarser, {})
        assert added_up(tables.get(finer, {}), dimensions(whole)) == whole
        compared += len(whole)
    assert compared


@pytest.mark.parametrize("finer", BY_GROUP)
def test_every_main_group_adds_up_to_the_groups(finer, some_registers):
    for tables in some_registers:
        main = {"total", "dutch", "international", "migration_background"}
        whole = {
            key: number for key, number in tables["residents_group"].items() if dict(key)["group"] in main
        }
        assert added_up(tables[finer], {"group", "year"}) == whole


@pytest.mark.parametrize("finer", BY_NATIONALITY)
def test_the_dutch_and_the_others_are_the_groups(finer, some_registers):
    by_group = finer.replace("_nationality", "")
    for tables in some_registers:
        told_apart: Counter[Key] = Counter()
        for key, number in tables[finer].items():
            codes = dict(key)
            codes["group"] = "dutch" if codes.pop("nationality") == "0001" else "international"
            told_apart[tuple(sorted(codes.items()))] += number
        groups = {"dutch", "international"}
        assert told_apart == {k: n for k, n in tables[by_group].items() if dict(k)["group"] in groups}


@pytest.mark.parametrize(
    "table", ["residents_origin2022", "residents_origin2022_country", "residents_origin"]
)
def test_every_resident_has_one_origin(table, some_registers):
    for tables in some_registers:
        whole = added_up(tables["residents_nationality"], {"year"})
        assert added_up(tables[table], {"year"}) == whole


def test_the_regions_of_origin_are_made_of_countries_born_in_the_same_place(some_registers):
    for tables in some_registers:
        regions, countries = tables["residents_origin2022"], tables["residents_origin2022_country"]
        assert added_up(regions, {"year", "born"}) == added_up(countries, {"year", "born"})


@pytest.mark.parametrize("variant", ["duration_settled", "duration_address"])
def test_every_international_has_one_duration_of_each_kind(variant, some_registers):
    for tables in some_registers:
        internationals = Counter(
            {
                (("year", dict(key)["year"]),): n
                for key, n in tables["residents_group"].items()
                if dict(key)["group"] == "international"
            }
        )
        assert added_up(tables[variant], {"year"}) == internationals


def test_children_are_the_internationals_under_eighteen(some_registers):
    for tables in some_registers:
        young = {
            tuple(pair for pair in key if pair[0] != "group"): number
            for key, number in tables["residents_age"].items()
            if dict(key)["group"] == "international" and dict(key)["age"] in MINORS
        }
        groups = {key: n for key, n in tables["children"].items() if dict(key)["age"] in MINORS}
        assert groups == young


@pytest.mark.parametrize(
    "table", ["children", "children_nationality", "children_neighbourhood", "children_born_nl"]
)
def test_the_three_groups_of_children_add_up_to_all_of_them(table, some_registers):
    for tables in some_registers:
        parts: Counter[Key] = Counter()
        for key, number in tables[table].items():
            if dict(key)["age"] in MINORS:
                parts[tuple(("age", "0-17") if name == "age" else (name, code) for name, code in key)] += (
                    number
                )
        assert parts == {key: n for key, n in tables[table].items() if dict(key)["age"] == "0-17"}


def test_arrivals_from_abroad_are_the_countries_together(some_registers):
    for tables in some_registers:
        abroad = {
            tuple(pair for pair in key if pair[0] == "year"): number
            for key, number in tables["arrivals_counterpart"].items()
            if dict(key)["counterpart"] == "abroad"
        }
        assert added_up(tables["arrivals_country"], {"year"}) == abroad


@pytest.mark.parametrize(
    ("part", "whole"),
    [("repats_caribbean", "repats"), ("children_born_nl", "children"), ("arrivals_persons", "arrivals")],
)
def test_a_part_is_never_more_than_the_whole(part, whole, some_registers):
    for tables in some_registers:
        for key, number in tables.get(part, {}).items():
            assert number <= tables[whole].get(key, 0)
