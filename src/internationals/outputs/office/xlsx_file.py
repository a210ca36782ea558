"""A workbook as an XLSX file."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter

from internationals.outputs.office.errors import OfficeError
from internationals.outputs.office.plain import printable
from internationals.outputs.office.sheets import (
    Grid,
    Line,
    Link,
    Sheet,
    Style,
    Value,
    Workbook,
    header_lines,
    lines_of,
)
from internationals.outputs.office.shorthand import ABSENT, SIGNS, number_format
from internationals.outputs.office.xlsx_charts import insert, is_wide
from internationals.shapes import Cell, Status, palette

_TEXT_ONLY = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
_FONT = {"font_name": "Arial", "font_size": 10}
_STYLES: Mapping[Style, Mapping[str, Any]] = {
    Style.TITLE: {"bold": True, "font_size": 16},
    Style.HEADING: {"bold": True, "font_size": 12},
    Style.WARNING: {"bold": True, "font_color": palette.SERIES[1]},
    Style.TEXT: {},
    Style.WRAPPED: {"text_wrap": True, "valign": "top"},
}
_A4 = 9
_LINE = 13.5
"""Points that a line of text is high."""
_MOST_ROWS, _MOST_COLUMNS, _MOST_LETTERS = 1_048_576, 16_384, 32_767


def xlsx(workbook: Workbook) -> bytes:
    """The bytes of the file. Raises OfficeError, in a sentence, for what does not fit into Excel."""
    target = BytesIO()
    with _warnings_as_mistakes():
        book = xlsxwriter.Workbook(
            target, {"in_memory": True, "default_format_properties": _FONT, **_TEXT_ONLY}
        )
        about = {"title": workbook.title, "subject": workbook.subject, "author": workbook.author}
        about |= {"comments": workbook.description}
        made = datetime.combine(workbook.made, time())
        book.set_properties({**{key: printable(text) for key, text in about.items()}, "created": made})
        book.set_custom_property("Language", workbook.locale, "text")
        writer = _Writer(book, workbook)
        for sheet in workbook.sheets:
            writer.write(sheet)
        book.close()
    return target.getvalue()


class _Writer:
    """Writes sheets into one book, which share their formats."""

    def __init__(self, book: Any, workbook: Workbook) -> None:
        self._book, brand = book, workbook.style.brand
        self._footer = f"&L&A&C{workbook.label.replace('&', '&&')}&R&P / &N"
        self._styles = {style: book.add_format(options) for style, options in _STYLES.items()}
        self._styles[Style.TITLE].set_font_color(brand)
        self._link = book.add_format({"font_color": workbook.style.link, "underline": 1, "valign": "top"})
        header = {
            "bold": True,
            "bottom": 2,
            "bottom_color": brand,
            "text_wrap": True,
            "valign": "top",
        }
        self._header = book.add_format(header)
        # The button of the filter stands at the right of a header, and the numbers before a remark end there.
        self._header_of_numbers = book.add_format({**header, "align": "right", "indent": 2})
        self._beside_numbers = book.add_format({"indent": 1})
        self._sign = book.add_format({"align": "right", "font_color": palette.QUIET})
        self._formats: dict[str, Any] = {}

    def write(self, sheet: Sheet) -> None:
        """Write one sheet, from top to bottom."""
        page = self._book.add_worksheet(sheet.name)
        for column, width in enumerate(sheet.widths):
            page.set_column(column, column, width)
        page.hide_gridlines(2)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # codes and years are names
        if not (sheet.figures and is_wide(sheet)):  # there the charts stand beneath their numbers
            page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_footer(self._footer)
        if sheet.frozen_rows:
            page.freeze_panes(sheet.frozen_rows, sheet.frozen_columns)
            page.repeat_rows(sheet.frozen_rows - 1)
        row = top = heading = 0
        breaks = []
        grid: Grid | None = None
        for part in sheet.parts:
            if isinstance(part, Line):
                if part.without_charts:
                    continue
                if part.style is Style.HEADING:
                    heading = row
                    breaks += [row] if sheet.figures else []
                for column, value in enumerate(part.values):
                    self._text(page, row, column, value, self._styles[part.style])
                row += 1
            elif isinstance(part, Grid):
                grid, top = part, row
                row = self._grid(page, sheet, part, row)
            elif grid is not None:
                row = insert(self._book, page, sheet, part.chart, grid, heading, top)
        page.set_h_pagebreaks(breaks[1:])

    def _grid(self, page: Any, sheet: Sheet, grid: Grid, row: int) -> int:
        """Write a grid from this row on, as a table with filters; the row after it is returned."""
        last = row + len(grid.rows)
        if last >= _MOST_ROWS or len(grid.header) > _MOST_COLUMNS:
            raise OfficeError(
                f"Sheet {sheet.name!r} would have {last + 1} rows and {len(grid.header)} columns; a spreadsheet has at "
                f"most {_MOST_ROWS} and {_MOST_COLUMNS}. Split the table into several."
            )
        header = [self._header_of_numbers if numbers else self._header for numbers in grid.numbers]
        page.add_table(row, 0, last, len(grid.header) - 1, {
            "name": grid.name, "style": "Table Style Light 1", "title": printable(sheet.title),
            "description": printable(grid.description),
            "columns": [
                {"header": name, "header_format": look} for name, look in zip(grid.header, header, strict=True)
            ],
        })  # fmt: skip
        if (lines := header_lines(grid, sheet.widths)) > 1:
            page.set_row(row, _LINE * lines)
        formats = {
            status: self._number(number_format(status, grid.unit, grid.decimals))
            for status in Status
            if status not in ABSENT
        }
        styles = [
            self._styles[Style.WRAPPED if at in grid.wrapped else Style.TEXT] for at in range(len(header))
        ]
        if grid.remarks:
            styles[-1] = self._beside_numbers
        for values in grid.rows:
            row += 1
            if grid.wrapped:
                page.set_row(row, _LINE * lines_of(grid, values, sheet.widths))
            for column, value in enumerate(values):
                if isinstance(value, Cell):
                    if value.value is None:
                        page.write_string(row, column, SIGNS[value.status], self._sign)
                    else:
                        page.write_number(row, column, value.value, formats[value.status])
                else:
                    self._text(page, row, column, value, styles[column])
        return row + 1

    def _text(self, page: Any, row: int, column: int, value: Value, style: Any) -> None:
        """Write a text as a text, whatever it begins with, or a link."""
        if isinstance(value, Link):
            page.write_url(row, column, f"internal:'{value.sheet}'!A1", self._link, value.text)
        elif isinstance(value, str) and value and page.write_string(row, column, printable(value), style):
            raise OfficeError(
                f"A text of {len(value)} letters, beginning with {value[:40]!r}, does not fit into a cell of a "
                f"spreadsheet, which holds {_MOST_LETTERS}. Shorten the label or the note on the card."
            )

    def _number(self, notation: str) -> Any:
        if notation not in self._formats:
            self._formats[notation] = self._book.add_format({"num_format": notation})
        return self._formats[notation]


@contextmanager
def _warnings_as_mistakes() -> Iterator[None]:
    """XlsxWriter warns of what it leaves out, and goes on; a file that lacks something is not to be published."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            yield
        except UserWarning as warning:
            raise OfficeError(f"The spreadsheet would not be complete: {warning}.") from warning
