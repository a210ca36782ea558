"""The figures of a page as a sheet: for each its numbers, from which a chart is drawn, and where they come from.

A program draws a text among the numbers of a chart as zero. So a cell without a number is left empty here, and a column
of remarks says why.
"""

from __future__ import annotations

from dataclasses import replace

from internationals import texts
from internationals.definitions.measures import round_half_away
from internationals.outputs.office.names import Names, headers
from internationals.outputs.office.plain import plain
from internationals.outputs.office.sheets import Drawing, Grid, Line, Link, Sheet, Style, Value
from internationals.outputs.office.shorthand import marked
from internationals.outputs.office.tables import Around
from internationals.shapes import Cell, Chart, Page

MAPS = ("bubble_map", "choropleth")
"""The kinds of chart that office programs do not have."""
FIRST, WIDEST, NUMBER, HEADER = 24, 44, 15, 20


def figure_sheet(page: Page, name: str, names: Names, around: Around) -> Sheet:
    """The sheet of a page with figures; `names` are those of the tables in the file so far."""
    parts: list[Line | Grid | Drawing] = [
        Line((page.title,), Style.TITLE),
        Line((plain(page.headline),)),
        Line((Link(texts.word(page.language, "office.back"), around.contents),)),
    ]
    if around.label:
        parts.append(Line((around.label,), Style.WARNING))
    grids = []
    for chart in page.charts:
        grid = figure_grid(chart, names.table("fig", chart.id))
        grids.append(grid)
        about = texts.word(
            chart.language, "office.about_page", source=chart.source, reference=chart.reference
        )
        is_map = (texts.word(chart.language, "office.is_map"),) if chart.kind in MAPS else ()
        parts += (Line(), Line((chart.title,), Style.HEADING))
        parts += [Line((note,)) for note in (about, *chart.notes, *is_map)]
        parts += (grid,) if is_map else (grid, Drawing(chart))
    return Sheet(name, page.title, tuple(parts), _widths(grids), figures=True)


def figure_grid(chart: Chart, name: str) -> Grid:
    """The numbers as the figure shows them, rounded to its decimals, a row for each category."""
    rows = []
    for at, label in enumerate(chart.labels):
        cells = [series.cells[at] for series in chart.series]
        rows.append((label, *(_shown(cell, chart.decimals) for cell in cells), _remark(chart, cells)))
    header = [chart.category_label, *(series.label for series in chart.series)]
    if any(row[-1] for row in rows):
        header.append(texts.word(chart.language, "office.remark"))
    else:
        rows = [row[:-1] for row in rows]
    unit = "percent" if chart.unit == "percent" else ""
    return Grid(name, headers(header), rows, chart.alternative, unit, chart.decimals)


def _shown(cell: Cell, decimals: int) -> Value:
    return None if cell.value is None else replace(cell, value=round_half_away(cell.value, decimals))


def _remark(chart: Chart, cells: list[Cell]) -> str:
    """Why there is no number in a row, of each series where there are several."""
    absent = [
        (series.label, marked(chart.language, cell.status))
        for series, cell in zip(chart.series, cells, strict=True)
        if cell.value is None
    ]
    if len(cells) == 1:
        return "".join(why for _, why in absent)
    return "; ".join(f"{label}: {why}" for label, why in absent)


def _widths(grids: list[Grid]) -> tuple[int, ...]:
    """Wide enough for the labels and remarks; the headers of numbers are broken into lines."""
    widths = [FIRST]
    for grid in grids:
        widths += [NUMBER] * (len(grid.header) - len(widths))
        for at, numbers in enumerate(grid.numbers):
            if numbers:
                widths[at] = max(widths[at], min(HEADER, max(map(len, grid.header[at].split())) + 4))
            else:
                longest = max(len(text) for row in grid.rows if isinstance(text := row[at], str))
                widths[at] = max(widths[at], min(WIDEST, longest + 2))
    return tuple(widths)
