"""Native charts on the sheets of figures, fed by the cells of the grid before them."""

from __future__ import annotations

from typing import Any

from internationals.outputs.office.charting import MARKERS, Form, Look, look
from internationals.outputs.office.plain import printable
from internationals.outputs.office.sheets import Grid, Sheet
from internationals.shapes import Chart, palette

WIDTH, LETTERS = 760, 92
"""The width of a chart in pixels, and how many letters fit side by side in it."""
BESIDE = 80
"""Characters that the columns of a sheet may be wide for its charts to stand beside them, and not beneath."""
_ROW = 20
_TYPES = {
    Form.LINES: {"type": "line"},
    Form.UPRIGHT: {"type": "column"},
    Form.LYING: {"type": "bar"},
    Form.STACKED: {"type": "bar", "subtype": "stacked"},
}
_FONT = {"name": "Arial", "size": 9, "color": palette.INK}


def insert(book: Any, page: Any, sheet: Sheet, chart: Chart, grid: Grid, heading: int, top: int) -> int:
    """Draw the chart of a grid whose header is in row `top`, and return the first row that is free again.

    Its title is what stands in the row `heading`: a title given as a text would be a formula if it began with =.
    """
    chosen = look(chart, LETTERS)
    made = book.add_chart(_TYPES[chosen.form])
    for at, series in enumerate(chart.series):
        options = {
            "name": [sheet.name, top, at + 1],
            "categories": [sheet.name, top + 1, 0, top + len(grid.rows), 0],
            "values": [sheet.name, top + 1, at + 1, top + len(grid.rows), at + 1],
        }
        made.add_series({**options, **_dressed(chosen, at, emphasis=series.emphasis)})
    made.set_title(
        {"name": [sheet.name, heading, 0], "name_font": {**_FONT, "size": 11, "bold": True}, "overlay": False}
    )
    made.set_legend({"position": "top", "font": _FONT} if len(chart.series) > 1 else {"none": True})
    made.set_chartarea({"border": {"none": True}})
    made.show_blanks_as("gap")
    _axes(made, chosen)
    height = _height(chart, chosen)
    made.set_size({"width": WIDTH, "height": height})
    after = top + len(grid.rows) + 1
    beside = not is_wide(sheet)
    row, column = (top, len(sheet.widths)) if beside else (after + 1, 0)
    page.insert_chart(row, column, made, {
        "description": printable(chart.alternative), "object_position": 2, "x_offset": 20 if beside else 0,
    })  # fmt: skip
    return max(after, row + height // _ROW + 1)


def is_wide(sheet: Sheet) -> bool:
    """Whether the numbers leave no room beside them."""
    return sum(sheet.widths) > BESIDE


def _dressed(chosen: Look, at: int, *, emphasis: bool) -> dict[str, Any]:
    """The colour, and what is written at each point: a bar has its value, as its cell writes it."""
    colour = chosen.colours[0 if chosen.of_points else at]
    if chosen.form is Form.LINES:
        marker = {
            "type": MARKERS[at % len(MARKERS)],
            "size": 6,
            "fill": {"color": colour},
            "border": {"color": colour},
        }
        return {"line": {"color": colour, "width": 3 if emphasis else 2}, "marker": marker}
    stacked = chosen.form is Form.STACKED
    font = {**_FONT, "color": palette.PAPER if stacked else palette.INK}
    dressed: dict[str, Any] = {
        "fill": {"color": colour},
        "border": {"color": palette.PAPER} if stacked else {"none": True},
        "gap": 40,
        "data_labels": {"value": True, "position": "center" if stacked else "outside_end", "font": font},
    }
    if chosen.of_points:
        dressed["points"] = [{"fill": {"color": each}} for each in chosen.colours]
    return dressed


def _axes(made: Any, chosen: Look) -> None:
    quiet = {**_FONT, "color": palette.QUIET}
    names = {"num_font": _FONT, "line": {"color": palette.RULE}, "major_tick_mark": "none"}
    values: dict[str, Any] = {"num_format": chosen.values, "num_font": quiet, "line": {"none": True}}
    values |= {
        "major_gridlines": {"visible": True, "line": {"color": palette.GRID}},
        "major_tick_mark": "none",
    }
    values |= {"min": chosen.low} if chosen.low is not None else {}
    values |= {"max": chosen.high} if chosen.high is not None else {}
    if chosen.form in (Form.LYING, Form.STACKED):
        made.set_y_axis({**names, "reverse": True, "label_position": "low"})
        made.set_x_axis({**values, "visible": False, "major_gridlines": {"visible": False}})
    elif chosen.form is Form.UPRIGHT:
        made.set_x_axis({**names, "label_position": "low"})
        made.set_y_axis({**values, "visible": False, "major_gridlines": {"visible": False}})
    else:
        made.set_x_axis({**names, "label_position": "low"})
        made.set_y_axis(values)


def _height(chart: Chart, chosen: Look) -> int:
    """Lying bars need room for each; other charts are as high as is easy to read."""
    if chosen.form is Form.LYING:
        return max(240, 110 + len(chart.categories) * (12 + 16 * len(chart.series)))
    return max(240, 110 + 26 * len(chart.categories)) if chosen.form is Form.STACKED else 400
