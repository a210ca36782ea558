"""Exports that somebody made by hand, in each dialect, read as the table that would be fetched."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from openpyxl import Workbook

from internationals.definitions import codes
from internationals.shapes import Cell, DataError, Observations, Status
from internationals.sources import catalogue, titles
from internationals.sources.exports.numbers import number
from internationals.sources.exports.reading import read_export
from internationals.sources.kinds import export
from tests.sources.by_hand import LEIDEN

API = '"ID";"Geslacht";"Leeftijd";"Nationaliteiten";"RegioS";"Perioden";"Bevolking_1"'
WEB = '"Geslacht";"Nationaliteiten";"Perioden";"Regio\'s";"Bevolking/Totaal bevolking (aantal)"'


def read(folder: Path, *lines: str, encoding: str = "utf-8", source: str = "cbs_nationality") -> Observations:
    (folder / f"{source}.csv").write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    options = {
        "measure": ["Bevolking_1", "Bevolking/Totaal bevolking"],
        "municipality": ["RegioS", "Regio's"],
    }
    return export.read(folder, catalogue({source: {"options": {"cbs": options}}})[source], LEIDEN)


def test_codes_and_titles_give_the_same_observations(tmp_path: Path) -> None:
    by_code = read(
        tmp_path,
        API,
        '1;"T001038";"10000";"T001059";"GM0546";"2021JJ00";"100"',
        '2;"T001038";"10000";"Italiaans";"GM0546";"2021JJ00";"7"',
    )
    by_title = read(
        tmp_path,
        WEB,
        '"Totaal";"Totaal";"2021";"Leiden";100',
        '"Totaal";"Italiaans";"2021";"Leiden";7',
        '"Bron: CBS"',
        encoding="utf-8-sig",
    )
    assert by_code.cells == {("2021", "0546", "total"): Cell(100), ("2021", "0546", "0064"): Cell(7)}
    assert by_title.cells == by_code.cells


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_any_encoding_of_a_name_is_read(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, WEB, '"Totaal";"Totaal";"2021";"Súdwest-Fryslân";5', encoding=encoding)
    assert set(found.cells) == {("2021", "1900", "total")}


def test_a_star_behind_a_year_is_provisional_and_empty_is_missing(tmp_path: Path) -> None:
    found = read(tmp_path, WEB, '"Totaal";"Totaal";"2021*";"Leiden";5', '"Totaal";"Totaal";"2021*";"Delft";')
    assert found.cells["2021", "0546", "total"] == Cell(5, Status.PROVISIONAL)
    assert found.cells["2021", "0503", "total"].value is None


def test_an_empty_row_of_a_municipality_that_was_no_longer_there_is_left_out(tmp_path: Path) -> None:
    found = read(
        tmp_path, WEB, '"Totaal";"Totaal";"2021";"Leiden";5', '"Totaal";"Totaal";"2021";"Rijnsburg";'
    )
    assert set(found.cells) == {("2021", "0546", "total")}


def test_a_number_that_looks_like_a_year_is_a_number_where_the_column_has_a_unit(tmp_path: Path) -> None:
    found = read(tmp_path, WEB, '"Totaal";"Totaal";"2021";"Leiden";2020')
    assert found.cells["2021", "0546", "total"] == Cell(2020)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"Totaal";"Totaal";"2021";"Atlantis";5', "Atlantis"),
        ('"Totaal";"Elfs";"2021";"Leiden";5', None),
        ('"Totaal";"Totaal";"2021";"Leiden"', "row 3"),
        ('"Totaal";"Totaal";"2021";"Leiden";6', "two rows"),
        ('"Totaal";"Totaal";"2021";"Delft";1.234', "thousands"),
        ('"Totaal";"Totaal";"2021";"Delft";veel', "column of numbers|expected a number|numbers"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(tmp_path: Path, line: str, said: str | None) -> None:
    good = '"Totaal";"Totaal";"2021";"Leiden";5'
    if said is None:  # what the options add up under `other`
        assert read(tmp_path, WEB, good, line).cells["2021", "0546", "other"] == Cell(5)
        return
    with pytest.raises(DataError, match=said):
        read(tmp_path, WEB, good, line)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 234", 1234), ("1\u2009234", 1234), ("1\u202f234", 1234), ("1.234.567", 1234567), ("68,52", 68.52),
        ("0", 0), ("0,123", 0.123), ("1234", 1234), ("", None), (".", None), ("-99999999", None),
        ("-99999999.0000", None), ("x", None),
    ],
)  # fmt: skip
def test_numbers_are_read_and_marks_are_no_numbers(text: str, value: float | None) -> None:
    assert number(text, "f.csv", 2, "c")[0] == value


def test_a_sheet_of_swing_is_a_table_of_areas(tmp_path: Path) -> None:
    book = Workbook()
    for row in (
        ["Bevolking - 2022 - Wijken"],
        ["", "Italiaans", "Totaal"],
        ["Noord", 3, 10],
        ["Zuid", None, 5],
    ):
        book.worksheets[0].append(row)
    book.save(tmp_path / "x.xlsx")
    found = read_export(tmp_path / "x.xlsx")
    assert [(row.codes, row.value) for row in found.rows] == [
        (("Noord", "2022", "Italiaans"), 3.0),
        (("Noord", "2022", "Totaal"), 10.0),
        (("Zuid", "2022", "Italiaans"), None),
        (("Zuid", "2022", "Totaal"), 5.0),
    ]


def test_a_country_of_nationalities_is_read_in_a_moment(tmp_path: Path) -> None:
    places = [code for code in codes.municipalities() if titles.existed(code, "2022")][:352]
    names = [entry.nl for entry in codes.nationalities().values()][:60]
    lines = [
        f'{n};"T001038";"10000";"{name}";"GM{place}";"{year}JJ00";"{n % 900}"'
        for n, (year, place, name) in enumerate(
            (y, p, m) for y in (2021, 2022) for p in places for m in names
        )
    ]
    begun = time.perf_counter()
    read(tmp_path, API, *lines)
    assert time.perf_counter() - begun < 3  # under one on a quiet machine


@pytest.mark.real_data
def test_every_municipality_with_a_number_in_a_real_export_has_a_code(real_data: Path) -> None:
    found = read_export(real_data / "statline-csv-exports" / "Huishoudens__samenstelling__regio.csv")
    given = {row.codes[2] for row in found.rows if row.value is not None}
    there = {titles.municipality(title, "2020") for title in given}
    assert len(given) == len(there) == 355
    assert None not in there


@pytest.mark.real_data
def test_a_real_sheet_of_swing_is_read_whole(real_data: Path) -> None:
    found = read_export(real_data / "statline-csv-exports" / "swing_denhaag_age_2025.xlsx")
    assert list(found.dimensions[1].titles) == ["2025"]
    assert len(found.rows) == len(found.dimensions[0].titles) * len(found.dimensions[2].titles)


@pytest.mark.real_data
def test_another_file_of_the_same_producer_is_refused_with_a_sentence(
    real_data: Path, tmp_path: Path
) -> None:
    for name in ("average_m2_per_person_per_municipality", "gm_changes_before_2018"):
        path = real_data / "statline-csv-exports" / f"{name}.csv"
        (tmp_path / "cbs_nationality.csv").write_bytes(path.read_bytes())
        with pytest.raises(DataError, match="there is no dimension"):
            export.read(tmp_path, catalogue()["cbs_nationality"], LEIDEN)
