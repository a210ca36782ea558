"""A workbook as an ODS file.

The content is written as text: a library builds a tree of a hundred thousand cells first, which takes many times
longer. The parts around it are in `ods_parts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from internationals import texts
from internationals.outputs.office.ods_parts import NAMESPACES, manifest, meta, settings, styles
from internationals.outputs.office.ods_styles import Styles
from internationals.outputs.office.packing import packed
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
from internationals.outputs.office.shorthand import SIGNS
from internationals.shapes import Cell, Status

MIME = "application/vnd.oasis.opendocument.spreadsheet"


def ods(workbook: Workbook) -> bytes:
    """The bytes of the file. Charts are left out."""
    parts = {
        "mimetype": MIME,
        "content.xml": _content(workbook),
        "styles.xml": styles(workbook),
        "meta.xml": meta(workbook),
        "settings.xml": settings(workbook.sheets),
    }
    parts["META-INF/manifest.xml"] = manifest(MIME, [name for name in parts if name != "mimetype"])
    return packed(((name, text.encode()) for name, text in parts.items()), stored="mimetype")


def escaped(text: str) -> str:
    """A text within XML, also within an attribute, without the signs that XML cannot hold."""
    return (
        printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def reference(sheet: str, row: int, column: int) -> str:
    """The address of a cell, counted from zero: `'05 regio'.A7`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"'{sheet}'.{letters}{row + 1}"


def _content(workbook: Workbook) -> str:
    look = Styles(workbook.locale, workbook.style)
    ranges: list[str] = []
    tables = [line for sheet in workbook.sheets for line in _table(sheet, workbook.language, look, ranges)]
    return "".join((
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<office:document-content {NAMESPACES} office:version="1.3">',
        "<office:automatic-styles>", *look.written(), "</office:automatic-styles>",
        "<office:body><office:spreadsheet>", *tables,
        "<table:database-ranges>", *ranges, "</table:database-ranges>",
        "</office:spreadsheet></office:body></office:document-content>",
    ))  # fmt: skip


def _table(sheet: Sheet, language: str, look: Styles, ranges: list[str]) -> Iterator[str]:
    """A sheet as XML; where its grids are is added to `ranges`."""
    yield f'<table:table table:name="{escaped(sheet.name)}" table:style-name="{look.SHEET}">'
    yield from (f'<table:table-column table:style-name="{look.column(width)}"/>' for width in sheet.widths)
    row = headings = 0
    for part in sheet.parts:
        if isinstance(part, Line):
            heading = sheet.figures and part.style is Style.HEADING
            headings += heading
            start = look.row(1, new_page=heading and headings > 1)
            yield f'<table:table-row table:style-name="{start}">'
            yield from (_text(value, look.text(part.style), look) for value in part.values or (None,))
            yield "</table:table-row>"
            row += 1
        elif isinstance(part, Grid):
            first, last = row, row + len(part.rows)
            address = f"{reference(sheet.name, first, 0)}:{reference(sheet.name, last, len(part.header) - 1)}"
            ranges.append(
                f'<table:database-range table:name="{part.name}" table:target-range-address="{escaped(address)}" '
                'table:contains-header="true" table:display-filter-buttons="true"/>'
            )
            repeated = row + 1 == sheet.frozen_rows
            yield "<table:table-header-rows>" if repeated else ""
            yield _header(part, sheet.widths, look)
            yield "</table:table-header-rows>" if repeated else ""
            yield from _rows(part, sheet.widths, language, look)
            row = last + 1
    yield "</table:table>"


def _header(grid: Grid, widths: Sequence[int], look: Styles) -> str:
    cells = (
        _text(name, look.header(numbers=numbers), look)
        for name, numbers in zip(grid.header, grid.numbers, strict=True)
    )
    start = look.row(header_lines(grid, widths))
    return f'<table:table-row table:style-name="{start}">{"".join(cells)}</table:table-row>'


def _rows(grid: Grid, widths: Sequence[int], language: str, look: Styles) -> Iterator[str]:
    known: dict[tuple[Status, float | None], str] = {}
    known_texts: dict[tuple[int, str], str] = {}
    styles_of = [
        look.text(Style.WRAPPED if at in grid.wrapped else Style.TEXT) for at in range(len(grid.header))
    ]
    if grid.remarks:
        styles_of[-1] = look.BESIDE
    start = f'<table:table-row table:style-name="{look.row(1)}">'
    for values in grid.rows:
        if grid.wrapped:
            start = f'<table:table-row table:style-name="{look.row(lines_of(grid, values, widths))}">'
        cells = [start]
        for column, value in enumerate(values):
            if isinstance(value, Cell):
                written = known.get((value.status, value.value))
                if written is None:
                    written = known[value.status, value.value] = _number(value, grid, language, look)
            elif isinstance(value, str):
                written = known_texts.get((column, value))
                if written is None:
                    written = known_texts[column, value] = _text(value, styles_of[column], look)
            else:
                written = _text(value, styles_of[column], look)
            cells.append(written)
        cells.append("</table:table-row>")
        yield "".join(cells)


def _text(value: Value, style: str, look: Styles) -> str:
    """A text as a text, whatever it begins with; a link to a sheet; or an empty cell."""
    if isinstance(value, Link):
        target = escaped(f"#{reference(value.sheet, 0, 0)}")
        shown = f'<text:a xlink:type="simple" xlink:href="{target}">{escaped(value.text)}</text:a>'
        style = look.LINK
    elif isinstance(value, str) and value:
        shown = escaped(value)
    else:
        return "<table:table-cell/>"
    cell = f'<table:table-cell table:style-name="{style}" office:value-type="string">'
    return f"{cell}<text:p>{shown}</text:p></table:table-cell>"


def _number(cell: Cell, grid: Grid, language: str, look: Styles) -> str:
    """A number with its format and as it reads, or the sign that stands in its place."""
    if cell.value is None:
        return _text(SIGNS[cell.status], look.SIGN, look)
    value = float(cell.value)
    exact = str(int(value)) if value.is_integer() else repr(value)
    style = look.number(cell.status, grid.unit, grid.decimals)
    shown = escaped(_written(cell, grid, language))
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="float" office:value="{exact}">'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def _written(cell: Cell, grid: Grid, language: str) -> str:
    number = texts.number(language, cell.value or 0, grid.decimals) + ("%" if grid.unit == "percent" else "")
    if cell.status is Status.ROUNDED:
        return f"{SIGNS[cell.status]} {number}"
    return f"{number} {SIGNS[cell.status]}" if cell.status in SIGNS else number
