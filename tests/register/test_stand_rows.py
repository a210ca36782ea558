"""What becomes of a row of a stand: used, excluded under the first reason that applies, or rejected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extracts import resident, stand_of


def outcome(folder: Path, **values: str) -> str:
    """The one thing that happened to the one row."""
    report = stand_of(folder, [resident(**values)]).files[0]
    assert report.read == 1
    names = [*report.excluded, *report.rejected] or ["used"]
    assert len(names) == 1
    return names[0]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "used"),
        ({"gemeente": "1999"}, "non_resident"),
        ({"gemeente": "0518"}, "other_municipality"),
        ({"gemeente": "0518", "opschorting": "O"}, "other_municipality"),
        ({"gemeente": "1999", "opschorting": "E"}, "non_resident"),
        ({"opschorting": "O"}, "suspended"),
        ({"gemeente": "9998"}, "unknown_municipality"),
        ({"gemeente": ""}, "unknown_municipality"),
        ({"gemeente": "546"}, "lost_zeros_municipality"),
        ({"nationaliteiten": "9998"}, "unknown_nationality"),
        ({"nationaliteiten": "0001 XXXX"}, "unknown_nationality"),
        ({"nationaliteiten": "1"}, "lost_zeros_nationality"),
        ({"nationaliteiten": ""}, "used"),
        ({"nationaliteiten": "0065"}, "used"),
        ({"persoon": ""}, "no_person"),
        ({"gemeente": " 0546 ", "nationaliteiten": " 0057  0055 "}, "used"),
        ({"geboortedatum": "00000000"}, "used"),
        ({"geboortedatum": ""}, "used"),
        ({"geboortedatum": "19800000"}, "used"),
        ({"geboortedatum": "19800600"}, "used"),
        ({"geboortedatum": "20000229"}, "used"),
        ({"geboortedatum": "19000229"}, "impossible_birth_date"),
        ({"geboortedatum": "20010229"}, "impossible_birth_date"),
        ({"geboortedatum": "19801301"}, "impossible_birth_date"),
        ({"geboortedatum": "19800431"}, "impossible_birth_date"),
        ({"geboortedatum": "1980-06-15"}, "impossible_birth_date"),
        ({"geboortedatum": "19800e01"}, "impossible_birth_date"),
        ({"geboortedatum": "20211231"}, "used"),
        ({"geboortedatum": "20220101"}, "birth_not_before_reference"),
        ({"geboortedatum": "20220000"}, "birth_not_before_reference"),
        ({"geboortedatum": "20210000"}, "used"),
        ({"datum_vestiging_gemeente": "20220101"}, "settling_not_before_reference"),
        ({"datum_vestiging_gemeente": "20211200"}, "used"),
        ({"datum_vestiging_gemeente": "20210931"}, "impossible_settling_date"),
        ({"datum_adres": "20220301"}, "address_not_before_reference"),
        ({"datum_adres": "x"}, "impossible_address_date"),
        ({"datum_vestiging_nederland": "20220101"}, "settling_nl_not_before_reference"),
        ({"verblijfstitel_einde": "20991231", "verblijfstitel": "26"}, "used"),
        ({"gemeente": "0518", "nationaliteiten": "9998"}, "other_municipality"),
    ],
)
def test_a_row(tmp_path: Path, values: dict[str, str], expected: str) -> None:
    assert outcome(tmp_path, **values) == expected


@pytest.mark.parametrize(
    ("values", "warning", "column", "read_as"),
    [
        ({"geboorteland": "9998"}, "unknown_birth_country", "birth_country", 0),
        ({"geboorteland_ouder_2": "12"}, "unknown_parent2_country", "parent2_country", 0),
        ({"geslacht": "x"}, "unknown_sex", "sex", "O"),
        ({"geslacht_ouder_2": "W"}, "unknown_parent2_sex", "parent2_sex", ""),
        ({"buurt": "05180101"}, "unknown_area", "neighbourhood", 0),
        ({"buurt": "onbekend"}, "unknown_area", "neighbourhood", 0),
        ({"verblijfstitel": "77"}, "unknown_title", "title", 0),
        ({"verblijfstitel_einde": "20229999"}, "impossible_title_end", "title_end", 0),
        ({"datum_vestiging_nederland": "?"}, "impossible_settling_nl_date", "settled_nl", 0),
    ],
)
def test_what_is_not_known_elsewhere_is_read_as_unknown_and_counted(
    tmp_path: Path, values: dict[str, str], warning: str, column: str, read_as: object
) -> None:
    read = stand_of(tmp_path, [resident(**values)])
    assert read.files[0].used == 1
    assert read.files[0].warnings == {warning: 1}
    assert read.persons.table[column].to_pyarrow().to_pylist() == [read_as]


def test_an_empty_neighbourhood_or_parent_is_unknown_without_a_warning(tmp_path: Path) -> None:
    report = stand_of(tmp_path, [resident(buurt="", geboorteland_ouder_1="", verblijfstitel="")]).files[0]
    assert report.warnings == {}


def test_a_former_code_of_a_merged_municipality_is_our_own(tmp_path: Path) -> None:
    row = resident(gemeente="0518", buurt="05180101")
    read = stand_of(tmp_path, [row], former_codes=("0518",))
    assert read.files[0].used == 1
    assert read.persons.table.neighbourhood.to_pyarrow().to_pylist() == [5180101]


def test_the_reference_date_in_the_file_must_be_the_one_in_its_name(tmp_path: Path) -> None:
    report = stand_of(tmp_path, [resident(1, peildatum="20220101"), resident(2, peildatum="20210101")]).files[
        0
    ]
    assert (report.used, report.rejected) == (1, {"wrong_reference_date": 1})


def test_equal_rows_count_once_whatever_the_order_of_the_nationalities(tmp_path: Path) -> None:
    rows = [resident(1, nationaliteiten="0057 0055"), resident(2), resident(1, nationaliteiten="0055 0057")]
    report = stand_of(tmp_path, rows).files[0]
    assert (report.used, report.rejected) == (2, {"duplicate_equal": 1})


def test_different_rows_of_one_person_are_all_rejected(tmp_path: Path) -> None:
    rows = [resident(1), resident(1, buurt=""), resident(1), resident(2)]
    report = stand_of(tmp_path, rows).files[0]
    assert (report.used, report.rejected) == (1, {"duplicate_different": 3})


def test_a_good_row_is_not_believed_when_a_bad_one_tells_another_story(tmp_path: Path) -> None:
    rows = [resident(1), resident(1, nationaliteiten="9998")]
    report = stand_of(tmp_path, rows).files[0]
    assert (report.used, report.rejected) == (0, {"unknown_nationality": 1, "duplicate_different": 1})


def test_an_excluded_row_of_the_same_person_does_not_make_a_duplicate(tmp_path: Path) -> None:
    rows = [resident(1), resident(1, opschorting="E")]
    report = stand_of(tmp_path, rows).files[0]
    assert (report.used, report.excluded, report.rejected) == (1, {"suspended": 1}, {})


def test_nationalities_become_a_sorted_set_in_which_0002_is_dutch(tmp_path: Path) -> None:
    rows = [
        resident(1, nationaliteiten="0057 0055 0057"),
        resident(2, nationaliteiten="0002"),
        resident(3, nationaliteiten="0000"),
        resident(4, nationaliteiten="0499 0000"),
        resident(5, nationaliteiten="0499 0057"),
        resident(6, nationaliteiten="0500"),
    ]
    table = stand_of(tmp_path, rows).persons.table
    assert table.order_by("row").nationalities.to_pyarrow().to_pylist() == [
        "0055 0057",
        "0001",
        "",
        "0499",
        "0057",
        "",
    ]


def test_lost_zeros_are_restored_when_the_municipality_asks_for_it(tmp_path: Path) -> None:
    row = resident(gemeente="546", nationaliteiten="1 57", buurt="5460800", verblijfstitel="9")
    read = stand_of(tmp_path, [row], leading_zeros="restore")
    (found,) = read.persons.table.to_pyarrow().to_pylist()
    assert (found["nationalities"], found["neighbourhood"], found["title"]) == ("0001 0057", 5460800, 9)


def test_a_finding_names_row_column_value_and_what_to_do(tmp_path: Path) -> None:
    report = stand_of(tmp_path, [resident(1), resident(2, gemeente="546")]).files[0]
    (finding,) = report.findings
    assert (finding.file, finding.row, finding.column) == ("stand_2022-01-01.csv", 3, "gemeente")
    assert finding.found == "546"
    assert "leading_zeros: restore" in finding.action
