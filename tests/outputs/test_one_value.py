"""One value changed in the release changes it in everything that people hold in their hands: they cannot disagree."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from openpyxl import load_workbook

from internationals import publish, release
from internationals.project import open_project
from tests.editing.a_project import project
from tests.outputs.a_site import MANIFEST
from tests.pages.releases import leiden

YEAR, ITALIAN = "2022", "0064"
BEFORE, AFTER = 1253, 1187
"""Residents with Italian nationality in the published edition, and another number that leaves them the most."""


def published(folder: Path, number: int) -> Path:
    """The public folder of an edition in which so many Italians live."""
    made = leiden(residents_nationality={(YEAR, ITALIAN): number})
    project(folder, pages=None)
    facts = {**MANIFEST, **made.manifest, "publisher": "Gemeente Leiden"}
    kept = folder / "releases" / "2022"
    for path in sorted(kept.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    release.write(kept, facts, made.tables.values())
    return publish.publish(open_project(folder), "2022").folder


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, Path]:
    base = tmp_path_factory.mktemp("one-value")
    return {number: published(base / str(number), number) for number in (BEFORE, AFTER)}


def written(number: int, language: str) -> str:
    return f"{number:,}".replace(",", "." if language == "nl" else ",")


def page(folder: Path, language: str) -> str:
    path = {"nl": "nl/nationaliteiten", "en": "en/nationalities"}[language]
    return html.unescape(re.sub(r"<[^>]+>", " ", (folder / "site" / path / "index.html").read_text("utf-8")))


def pdf(folder: Path, language: str) -> str:
    with pymupdf.open(folder / f"report.{language}.pdf") as document:
        return "\n".join(sheet.get_text() for sheet in document)


def packed(path: Path) -> str:
    """All texts and numbers in an office file, also in the workbooks within its charts."""
    found = []
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            content = file.read(name)
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(content)) as inner:
                    found += [inner.read(each).decode("utf-8", "replace") for each in inner.namelist()]
            else:
                found.append(content.decode("utf-8", "replace"))
    return "\n".join(found)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_the_chart_and_the_report(folders: Mapping[int, Path], language: str) -> None:
    for number, other in ((BEFORE, AFTER), (AFTER, BEFORE)):
        for text in (page(folders[number], language), pdf(folders[number], language)):
            assert written(number, language) in text
            assert written(other, language) not in text
        for drawing in (folders[number] / "site" / "data").glob(f"*.{language}.svg"):
            assert written(other, language) not in drawing.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_workbooks_and_the_slides(folders: Mapping[int, Path], language: str) -> None:
    for number, other in ((BEFORE, AFTER), (AFTER, BEFORE)):
        for name in ("tables.{}.xlsx", "tables.{}.ods", "slides.{}.pptx"):
            text = packed(folders[number] / "office" / name.format(language))
            assert re.search(rf"\b{number}\b", text), name
            assert not re.search(rf"\b{other}\b", text), name


def test_the_open_data_and_the_tables_of_the_explorer(folders: Mapping[int, Path]) -> None:
    for number, other in ((BEFORE, AFTER), (AFTER, BEFORE)):
        tables = folders[number] / "data" / "tables"
        rows = (tables / "residents_nationality.csv").read_text(encoding="utf-8")
        assert re.search(rf"^{YEAR},{ITALIAN},.*,{number},", rows, re.MULTILINE)
        assert f",{other}," not in rows
        for language in ("nl", "en"):
            plain = (tables / f"residents_nationality.{language}.json").read_bytes()
            explored = folders[number] / "site" / "explorer" / "tables"
            packed = (explored / f"residents_nationality.{language}.json.gz").read_bytes()
            for content in (plain, gzip.decompress(packed)):
                values = json.loads(content)["value"]
                assert number in values and other not in values


def test_the_downloads_of_the_figures(folders: Mapping[int, Path]) -> None:
    for number, other in ((BEFORE, AFTER), (AFTER, BEFORE)):
        data = folders[number] / "site" / "data"
        csv = "".join(path.read_text(encoding="utf-8") for path in data.glob("*.csv"))
        assert re.search(rf";{number};", csv) and not re.search(rf";{other};", csv)
        numbers = {
            cell.value
            for path in data.glob("*.xlsx")
            for row in load_workbook(path).active.iter_rows()
            for cell in row
        }
        assert number in numbers and other not in numbers


def test_the_pictures_are_drawn_again(folders: Mapping[int, Path]) -> None:
    one, other = (
        {path.name: path.read_bytes() for path in (folders[number] / "site" / "data").glob("*.png")}
        for number in (BEFORE, AFTER)
    )
    assert one.keys() == other.keys()
    assert any(one[name] != other[name] for name in one)


def test_the_report_is_a_pdf_that_opens(folders: Mapping[int, Path]) -> None:
    with pikepdf.open(folders[AFTER] / "report.nl.pdf") as document:
        assert len(document.pages) > 3
