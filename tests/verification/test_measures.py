"""Figures are computed by rule from measure, subject and breakdown, and compared as they were printed."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from internationals.shapes import ProtectedTable
from internationals.verification import Outcome
from tests.verification.town import HIDDEN, judged, line, row, table, town

ITALIAN, DUTCH, UNKNOWN = "0064", "0001", "0000"
SLAAGHWIJK, DE_KOOI, GROENOORD = "05460800", "05460302", "05460300"


def groups() -> ProtectedTable:
    return table(
        "residents_group",
        "group",
        {
            ("2012", "total"): 1000,
            ("2012", "international"): 90,
            ("2022", "total"): 1200,
            ("2022", "international"): 150,
            ("2022", "dutch"): 1050,
            ("2022", "migration_background"): 394.5,
        },
    )


def places(*numbers: float) -> ProtectedTable:
    codes = (SLAAGHWIJK, DE_KOOI, GROENOORD)
    return table(
        "children_neighbourhood",
        "age neighbourhood",
        {("2022", "0-3", code): number for code, number in zip(codes, numbers, strict=True)},
    )


@pytest.mark.parametrize(
    ("said", "outcome", "found"),
    [
        ({"value": "150"}, "reproduced", "150"),
        ({"value": "151"}, "differs", "150"),
        ({"value": "90", "reference": "2012-01-01"}, "reproduced", "90"),
        ({"measure": "share", "value": "12.5", "unit": "percent", "precision": "1"}, "reproduced", "12.5%"),
        ({"measure": "share", "value": "12.4", "unit": "percent", "precision": "1"}, "differs", "12.5%"),
        ({"measure": "share", "value": "13", "unit": "percent"}, "reproduced", "12.5%"),
        ({"measure": "change", "value": "60", "reference": "2012-01-01/2022-01-01"}, "reproduced", "60"),
        (
            {"measure": "growth_pct", "value": "67", "reference": "2012-01-01/2022-01-01"},
            "reproduced",
            "66.7%",
        ),
        (
            {"measure": "ratio", "value": "8", "unit": "one_in", "precision": "about"},
            "reproduced",
            "one in 8 (12.5%)",
        ),
        ({"value": "200", "precision": "about"}, "reproduced", "150"),
        ({"value": "100", "precision": "about"}, "differs", "150"),
        ({"value": "149", "precision": "more than"}, "reproduced", "150"),
        ({"value": "150", "precision": "more than"}, "differs", "150"),
        ({"value": "150", "precision": "at least"}, "reproduced", "150"),
        (
            {"measure": "period", "value": "10", "reference": "2012/2022", "unit": "years"},
            "reproduced",
            "10, 2012 to 2022",
        ),
        ({"measure": "reference_date", "subject": "BRP"}, "reproduced", "2022-01-01"),
        (
            {"measure": "reference_date", "subject": "BRP", "reference": "2021-01-01"},
            "differs",
            "2022-01-01",
        ),
    ],
)
def test_a_figure_about_internationals(
    tmp_path: Path, said: dict[str, str], outcome: str, found: str
) -> None:
    result = judged(tmp_path, town(groups()), row(**said))
    assert (result.outcome.value, result.found) == (outcome, found)


def test_the_tables_to_look_at_are_named(tmp_path: Path) -> None:
    assert judged(tmp_path, town(groups()), row(value="7")).tables == ("residents_group",)


def test_a_dutch_share_of_minors_is_of_all_minors(tmp_path: Path) -> None:
    ages = {
        ("2022", group, age): number
        for group, numbers in (("total", (100, 200, 300)), ("dutch", (90, 190, 266)))
        for age, number in zip(("0-3", "4-11", "12-17"), numbers, strict=True)
    }
    result = judged(
        tmp_path,
        town(table("residents_age", "group age", ages)),
        row("share", "dutch_nationality", "age=0-17", topic="children", value="91", unit="percent"),
    )
    assert (result.outcome, result.found) == (Outcome.REPRODUCED, "91.0%")


def test_a_range_of_ages_is_the_sum_of_its_groups_and_nothing_else(tmp_path: Path) -> None:
    arrivals = table(
        "arrivals_age", "age", {("2021", "18-26"): 7, ("2021", "27-39"): 5, ("2021", "40-54"): 3}
    )
    flow = {"subject": "internationals", "reference": "2021", "value": "12"}
    release = town(arrivals)
    assert judged(tmp_path, release, row(breakdown="flow=arrival;age=18-39", **flow)).found == "12"
    refused = judged(tmp_path, release, row(breakdown="flow=arrival;age=18-35", **flow))
    assert (refused.outcome, refused.reason) == (
        Outcome.NOT_COMPUTABLE,
        "The age groups of the release do not add up to 18-35.",
    )


def test_a_name_of_a_neighbourhood_becomes_its_code(tmp_path: Path) -> None:
    about = {"subject": "international_children", "value": "33", "topic": "children"}
    release = town(places(33, 5, 7))
    said = row(breakdown="age=0-3;neighbourhood=Slaaghwijk", **about)
    assert judged(tmp_path, release, said).outcome is Outcome.REPRODUCED
    unknown = judged(tmp_path, release, row(breakdown="age=0-3;neighbourhood=Elsewhere", **about))
    assert unknown.reason == "The list of areas of 0546 has no neighbourhood called Elsewhere."


def test_a_rank_is_among_all_places_and_equal_ones_share_it(tmp_path: Path) -> None:
    def said(name: str, place: int) -> str:
        breakdown = f"age=0-3;neighbourhood={name}"
        return row("rank", "international_children", breakdown, topic="children", value=str(place))

    release = town(places(33, 7, 7))
    assert judged(tmp_path, release, said("Slaaghwijk", 1)).outcome is Outcome.REPRODUCED
    assert judged(tmp_path, release, said("De Kooi", 2)).outcome is Outcome.REPRODUCED
    assert judged(tmp_path, release, said("Groenoord", 2)).outcome is Outcome.REPRODUCED
    assert judged(tmp_path, release, said("Groenoord", 3)).outcome is Outcome.DIFFERS


def test_a_rank_above_all_that_is_withheld_is_certain_and_another_is_withheld_too(tmp_path: Path) -> None:
    hidden = table(
        "children_neighbourhood",
        "age neighbourhood",
        {
            ("2022", "0-3", SLAAGHWIJK): 33,
            ("2022", "0-3", DE_KOOI): 6,
            ("2022", "0-3", GROENOORD): HIDDEN,
        },
    )
    children = table("children", "age", {("2022", "0-3"): 60})
    said = row("rank", "international_children", "age=0-3;neighbourhood=De Kooi", topic="children", value="2")
    # Small numbers only are withheld: what is hidden is under five, so De Kooi with six is second.
    assert judged(tmp_path, town(hidden, children), said).outcome is Outcome.REPRODUCED
    # Others may be withheld as well: the hidden place can have as many as 21.
    result = judged(tmp_path, town(hidden, children, hidden_at_most=math.inf), said)
    assert result.outcome is Outcome.WITHHELD
    first = said.replace("De Kooi", "Slaaghwijk").replace(",2,persons", ",1,persons")
    assert (
        judged(tmp_path, town(hidden, children, hidden_at_most=math.inf), first).outcome is Outcome.REPRODUCED
    )


def test_a_list_of_places_above_a_number_is_complete_and_has_no_others(tmp_path: Path) -> None:
    about = {"topic": "children", "value": "20", "precision": "more than", "page": "13"}
    limit = row(
        "threshold", "international_children", "age=0-3;level=neighbourhood;condition=count_gt", **about
    )
    listed = [
        row("count", "international_children", f"age=0-3;neighbourhood={name};condition=count_gt", **about)
        for name in ("Slaaghwijk", "De Kooi")
    ]
    assert judged(tmp_path, town(places(33, 21, 20)), limit, *listed).found == "De Kooi; Slaaghwijk"
    assert judged(tmp_path, town(places(33, 21, 20)), limit, *listed).outcome is Outcome.REPRODUCED
    assert judged(tmp_path, town(places(33, 21, 21)), limit, *listed).outcome is Outcome.DIFFERS
    assert judged(tmp_path, town(places(33, 20, 20)), limit, *listed).outcome is Outcome.DIFFERS


def test_other_nationalities_are_what_the_nine_most_common_leave(tmp_path: Path) -> None:
    common = ("0064", "0055", "0072", "0060", "0307", "0057", "0077", "0223", "0336")
    people = {("2022", code): 100 - n for n, code in enumerate(common)}
    people |= {("2022", DUTCH): 5000, ("2022", UNKNOWN): 500, ("2022", "0499"): 400, ("2022", "0331"): 50}
    release = town(
        table("residents_nationality", "nationality", people),
        table("residents_group", "group", {("2022", "international"): sum(people.values()) - 5000}),
    )
    result = judged(tmp_path, release, row("count", "other_nationalities", value="950"))
    assert (result.outcome, result.found) == (Outcome.REPRODUCED, "950")


def test_falls_in_a_row_are_counted_back_from_the_year(tmp_path: Path) -> None:
    release = town(line("repats", 2016, 598, 652, 611, 573, 509, 478))
    said = {"breakdown": "test=monotone_decrease;consecutive", "reference": "2018/2021", "unit": "years"}
    assert judged(tmp_path, release, row("period", "repats", value="4", **said)).outcome is Outcome.REPRODUCED
    assert judged(tmp_path, release, row("period", "repats", value="5", **said)).outcome is Outcome.DIFFERS
