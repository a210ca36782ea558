"""What LibreOffice makes of the files: it opens them, prints them, and reads the same numbers from both workbooks."""

from __future__ import annotations

import csv
import re
import subprocess
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from pptx import Presentation

FILES = ("tables.nl.xlsx", "tables.nl.ods", "slides.nl.pptx")
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""A file per sheet, separated by commas, UTF-8, numbers as they are and not as they look."""


@pytest.fixture(scope="module")
def converted(soffice: str, awkward_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files as PDF, the ODS as XLSX, and the sheets of both workbooks as CSV, a folder each."""
    folder = tmp_path_factory.mktemp("converted")
    convert(soffice, folder, "pdf", [awkward_office / name for name in FILES[:1]], folder / "xlsx")
    convert(soffice, folder, "pdf", [awkward_office / name for name in FILES[1:]], folder / "others")
    convert(soffice, folder, "xlsx", [awkward_office / FILES[1]], folder / "again")
    convert(soffice, folder, EVERY_SHEET, [awkward_office / FILES[0]], folder / "xlsx")
    convert(soffice, folder, EVERY_SHEET, [awkward_office / FILES[1]], folder / "ods")
    return folder


def convert(soffice: str, folder: Path, kind: str, files: list[Path], target: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(target),
        *map(str, files),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0
    assert not [line for line in done.stderr.splitlines() if "rror" in line]


def test_all_files_can_be_printed_and_keep_their_titles(converted: Path, awkward_office: Path) -> None:
    for path in (converted / "xlsx" / "tables.nl.pdf", converted / "others" / "tables.nl.pdf"):
        with pikepdf.open(path) as printed:
            assert len(printed.pages) >= len(sheets(converted / "ods"))
            assert str(printed.docinfo["/Title"]) == "Internationale inwoners van Leiden: tabellen en figuren"
    with pikepdf.open(converted / "others" / "slides.nl.pdf") as printed:
        assert len(printed.pages) == len(Presentation(str(awkward_office / "slides.nl.pptx")).slides)


def test_headers_filter_and_are_printed_on_every_page_from_the_ods_too(converted: Path) -> None:
    page = openpyxl.load_workbook(converted / "again" / "tables.nl.xlsx")["rounded"]
    assert page.print_title_rows == "$6:$6"
    assert page.tables["tbl_rounded"].autoFilter.ref == "A6:E9"
    assert page["B8"].number_format == '[$-413]"≈ "#,##0'  # Dutch, as the file is


def test_both_workbooks_hold_the_same_for_libreoffice(converted: Path) -> None:
    xlsx, ods = sheets(converted / "xlsx"), sheets(converted / "ods")
    assert xlsx.keys() == ods.keys() and len(xlsx) == len(ods) == 16
    for name in xlsx.keys() - {"inhoud", "09 vestiging"}:
        assert xlsx[name] == ods[name]


def test_statuses_and_formulas_are_what_they_look_like(converted: Path) -> None:
    for kind in ("xlsx", "ods"):
        read = sheets(converted / kind)
        assert [row[1] for row in read["statuses"][6:]] == [
            "120", "[c]", "140", "150", "[x]", "160", "170", "175", "[z]", "[n]",
        ]  # fmt: skip
        assert [row[0] for row in read["formulas"][6:]] == [
            "=1+1",
            "+31",
            "-5",
            "@SUM(A1)",
            '=HYPERLINK("x")',
        ]
        assert read["shares"][6][:4] == ["a", "[c]", "12.25", "13.25"]


def sheets(folder: Path) -> dict[str, list[list[str]]]:
    """The rows of every sheet, by its name."""
    found = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem.removeprefix("tables.nl-")] = [
                list(map(_in_english, row)) for row in csv.reader(file)
            ]
    return found


def _in_english(value: str) -> str:
    """A number with a point: the cells of the ODS are Dutch, whatever the program is."""
    return re.sub(r"^(\d+),(\d+)$", r"\1.\2", value)
