"""Extracts in every accepted format and dialect give the same rows; what cannot be read is said in a sentence."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from internationals.shapes import ConfigError, DataError, FileReport
from tests.extracts import Rows, as_csv, put, read, resident, stand_of

ROWS: Rows = [
    resident(1),
    resident(2, nationaliteiten="0057 0055", geboorteland="5002"),
    resident(3, gemeente="1999"),
    resident(4, geboortedatum="19811399"),
]
BOM = b"\xef\xbb\xbf"


def report_on(folder: Path, data: bytes, name: str = "stand_2022-01-01.csv") -> FileReport:
    path = folder / "extracts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return read(folder).files[0]


def as_expected(report: FileReport) -> None:
    assert (report.read, report.used) == (4, 2)
    assert report.excluded == {"non_resident": 1}
    assert report.rejected == {"impossible_birth_date": 1}
    assert [finding.row for finding in report.findings] == [5]


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_every_dialect(tmp_path: Path, delimiter: str, quoting: int, newline: str, encoding: str) -> None:
    rows = [row | {"gemeentenaam": "Súdwest-Fryslân"} for row in ROWS]
    report = report_on(tmp_path, as_csv(rows, delimiter, quoting, newline).encode(encoding))
    as_expected(report)
    assert report.ignored_columns == ("gemeentenaam",)


@pytest.mark.parametrize("name", ["stand_2022-01-01.csv", "stand_2022-01-01.csv.gz"])
def test_plain_and_packed(tmp_path: Path, name: str) -> None:
    as_expected(stand_of(tmp_path, ROWS, name).files[0])


def test_parquet_counts_its_rows_from_one(tmp_path: Path) -> None:
    report = stand_of(tmp_path, ROWS, "stand_2022-01-01.parquet").files[0]
    assert (report.read, report.used, [f.row for f in report.findings]) == (4, 2, [4])


def test_parquet_with_dates_as_dates_and_nationalities_as_a_list(tmp_path: Path) -> None:
    row = resident(1)
    columns = {name: [value] for name, value in row.items()}
    table = pa.table(columns)
    table = table.set_column(
        table.column_names.index("geboortedatum"), "geboortedatum", pa.array([datetime.date(1980, 6, 15)])
    )
    table = table.set_column(
        table.column_names.index("nationaliteiten"), "nationaliteiten", pa.array([["0057", "0055"]])
    )
    path = tmp_path / "extracts" / "stand_2022-01-01.parquet"
    path.parent.mkdir()
    pq.write_table(table, path)
    (found,) = read(tmp_path).persons.table.to_pyarrow().to_pylist()
    assert (found["birth"], found["nationalities"]) == (19800615, "0055 0057")


def test_columns_in_any_order_and_by_a_suppliers_names(tmp_path: Path) -> None:
    rows = [{"A-nummer" if k == "persoon" else k: v for k, v in reversed(row.items())} for row in ROWS]
    put(tmp_path / "extracts" / "stand_2022-01-01.csv", rows)
    as_expected(read(tmp_path, columns={"persoon": "A-nummer"}).files[0])


def test_a_ragged_row_is_rejected_with_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    lines = as_csv(ROWS).splitlines()
    lines[2] = lines[2].rsplit(";", 3)[0]
    report = report_on(tmp_path, "\n".join(lines).encode())
    assert (report.read, report.used, report.rejected["ragged_row"]) == (4, 1, 1)
    assert report.findings[0].row == 3
    kept = (tmp_path / "quarantine" / "stand_2022-01-01.rejected.csv").read_text().splitlines()
    assert [line.split(";")[0::2][:2] for line in kept[1:]] == [
        ["3", "ragged_row"],
        ["5", "impossible_birth_date"],
    ]


def test_a_stray_quote_does_not_swallow_the_lines_after_it(tmp_path: Path) -> None:
    lines = as_csv(ROWS).splitlines()
    lines[1] = lines[1].replace("9000000001", '"9000000001')
    report = report_on(tmp_path, "\n".join(lines).encode())
    as_expected(report)


def test_a_pair_of_stray_quotes_does_not_swallow_the_lines_between(tmp_path: Path) -> None:
    lines = as_csv([resident(n, buurt="") for n in range(1, 8)]).splitlines()
    for line in (2, 5):
        lines[line] = lines[line].replace(";;", ';";', 1)
    report = report_on(tmp_path, "\n".join(lines).encode())
    assert (report.read, report.used) == (7, 7)


def test_a_quote_within_a_value_is_no_part_of_it(tmp_path: Path) -> None:
    lines = as_csv([resident(n, geboorteland_ouder_1="5002") for n in range(1, 4)]).splitlines()
    lines[1] = lines[1].replace("5002", '5002"')
    lines[3] = lines[3].replace("5002", '50"02')
    report = report_on(tmp_path, "\n".join(lines).encode())
    assert (report.read, report.used, report.warnings) == (3, 3, {})


def test_a_line_break_inside_quotes_belongs_to_its_value(tmp_path: Path) -> None:
    rows = [row | {"opmerking": "regel een\nregel twee"} for row in ROWS]
    report = report_on(tmp_path, as_csv(rows).encode())
    assert (report.read, report.used) == (4, 2)


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    as_expected_but_for_lines = report_on(tmp_path, as_csv(ROWS).replace("\n", "\n\n").encode())
    assert (as_expected_but_for_lines.read, as_expected_but_for_lines.used) == (4, 2)


def test_a_nul_byte_spoils_its_own_value_only(tmp_path: Path) -> None:
    data = as_csv(ROWS).encode().replace(b"9000000001", b"90000\x0000001", 1)
    report = report_on(tmp_path, data)
    assert (report.read, report.used) == (4, 2)


def test_a_header_without_rows_is_an_empty_stand(tmp_path: Path) -> None:
    report = report_on(tmp_path, as_csv(ROWS).splitlines()[0].encode())
    assert (report.read, report.used) == (0, 0)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty"),
        (b"  \n ", "the file is empty"),
        (as_csv(ROWS).encode("utf-16"), "UTF-16"),
        (as_csv(ROWS).replace("geboortedatum;", "gebdat;").encode(), "missing column(s): geboortedatum"),
        (as_csv(ROWS).replace("buurt;", "persoon;").encode(), "more than once"),
        (b"9000000001;19800101\n9000000002;19800101\n", "missing column(s): persoon"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(DataError) as problem:
        report_on(tmp_path, data)
    assert sentence in str(problem.value)
    assert "stand_2022-01-01.csv" in str(problem.value)
    assert "9000000001" not in str(problem.value)


@pytest.mark.parametrize("name", ["stand_2022-01-01.csv.gz", "stand_2022-01-01.parquet"])
def test_a_file_cut_short_is_said_in_a_sentence(tmp_path: Path, name: str) -> None:
    path = put(tmp_path / "extracts" / name, ROWS)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(DataError, match="to its end"):
        read(tmp_path)


def test_a_missing_stand_and_the_same_one_twice(tmp_path: Path) -> None:
    (tmp_path / "extracts").mkdir()
    with pytest.raises(DataError, match="stand_2022-01-01"):
        read(tmp_path)
    put(tmp_path / "extracts" / "stand_2022-01-01.csv", ROWS)
    put(tmp_path / "extracts" / "stand_2022-01-01.parquet", ROWS)
    with pytest.raises(DataError, match="twice"):
        read(tmp_path)


def test_too_many_rejected_rows_stop_the_run_with_an_example(tmp_path: Path) -> None:
    put(tmp_path / "extracts" / "stand_2022-01-01.csv", ROWS)
    with pytest.raises(DataError) as problem:
        read(tmp_path, max_rejected_share=0.1)
    for part in ("1 of 4 rows", "impossible_birth_date", "row 5", "geboortedatum", "19811399", "quarantine"):
        assert part in str(problem.value)


def test_a_mapping_of_a_column_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "extracts" / "stand_2022-01-01.csv", ROWS)
    with pytest.raises(ConfigError, match="no column 'geboorteplaats'"):
        read(tmp_path, columns={"geboorteplaats": "X"})


def test_an_optional_column_under_a_wrong_name_is_not_left_out_without_a_word(tmp_path: Path) -> None:
    rows = [
        {("geslacht_o”uder_1" if name == "geslacht_ouder_1" else name): value for name, value in row.items()}
        for row in (resident(1, geslacht_ouder_1="V") | {"geslacht_ouder_1": "V"},)
    ]
    with pytest.raises(
        DataError, match=r"row 1: there is a column 'geslacht_o”uder_1'.*none 'geslacht_ouder_1'"
    ):
        report_on(tmp_path, as_csv(rows).encode())


def test_a_column_that_is_merely_another_is_ignored_and_named(tmp_path: Path) -> None:
    rows = [row | {"geslacht_partner": "M", "geboorteplaats": "Leiden"} for row in ROWS]
    report = report_on(tmp_path, as_csv(rows).encode())
    assert report.ignored_columns == ("geslacht_partner", "geboorteplaats")
