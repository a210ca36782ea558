"""Of when a source is: declared in its own form, and nothing later is in its observations."""

from __future__ import annotations

import pytest

from internationals.shapes import Cell, ConfigError, Observations
from internationals.sources.periods import Period, canonical, until
from internationals.sources.source import catalogue, unproven


@pytest.mark.parametrize(
    ("period", "declared", "meant"),
    [
        ("day", "2021-01-01", "2021-01-01"),
        ("day", "2021", "2021-01-01"),
        ("year", "2020", "2020"),
        ("month", "2022-04", "2022-04"),
        ("study_year", "2021/2022", "2021/2022"),
        ("study_year", "2021", "2021/2022"),
    ],
)
def test_a_moment_is_written_as_the_source_counts_time(period: Period, declared: str, meant: str) -> None:
    assert canonical("a_source", period, declared) == meant


@pytest.mark.parametrize(
    ("period", "declared"),
    [
        ("day", "2021-07-01"),
        ("year", "2020-01"),
        ("month", "2022"),
        ("month", "2022-13"),
        ("study_year", "2021/2023"),
    ],
)
def test_another_form_is_refused_with_an_example(period: Period, declared: str) -> None:
    with pytest.raises(ConfigError, match=f"declares '{declared}' for the source a_source; expected a"):
        canonical("a_source", period, declared)


def observations(*keys: tuple[str, ...]) -> Observations:
    cells = {key: Cell(1) for key in keys}
    return Observations("welcome", ("year", "month"), cells, unproven(catalogue()["welcome"]))


def test_nothing_later_than_declared_is_left() -> None:
    found = until(observations(("2019",), ("2020",), ("2021",)), "year", "2020", 2022)
    assert list(found.cells) == [("2019",), ("2020",)]
    assert found.reference == "2020"


def test_a_source_that_stops_earlier_is_of_its_own_last_year() -> None:
    assert until(observations(("2018",), ("2019",)), "day", "2021-01-01", 2022).reference == "2019-01-01"


def test_without_a_declaration_the_year_of_the_edition_is_the_limit() -> None:
    found = until(observations(("2021",), ("2022",), ("2023",)), "study_year", None, 2022)
    assert (found.reference, len(found.cells)) == ("2022/2023", 2)


def test_a_source_without_anything_in_time_has_no_reference() -> None:
    found = until(observations(("2023",)), "year", "2022", 2022)
    assert (dict(found.cells), found.reference) == ({}, "")


def test_months_are_cut_within_their_year() -> None:
    keys = ("2021", "12"), ("2022", "04"), ("2022", "05"), ("2022", "unknown"), ("2023", "01")
    found = until(observations(*keys), "month", "2022-04", 2022)
    assert list(found.cells) == [("2021", "12"), ("2022", "04"), ("2022", "unknown")]
    assert found.reference == "2022-04"
