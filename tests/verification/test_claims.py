"""Every test of a claim, once true and once false, with the numbers at its bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals.shapes import Cell, ProtectedTable, Release
from internationals.verification import Outcome
from internationals.verification.claims import tests as known_tests
from tests.verification.open_cases import OPEN_CASES
from tests.verification.town import HIDDEN, judged, line, row, table, town

COMMON = ("0064", "0055", "0072", "0060", "0307", "0057", "0077", "0223", "0336")
SLAAGHWIJK, DE_KOOI, GROENOORD = "05460800", "05460302", "05460300"
BOERHAAVE, NOORD, STEVENSHOF = "054607", "054603", "054609"


def stock(before: float, after: float) -> Release:
    cells = {("2020", "international"): before, ("2021", "international"): after}
    return town(table("residents_group", "group", cells))


def claim(test: str, breakdown: str = "", subject: str = "internationals", **other: str) -> str:
    said = f"test={test}" + (f";{breakdown}" if breakdown else "")
    return row("claim", subject, said, value="", precision="", unit="", **other)


ONE_YEAR = {"breakdown": "year=2020", "reference": "2020-01-01/2021-01-01"}
FLOW = {"breakdown": "flow=arrival;year=2021", "reference": "2021"}
REPATS = {"subject": "repats", "reference": "up to 2021"}


def repats(*numbers: float) -> Release:
    return town(line("repats", 2022 - len(numbers), *numbers))


def arrivals(*numbers: float) -> Release:
    return town(line("arrivals", 2022 - len(numbers), *numbers))


def flows(arrived: tuple[float, ...], left: tuple[float, ...]) -> Release:
    return town(line("arrivals", 2019, *arrived), line("departures", 2019, *left))


def peers(*changes: float) -> Release:
    """The nine most common nationalities, of which the arrivals changed by so much in 2021."""
    stocks = {("2022", code): 900 - n for n, code in enumerate(COMMON)}
    came = {("2020", code): 100 for code in COMMON}
    came |= {("2021", code): 100 + change for code, change in zip(COMMON, changes, strict=True)}
    return town(
        table("residents_nationality", "nationality", stocks),
        table("arrivals_nationality", "nationality", came),
    )


def growths(own: float, *others: float) -> Release:
    """The growth of the first of the nine, and of the others, on a base of a hundred."""
    people = {("2012", code): 100 for code in COMMON}
    people |= {
        ("2022", code): 100 + grown
        for code, grown in zip(COMMON, (own, *others, *[90] * (8 - len(others))), strict=True)
    }
    return town(table("residents_nationality", "nationality", people))


def profile(level: str, *own_and_city: tuple[str, float, float], total: float = 1000) -> Release:
    """Italians by sex, age, district or neighbourhood, and all residents likewise."""
    own = {("2022", "0064", code): number for code, number, _ in own_and_city}
    city = {("2022", "total", code): number for code, _, number in own_and_city}
    return town(
        table(f"residents_nationality_{level}", f"nationality {level}", own),
        table(f"residents_{level}", f"group {level}", city),
        table("residents_nationality", "nationality", {("2022", "0064"): sum(own.values())}),
        table("residents_group", "group", {("2022", "total"): total}),
    )


def durations(dimension: str, shares: dict[str, float], whole: ProtectedTable) -> Release:
    cells = {("2022", code, "0-1"): number for code, number in shares.items()}
    return town(table(f"duration_settled_{dimension}", f"{dimension} duration", cells), whole)


def by_nationality(own: float) -> Release:
    people = {("2022", code): 200 for code in COMMON}
    shares = dict.fromkeys(COMMON, 20.0) | {"0064": own}
    return durations("nationality", shares, table("residents_nationality", "nationality", people))


def by_age(own: float) -> Release:
    whole = {("2022", "international", code): 200 for code in ("18-26", "27-39")}
    return durations("age", {"18-26": own, "27-39": 30}, table("residents_age", "group age", whole))


def short_stays(before: float, after: float) -> Release:
    cells = {("2021", "0-1"): before, ("2022", "0-1"): after}
    whole = {("2021", "international"): 1000, ("2022", "international"): 1000}
    return town(table("duration_settled", "duration", cells), table("residents_group", "group", whole))


def aged(children: float, arrived: float) -> Release:
    return town(
        table("repats_age", "age", {("2021", age): children / 3 for age in ("0-3", "4-11", "12-17")}),
        line("repats", 2021, 100),
        table("arrivals_age", "age", {("2021", age): arrived / 3 for age in ("0-3", "4-11", "12-17")}),
        line("arrivals", 2021, 1000),
    )


def young(*numbers: float) -> Release:
    cells = {(str(2020 + n), "18-26"): number / 2 for n, number in enumerate(numbers)}
    cells |= {(str(2020 + n), "27-39"): number / 2 for n, number in enumerate(numbers)}
    return town(table("arrivals_age", "age", cells), edition="2023")


def background(size: float) -> Release:
    cells = {
        ("2022", "total"): 100000,
        ("2022", "international"): 40,
        ("2022", "international_without_background"): size,
        ("2022", "migration_background"): size,
    }
    return town(table("residents_group", "group", cells))


def men(part: float) -> Release:
    cells = {("2022", "M"): part, ("2022", "V"): 200 - part}
    return town(table("status_holders_sex", "sex", cells), line("status_holders", 2022, 200))


def small(cell: object) -> Release:
    cells = {("2022", "0064", "0-17"): cell, ("2022", "0055", "0-17"): 7}
    return town(table("children_nationality", "nationality age", cells))


CASES = {
    "increase": (ONE_YEAR, stock(100, 101), stock(100, 100)),
    "decrease": (ONE_YEAR, stock(100, 99), stock(100, 100)),
    "increase_slight": (ONE_YEAR, stock(1000, 1049), stock(1000, 1050)),
    "decrease_slight": (ONE_YEAR, stock(1000, 951), stock(1000, 950)),
    "increase_strong": (ONE_YEAR, stock(1000, 1150), stock(1000, 1149)),
    "decrease_strong": (ONE_YEAR, stock(1000, 850), stock(1000, 851)),
    "large_change": (
        {"breakdown": "compared=2021-01-01", "topic": "residence_duration"},
        short_stays(200, 250),
        short_stays(200, 249),
    ),
    "lower_growth_than_peers": (
        {"subject": "italian", "reference": "2012/2022"}, growths(10, 11), growths(10, 10),
    ),
    "largest_growth": (
        {"subject": "italian", "reference": "2012/2022"}, growths(91), growths(90),
    ),
    "arrivals_gt_departures": (
        {"breakdown": "except_year=2020", "reference": "2019/2021"},
        flows((10, 8, 10), (9, 8, 9)),
        flows((10, 9, 10), (9, 8, 9)),
    ),
    "lower_than_earlier_years": (FLOW, arrivals(9, 8, 7), arrivals(7, 8, 7)),
    "higher_than_earlier_years": (FLOW, arrivals(7, 8, 9), arrivals(9, 8, 9)),
    "record": (FLOW, arrivals(7, 8, 9), arrivals(9, 8, 9)),
    "monotone_decrease": (REPATS, repats(5, 9, 8, 7, 6), repats(5, 9, 9, 8, 7)),
    "monotone_increase": (REPATS, repats(9, 5, 6, 7, 8), repats(9, 5, 5, 6, 7)),
    "recovery": (
        {"breakdown": "flow=arrival+departure;year=2021", "reference": "2020/2021"},
        flows((10, 8, 9), (8, 10, 9)),
        flows((10, 8, 9), (8, 9, 10)),
    ),
    "increase_then_decrease": (
        {"subject": "repats", "reference": "2016/2021"},
        repats(100, 105, 110, 115, 112, 111),
        repats(100, 105, 110, 111, 115, 112),
    ),
    "no_trend": (REPATS, repats(1, 3, 2, 4), repats(1, 3, 4, 2)),
    "low": (
        {"subject": "repats", "breakdown": "year=2020,2021", "reference": "2020/2021"},
        repats(10, 20, 14, 14),
        repats(10, 20, 14, 15),
    ),
    "mode": (
        {"subject": "repats", "breakdown": "peak_year=2020", "reference": "2020"},
        repats(8, 9, 8),
        repats(9, 9, 8),
    ),
    "influx_since_corona": (
        {"breakdown": "flow=arrival;age=18-39", "reference": "since 2021", "edition": "2023"},
        young(10, 12, 14),
        young(10, 12, 10),
    ),
    "largest_increase": (
        {"subject": "italian", "breakdown": "flow=arrival", "reference": "2020/2021"},
        peers(9, 8, 8, 8, 8, 8, 8, 8, -1),
        peers(9, 9, 8, 8, 8, 8, 8, 8, -1),
    ),
    "only_decrease": (
        {"subject": "italian", "breakdown": "flow=arrival", "reference": "2020/2021"},
        peers(-1, 0, 1, 1, 1, 1, 1, 1, 1),
        peers(-1, 0, 1, 1, 1, 1, 1, 1, -1),
    ),
    "majority": ({"subject": "status_holders", "breakdown": "sex=male"}, men(101), men(100)),
    "mainly": ({"subject": "status_holders", "breakdown": "sex=male"}, men(101), men(100)),
    "vast_majority": ({"subject": "status_holders", "breakdown": "sex=male"}, men(150), men(149)),
    "approximately_zero": (
        {"subject": "foreign_without_migration_background"}, background(50), background(51),
    ),
    "broader_than_nationality": ({"subject": "migration_background"}, background(41), background(40)),
    "share_gt_comparator": (
        {"subject": "repats", "breakdown": "age=0-17;comparator=international_arrivals", "reference": "2021"},
        aged(18, 150),
        aged(15, 150),
    ),
    "share_gt_city": (
        {"subject": "italian", "breakdown": "sex=male"},
        profile("sex", ("M", 55, 500), ("V", 45, 500)),
        profile("sex", ("M", 54, 500), ("V", 46, 500)),
    ),
    "concentration": (
        {"subject": "italian", "breakdown": "district=Boerhaave"},
        profile("district", (BOERHAAVE, 30, 200), (NOORD, 40, 400), (STEVENSHOF, 30, 400)),
        profile("district", (BOERHAAVE, 29, 200), (NOORD, 41, 400), (STEVENSHOF, 30, 400)),
    ),
    "shortest_duration": (
        {"breakdown": "age=18-26", "topic": "residence_duration"}, by_age(31), by_age(30),
    ),
    "highest_short_duration_share": (
        {"subject": "italian", "topic": "residence_duration"}, by_nationality(21), by_nationality(20),
    ),
    "small_cells": (
        {"subject": "international_children", "topic": "children"}, small(HIDDEN), small(5),
    ),
}  # fmt: skip

CASES |= OPEN_CASES


@pytest.mark.parametrize("test", CASES)
def test_a_claim_is_true_at_its_bound_and_false_beside_it(test: str, tmp_path: Path) -> None:
    said, true, false = CASES[test]
    text = claim(test, **said)
    right = judged(tmp_path, true, text)
    assert (right.outcome, right.reason) == (Outcome.REPRODUCED, "")
    wrong = judged(tmp_path, false, text)
    assert wrong.outcome is Outcome.DIFFERS
    assert wrong.found


def test_every_test_has_its_case() -> None:
    assert set(known_tests()) == set(CASES)


@pytest.mark.parametrize(
    ("test", "name", "outcome"),
    [
        ("rank_top_2", "Slaaghwijk", Outcome.REPRODUCED),
        ("rank_top_2", "De Kooi", Outcome.REPRODUCED),
        ("rank_top_2", "Groenoord", Outcome.DIFFERS),
        ("rank_top_1", "De Kooi", Outcome.DIFFERS),
        ("rank_bottom_1", "Groenoord", Outcome.REPRODUCED),
        ("rank_bottom_1", "De Kooi", Outcome.DIFFERS),
        ("rank_bottom_2", "De Kooi", Outcome.REPRODUCED),
    ],
)
def test_the_first_and_the_last_few(tmp_path: Path, test: str, name: str, outcome: Outcome) -> None:
    numbers = {SLAAGHWIJK: (9, 1), DE_KOOI: (3, 4), GROENOORD: (2, 2)}
    cells = {
        ("2022", age, code): number
        for code, both in numbers.items()
        for age, number in zip(("4-11", "12-17"), both, strict=True)
    }
    release = town(table("children_neighbourhood", "age neighbourhood", cells))
    # Two age groups are taken together: De Kooi has seven of both, and Slaaghwijk ten.
    said = claim(test, f"age=4-11,12-17;neighbourhood={name}", "international_children", topic="children")
    assert judged(tmp_path, release, said).outcome is outcome


@pytest.mark.parametrize(
    ("test", "own", "others", "outcome"),
    [
        ("rank_top_2", 40, (50, 31), Outcome.REPRODUCED),
        ("rank_top_2", 40, (50, 33), Outcome.WITHHELD),
        ("rank_top_2", 40, (50, 60), Outcome.DIFFERS),
        ("rank_top_2", 40, (50, 48), Outcome.WITHHELD),
        ("rank_top_1", 40, (31, HIDDEN), Outcome.REPRODUCED),
        ("rank_top_1", 40, (31, 32), Outcome.REPRODUCED),
        ("rank_top_1", 40, (31, 33), Outcome.WITHHELD),
        ("rank_bottom_1", 40, (49, 50), Outcome.REPRODUCED),
        ("rank_bottom_1", 40, (47, 50), Outcome.WITHHELD),
        ("rank_bottom_1", 40, (31, 50), Outcome.DIFFERS),
    ],
)
def test_a_place_among_rounded_numbers_is_told_as_far_as_it_is_certain(
    tmp_path: Path, test: str, own: float, others: tuple[float | Cell, float | Cell], outcome: Outcome
) -> None:
    cells = {
        ("2022", "4-11", code): cell if isinstance(cell, Cell) else Cell(cell, margin=4)
        for code, cell in zip((SLAAGHWIJK, DE_KOOI, GROENOORD), (own, *others), strict=True)
    }
    release = town(table("children_neighbourhood", "age neighbourhood", cells))
    said = claim(test, "age=4-11;neighbourhood=Slaaghwijk", "international_children", topic="children")
    result = judged(tmp_path, release, said)
    assert result.outcome is outcome
    assert ("rounded at random" in result.reason) is (outcome is Outcome.WITHHELD)


def test_a_rise_every_year_but_one_names_the_exception(tmp_path: Path) -> None:
    def shares(*parts: float) -> Release:
        cells = {(str(2019 + n), "international"): part for n, part in enumerate(parts)}
        cells |= {(str(2019 + n), "total"): 1000 for n in range(len(parts))}
        return town(table("residents_group", "group", cells))

    said = claim("increase", "measure=share;except_year=2021", reference="up to 2022-01-01")
    assert judged(tmp_path, shares(10, 12, 11, 13), said).outcome is Outcome.REPRODUCED
    assert judged(tmp_path, shares(10, 9, 11, 13), said).found == "no rise in 2020"
    assert judged(tmp_path, shares(10, 11, 12, 13), said).outcome is Outcome.DIFFERS


def test_a_change_in_one_year_of_a_profile_may_be_that_of_the_arrivals(tmp_path: Path) -> None:
    people = table("residents_nationality", "nationality", {("2020", "0064"): 100, ("2021", "0064"): 99})
    came = table("arrivals_nationality", "nationality", {("2019", "0064"): 100, ("2020", "0064"): 60})
    said = claim(
        "decrease_strong", "year=2020", "italian", topic="profile", reference="2020-01-01/2021-01-01"
    )
    result = judged(tmp_path, town(people, came), said)
    assert result.outcome is Outcome.REPRODUCED
    assert result.found.startswith("100 (2019) to 60 (2020)")
