"""Every row gets one outcome, and a reason where the release does not simply agree."""

from __future__ import annotations

from pathlib import Path

from internationals.shapes import Cell, Release, Status
from internationals.verification import Outcome, read_published, verify
from tests.docs.reading import DOCS, blocks
from tests.pages.releases import leiden
from tests.verification.town import HIDDEN, judged, row, table, town

GROUPS = {("2021", "international"): 120, ("2022", "international"): 150, ("2022", "total"): 1200}


def release(**facts: str) -> Release:
    return town(table("residents_group", "group", GROUPS), **facts)


def test_a_row_that_the_publication_contradicts_is_its_error_with_the_right_value(tmp_path: Path) -> None:
    said = row("share", value="12.1", unit="percent", precision="1", consistent="no", notes="a slip for 12.5")
    result = judged(tmp_path, release(), said)
    assert result.outcome is Outcome.PUBLICATION_ERROR
    assert (result.found, result.reason) == ("12.5%", "a slip for 12.5")


def test_a_contradicted_row_that_the_release_shows_is_right(tmp_path: Path) -> None:
    result = judged(tmp_path, release(), row(value="150", consistent="no", notes="the heading says 140"))
    assert result.outcome is Outcome.REPRODUCED
    assert "the heading says 140" in result.reason


def test_a_wrong_year_is_an_error_although_the_number_is_that_of_another_year(tmp_path: Path) -> None:
    said = row(
        breakdown="year_printed=2021", reference="2022-01-01 (printed: 2021)", value="150", consistent="no"
    )
    result = judged(tmp_path, release(), said)
    assert result.outcome is Outcome.PUBLICATION_ERROR
    assert result.found == "120 in 2021, and 150 in 2022"


def test_a_withheld_number_is_no_difference(tmp_path: Path) -> None:
    hidden = town(table("residents_group", "group", {("2022", "international"): HIDDEN}))
    result = judged(tmp_path, hidden, row(value="3"))
    assert (result.outcome, result.found) == (Outcome.WITHHELD, "")
    assert "protect individuals" in result.reason


def test_what_the_release_does_not_hold_is_not_computable_and_says_why(tmp_path: Path) -> None:
    for said, reason in (
        ({"source": "CBS"}, "The release has no table country_group."),
        ({"source": "Oracle"}, "Oracle is a source that the release does not have"),
        ({"reference": "2019-01-01"}, "The table residents_group has no 2019."),
        ({"breakdown": "municipality=Katwijk"}, "The release is not about Katwijk."),
        ({"subject": "martians"}, "No table of the register counts martians."),
        ({"breakdown": "sex=male"}, "The release has no table residents_sex."),
        ({"breakdown": "sex=male;district=Boerhaave"}, "no table of residents by district and group and sex"),
        ({"measure": "claim", "breakdown": "test=happier"}, "There is no rule for the test happier."),
        ({"measure": "median"}, "There is no rule for the measure median."),
        (
            {"measure": "claim", "breakdown": "test=increase;group=martians,students"},
            "The release does not count martians.",
        ),
    ):
        result = judged(tmp_path, release(), row(value="1", **said))
        assert result.outcome is Outcome.NOT_COMPUTABLE
        assert reason in result.reason


def test_what_says_nothing_about_people_is_no_statistic(tmp_path: Path) -> None:
    for said in (
        {"measure": "page_reference", "subject": "monitor", "source": "report"},
        {"measure": "chart_axis"},
        {"measure": "threshold", "unit": "years"},
        {"measure": "count", "subject": "nationalities"},
    ):
        assert judged(tmp_path, release(), row(value="3", **said)).outcome is Outcome.NOT_A_STATISTIC


def test_an_error_of_the_publication_about_itself_is_told_with_its_reason(tmp_path: Path) -> None:
    said = row("page_reference", "monitor", value="30", consistent="no", notes="page 31 is skipped")
    result = judged(tmp_path, release(), said)
    assert result.outcome is Outcome.PUBLICATION_ERROR
    assert result.reason.startswith("page 31 is skipped")


def test_what_an_edition_says_of_itself_is_not_held_against_another(tmp_path: Path) -> None:
    said = row("reference_date", "BRP", reference="2022-01-01")
    result = judged(tmp_path, release(edition="2023"), said)
    assert result.reason == "It is about edition 2022, and the release is of 2023."


def durations(settled: float, address: float) -> Release:
    return town(
        table("duration_settled", "duration", {("2022", "0-1"): settled, ("2022", "3+"): 1000 - settled}),
        table("duration_address", "duration", {("2022", "0-1"): address, ("2022", "3+"): 1000 - address}),
        table("residents_group", "group", {("2022", "international"): 1000}),
    )


def test_a_duration_may_be_the_one_since_the_present_address(tmp_path: Path) -> None:
    said = row("share", breakdown="duration=0-1y", topic="residence_duration", value="34", unit="percent")
    by_address = judged(tmp_path, durations(270, 340), said)
    assert by_address.outcome is Outcome.REPRODUCED
    assert "duration_address" in by_address.tables
    by_neither = judged(tmp_path, durations(270, 300), said)
    assert (by_neither.outcome, by_neither.found) == (Outcome.DIFFERS, "27.0%")


def test_a_contradicted_duration_is_judged_by_the_definition_and_the_variant_is_told(tmp_path: Path) -> None:
    said = row(
        "share", breakdown="duration=0-1y", topic="residence_duration", value="34", unit="percent",
        consistent="no",
    )  # fmt: skip
    result = judged(tmp_path, durations(270, 340), said)
    assert (result.outcome, result.found) == (Outcome.PUBLICATION_ERROR, "27.0%")
    assert "By duration_address, residents_group: 34.0%." in result.reason


def test_nothing_is_compared_across_a_break(tmp_path: Path) -> None:
    broken = town(
        table("residents_group", "group", {**GROUPS, ("2022", "international"): Cell(150, Status.BREAK)})
    )
    for said in (
        row("change", value="30", reference="2021/2022"),
        row("growth_pct", value="25", reference="2021/2022"),
        row("claim", breakdown="test=increase", reference="2021/2022"),
    ):
        assert judged(tmp_path, release(), said).outcome is Outcome.REPRODUCED
        result = judged(tmp_path, broken, said)
        assert result.reason == "The series breaks in 2022, and cannot be compared across it."


def test_one_changed_value_changes_the_outcome(tmp_path: Path) -> None:
    changed = town(table("residents_group", "group", {**GROUPS, ("2022", "international"): 151}))
    assert judged(tmp_path, release(), row(value="150")).outcome is Outcome.REPRODUCED
    assert judged(tmp_path, changed, row(value="150")).outcome is Outcome.DIFFERS


def test_the_example_of_the_guide_has_the_outcomes_that_it_speaks_of(tmp_path: Path) -> None:
    (example,) = (
        block for block in blocks(DOCS / "how-to" / "verify-an-edition.md") if block.language == "csv"
    )
    path = tmp_path / "figures.csv"
    path.write_text("\n".join(example.lines), encoding="utf-8")
    assert [result.outcome for result in verify(leiden(), read_published(path))] == [
        Outcome.REPRODUCED,
        Outcome.REPRODUCED,
        Outcome.PUBLICATION_ERROR,
        Outcome.REPRODUCED,
    ]
