"""The download beneath a figure as a small workbook: its table, with real numbers, and where they come from."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from internationals import texts
from internationals.shapes import Cell, Chart, Figure, Status


def xlsx_bytes(figure: Figure, manifest: Mapping[str, Any]) -> bytes:
    """One sheet: the title, the table with a number or a reason in every cell, then source, moment and notes.

    A number with a status keeps its value and shows the status by its format; a cell without a number says why.
    """
    chart = figure.chart
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, options)
    moment = datetime.fromisoformat(manifest["reference_date"])
    book.set_properties({"title": chart.title, "author": manifest["publisher"], "created": moment})
    sheet = book.add_worksheet(texts.word(chart.language, "site.table"))
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet.write_string(0, 0, chart.title, bold)
    for column, name in enumerate(figure.header):
        sheet.write_string(2, column, name, wrapped)
    formats: dict[Status, Format] = {}
    for at, label in enumerate(chart.labels):
        sheet.write_string(3 + at, 0, label)
        for column, series in enumerate(chart.series, start=1):
            cell = series.cells[at]
            if cell.status not in formats:
                formats[cell.status] = book.add_format(
                    {"num_format": _shown_as(chart, cell), "align": "right"}
                )
            _write(sheet, (3 + at, column), chart, cell, formats[cell.status])
    beneath = [texts.label(chart.language, manifest["invented"]), *chart.notes]
    beneath.append(f"{texts.word(chart.language, 'site.source')}: {chart.source}")
    beneath.append(f"{texts.word(chart.language, 'site.reference')}: {chart.reference}")
    for line, sentence in enumerate(filter(None, beneath), start=len(chart.labels) + 4):
        sheet.write_string(line, 0, sentence)
    sheet.set_column(0, 0, min(60, max([12, *map(len, chart.labels)]) + 2))
    sheet.set_column(1, max(1, len(chart.series)), 16)
    sheet.freeze_panes(3, 1)
    book.close()
    return target.getvalue()


def _write(sheet: Worksheet, at: tuple[int, int], chart: Chart, cell: Cell, look: Format) -> None:
    if cell.value is None:
        sheet.write_string(*at, texts.cell(chart.language, cell, chart.unit, chart.decimals), look)
    else:
        sheet.write_number(*at, round(cell.value, chart.decimals), look)


def _shown_as(chart: Chart, cell: Cell) -> str:
    """The number format: thousands, decimals, the unit's sign, and around it what the status says of the number."""
    number = "#,##0" + (f".{'0' * chart.decimals}" if chart.decimals else "")
    if chart.unit == "percent":
        number += '"%"'
    if cell.status is Status.ROUNDED:
        return f'"≈ "{number}'
    if cell.value is None or cell.status is Status.NORMAL:
        return number
    return f'{number}" ({texts.word(chart.language, f"status.{cell.status}")})"'
