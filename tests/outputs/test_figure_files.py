"""What can be taken of a figure: real numbers in a workbook, and a picture that says what it is."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from internationals.figures import draw
from internationals.outputs import site
from internationals.outputs.site.figure_workbook import xlsx_bytes
from internationals.outputs.site.pictures import pictures
from internationals.shapes import Cell, Figure, Series, Status
from tests.figures.charts import EVERY_STATUS, FLOW_YEARS, chart, flows
from tests.outputs.a_site import MANIFEST, figures, pages, publication


def sheet_of(figure: Figure) -> Worksheet:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(figure, MANIFEST))).active
    assert isinstance(sheet, Worksheet)
    return sheet


def every_status() -> Figure:
    return draw(chart("lines", FLOW_YEARS, [("=1+1", EVERY_STATUS)], identity="mixed", language="en"))


def test_a_workbook_has_the_title_the_table_and_where_it_comes_from() -> None:
    figure = draw(flows("nl"))
    rows = [[cell.value for cell in row] for row in sheet_of(figure).iter_rows()]
    assert rows[0][0] == figure.chart.title
    assert tuple(rows[2][: len(figure.header)]) == figure.header
    assert rows[3][0] == figure.chart.labels[0] and rows[3][1] == figure.chart.series[0].cells[0].value
    said = " ".join(str(row[0]) for row in rows[3 + len(figure.rows) :])
    assert "VERZONNEN" in said and figure.chart.source in said and figure.chart.reference in said


def test_a_cell_is_a_number_that_shows_its_status_or_the_reason_why_there_is_none() -> None:
    figure = every_status()
    column = [row[1] for row in sheet_of(figure).iter_rows(min_row=4, max_row=3 + len(EVERY_STATUS))]
    for found, cell in zip(column, EVERY_STATUS, strict=True):
        if cell.value is None:
            assert isinstance(found.value, str) and found.value
        else:
            assert found.value == cell.value
            marked = "≈" in found.number_format or "(" in found.number_format
            assert marked is (cell.status is not Status.NORMAL)


def test_the_large_files_of_each_language_make_up_those_of_all(tmp_path: Path) -> None:
    def made(folder: str, language: str | None = None) -> set[str]:
        site.write_large(
            publication(pages(), figures(pages()), MANIFEST), tmp_path / folder, language=language
        )
        return {path.name for path in (tmp_path / folder / "data").iterdir()}

    dutch, english = made("nl", "nl"), made("en", "en")
    assert "flows.nl.png" in dutch and "flows.en.xlsx" in english and not dutch & english
    assert dutch | english == made("all")


def test_no_text_is_run_as_a_formula() -> None:
    for row in sheet_of(every_status()).iter_rows():
        assert all(cell.data_type != "f" for cell in row)


def test_a_picture_is_as_wide_as_the_drawing_with_its_edges_and_the_same_every_time(tmp_path: Path) -> None:
    figure = draw(flows("en"), "INVENTED DATA")
    assert "INVENTED DATA" in figure.picture and figure.chart.title in figure.picture
    ((_, first),) = pictures([("flows", figure.picture)], tmp_path)
    ((_, again),) = pictures([("flows", figure.picture)])
    assert first == again
    assert Image.open(io.BytesIO(first)).width == 760 * 5 // 4


def test_a_picture_is_kept_by_what_it_shows(tmp_path: Path) -> None:
    figure = draw(flows("en"))
    ((_, png),) = pictures([("flows", figure.picture)], tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"kept")
    assert list(pictures([("flows", figure.picture)], tmp_path)) == [("flows", b"kept")]
    one, *rest = figure.chart.series
    cells = (Cell(1.0), *one.cells[1:])
    other = draw(replace(figure.chart, series=(Series(one.id, one.label, cells), *rest)))
    ((_, changed),) = pictures([("flows", other.picture)], tmp_path)
    assert changed not in (png, b"kept")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_picture_says_its_source_in_the_readers_language(language: str) -> None:
    assert {"nl": "Bron:", "en": "Source:"}[language] in draw(flows(language)).picture
