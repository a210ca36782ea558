"""What becomes of a row of a mutation file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extracts import event, events_of, put, read, resident


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "used"),
        ({"soort": "vertrek"}, "used"),
        ({"soort": "zeilen"}, "unknown_kind"),
        ({"datum": "20211231"}, "used"),
        ({"datum": "20220101"}, "other_year"),
        ({"datum": "20210300"}, "impossible_date"),
        ({"datum": "20210229"}, "impossible_date"),
        ({"datum": ""}, "impossible_date"),
        ({"nationaliteiten": "9998"}, "unknown_nationality"),
        ({"nationaliteiten_na": "9998", "soort": "nationaliteit_verkregen"}, "unknown_nationality_after"),
        ({"nationaliteiten": "57"}, "lost_zeros_nationality"),
        ({"geboortedatum": "20210316"}, "birth_after_event"),
        ({"geboortedatum": "20210315"}, "used"),
        ({"geboortedatum": "20210000"}, "used"),
        ({"geboortedatum": "20210400"}, "birth_after_event"),
        ({"gemeente_tegenpartij": "0518"}, "two_counterparts"),
        ({"gemeente_tegenpartij": "0546", "land_tegenpartij": ""}, "own_municipality"),
        ({"gemeente_tegenpartij": "0000"}, "used"),
        ({"gemeente_tegenpartij": "", "land_tegenpartij": ""}, "used"),
        ({"gemeente_tegenpartij": "1999", "land_tegenpartij": ""}, "used"),
        ({"persoon": ""}, "no_person"),
    ],
)
def test_a_row(tmp_path: Path, values: dict[str, str], expected: str) -> None:
    report = events_of(tmp_path, [event(**values)])
    assert report.read == 1
    assert [*report.rejected] == ([] if expected == "used" else [expected])


@pytest.mark.parametrize(
    ("values", "warning"),
    [
        ({"land_tegenpartij": "9998"}, "unknown_counterpart_country"),
        ({"land_tegenpartij": "", "gemeente_tegenpartij": "9998"}, "unknown_counterpart_municipality"),
        ({"soort": "verhuizing"}, "counterpart_of_other_event"),
        ({"geboorteland": "zee"}, "unknown_birth_country"),
    ],
)
def test_a_warning(tmp_path: Path, values: dict[str, str], warning: str) -> None:
    report = events_of(tmp_path, [event(**values)])
    assert (report.used, report.warnings) == (1, {warning: 1})


def test_the_year_in_the_file_must_be_the_one_in_its_name(tmp_path: Path) -> None:
    report = events_of(tmp_path, [event(1, jaar="2021"), event(2, jaar="2020")])
    assert (report.used, report.rejected) == (1, {"wrong_year": 1})


def test_equal_rows_count_once_and_different_events_of_a_person_all_count(tmp_path: Path) -> None:
    rows = [event(), event(), event(datum="20210401", soort="vertrek"), event(datum="20210402")]
    report = events_of(tmp_path, rows)
    assert (report.used, report.rejected) == (3, {"duplicate_equal": 1})


def test_the_order_of_the_file_is_kept_for_events_of_one_day(tmp_path: Path) -> None:
    rows = [event(soort="vestiging"), event(soort="vertrek"), event(2), event(soort="vestiging", buurt="")]
    put(tmp_path / "extracts" / "stand_2022-01-01.csv", [resident()])
    put(tmp_path / "extracts" / "mutaties_2021.parquet", rows)
    table = read(tmp_path, event_years=(2021,)).events.table
    mine = table.filter(table.person == table.filter(table.row == 1).person.as_scalar()).order_by("row")
    assert mine.kind.to_pyarrow().to_pylist() == ["vestiging", "vertrek", "vestiging"]
