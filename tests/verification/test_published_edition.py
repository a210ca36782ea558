"""The invented data of Leiden reproduce the published monitor, row by row, but for its known errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals import release
from internationals.project import Project
from internationals.verification import Outcome, Result, read_published, verify

pytestmark = pytest.mark.real_data
NOBODY_COUNTS = {"majority_students", "often_has_children"}
"""Tests of claims that neither the register nor another source has the numbers for."""

WITHHELD = {
    # A share per age: how many internationals are 75 or older is not shown, to hide the few of unknown age.
    "i22-p11-claim-18-26",
    # In which neighbourhood most Syrians live: a neighbourhood with few internationals could have as many.
    "i22-p26-claim-slaaghwijk",
}
ROUNDED = {
    # The first places of neighbourhoods by children: numbers so small that rounding to fives can swap them.
    "i22-p13-heading-top-groenoord",
    "i22-p13-heading-top-noorderkwartier",
    "i22-p13-rank-12-17-noorderkwartier",
    # Which neighbourhoods have more than a round number of children: those with about that number could be among them.
    "i22-p13-threshold-0-3",
    "i22-p13-threshold-4-11",
}
"""The rows that nobody can check in an edition made for the public, by what protects the people behind them."""


@pytest.fixture(scope="module")
def results(real_data: Path, leiden: Project) -> dict[str, dict[str, Result]]:
    """Per edition: what became of every row of the file of published figures, by its id."""
    figures = real_data.parent / "reference" / "published-figures.csv"
    judged = {}
    for edition in ("2022", "2023"):
        rows = verify(release.read(leiden.release(edition)), read_published(figures))
        judged[edition] = {result.row.id: result for result in rows}
    return judged


def test_every_row_of_an_edition_marked_yes_is_reproduced_or_withheld(
    results: dict[str, dict[str, Result]],
) -> None:
    wanted = (Outcome.REPRODUCED, Outcome.NOT_A_STATISTIC, Outcome.WITHHELD)
    failed = [
        f"{result.row.id}: {result.row.stated}, and here {result.found} ({result.outcome}: {result.reason})"
        for edition, judged in results.items()
        for result in judged.values()
        if result.row.edition == edition and result.row.consistent == "yes" and result.outcome not in wanted
    ]
    assert not failed


def test_nothing_differs(results: dict[str, dict[str, Result]]) -> None:
    differing = [
        f"{edition} {result.row.id}: {result.row.stated}, and here {result.found}"
        for edition, judged in results.items()
        for result in judged.values()
        if result.outcome is Outcome.DIFFERS
    ]
    assert not differing


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ("i22-p05-heading-share-migration-a", "32.9%"),
        ("i22-p09-claim-departures-2020", "3,323 (2019) to 3,774 (2020), +13.6%"),
        ("i22-p09-claim-departures-2021", "2,989 in 2021, but not below 2012, 2013, 2014, 2015"),
        ("i22-p09-claim-arrivals-2021", "4,049 in 2021, but not above 2018, 2019"),
        ("i22-p16-dutch-base", "and 108,913 in 2012"),
    ],
)
def test_a_known_error_is_told_with_the_right_value(
    results: dict[str, dict[str, Result]], row: str, right: str
) -> None:
    result = results["2022"][row]
    assert result.outcome is Outcome.PUBLICATION_ERROR
    assert right in result.found
    assert result.reason


def test_a_known_error_about_durations_is_corrected_by_the_definition(
    results: dict[str, dict[str, Result]],
) -> None:
    half, under_one = (results["2022"][f"i22-p11-{row}"] for row in ("heading-share-lt3", "share-lt1"))
    assert half.outcome is under_one.outcome is Outcome.PUBLICATION_ERROR
    # Under one year there are at most the arrivals of 2021 and the infants: 28.7% (D11).
    assert float(under_one.found.rstrip("%")) <= 28.7
    assert "By duration_address" in under_one.reason


def test_all_other_errors_that_the_file_marks_are_told_with_their_reason(
    results: dict[str, dict[str, Result]],
) -> None:
    marked = [result for result in results["2022"].values() if result.row.consistent == "no"]
    assert len(marked) > 10
    for result in marked:
        assert result.row.notes in result.reason


def test_only_claims_that_nobody_counts_cannot_be_computed_from_their_own_edition(
    results: dict[str, dict[str, Result]],
) -> None:
    not_computable = {
        result.row.test or result.row.id
        for edition, judged in results.items()
        for result in judged.values()
        if result.row.edition == edition and result.outcome is Outcome.NOT_COMPUTABLE
    }
    assert not_computable == NOBODY_COUNTS


def test_these_rows_alone_need_what_the_policy_does_not_allow_and_each_says_why(
    results: dict[str, dict[str, Result]],
) -> None:
    withheld = {
        result.row.id: result.reason
        for edition, judged in results.items()
        for result in judged.values()
        if result.row.edition == edition and result.outcome is Outcome.WITHHELD
    }
    assert {row for row, reason in withheld.items() if "withheld" in reason} == WITHHELD
    assert {row for row, reason in withheld.items() if "rounded at random" in reason} == ROUNDED
    assert withheld.keys() == WITHHELD | ROUNDED
    assert all("to protect individuals" in reason for reason in withheld.values())


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ("i22-p33-heading-ratio", "4.84 times, 2006 to 2021"),
        ("i22-p33-heading-period", "15, 2006 to 2021"),
        ("i22-p04-claim-workers-subset", "12,375 work and 6,315 live there"),
        ("i22-p08-claim-top-origins", "they lead by origin: "),
        ("i22-p03-ecl-until", "2022-04"),
    ],
)
def test_a_known_error_about_another_source_is_told_with_the_right_value(
    results: dict[str, dict[str, Result]], row: str, right: str
) -> None:
    result = results["2022"][row]
    assert result.outcome is Outcome.PUBLICATION_ERROR
    assert right in result.found
    assert result.row.notes in result.reason


def test_part_of_a_year_against_a_whole_year_is_told_with_the_equal_months(
    results: dict[str, dict[str, Result]],
) -> None:
    result = results["2022"]["i22-p27-heading-2021-2022"]
    assert result.outcome is Outcome.PUBLICATION_ERROR
    assert "By expat_registrations_same_months: 2020: " in result.reason
