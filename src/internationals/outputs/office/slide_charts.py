"""Native charts for slides: drawn by the program, fed by a small workbook within, and open to be edited."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml import parse_xml
from pptx.util import Pt

from internationals.definitions.measures import round_half_away
from internationals.outputs.office.chart_data import ChartData
from internationals.outputs.office.charting import MARKERS, Form, Look, look
from internationals.outputs.office.plain import printable
from internationals.outputs.office.slide_labels import NAMESPACES, labels
from internationals.outputs.office.slide_master import FONT
from internationals.outputs.office.slide_places import SMALLEST
from internationals.shapes import Cell, Chart, Series, palette

LETTERS = 108
"""How many letters fit beside each other over the width of a slide."""
_TYPES = {
    Form.LINES: XL_CHART_TYPE.LINE_MARKERS,
    Form.UPRIGHT: XL_CHART_TYPE.COLUMN_CLUSTERED,
    Form.LYING: XL_CHART_TYPE.BAR_CLUSTERED,
    Form.STACKED: XL_CHART_TYPE.BAR_STACKED,
}
_MANY = 16
"""Lying bars above which their names become smaller, so that all of them are there."""
_MANY_BARS, _GAP_OF_MANY, _GAP = 12, 30, 45
"""Many bars need the room between the groups themselves (in percent of a bar)."""
_APART = 0.085
"""How far the ends of lines must lie apart, as a share of the axis, for their names to stand beside them."""


def draw(placeholder: Any, chart: Chart, locale: str) -> None:
    """Put a chart into its placeholder, with its alternative for those who do not see it."""
    chosen = look(chart, LETTERS)
    data = ChartData(number_format=chosen.values)
    data.categories = [printable(label) for label in chart.labels]
    for series in chart.series:
        data.add_series(printable(series.label), [_rounded(cell, chart.decimals) for cell in series.cells])
    frame = placeholder.insert_chart(_TYPES[chosen.form], data)
    properties = frame.element.find(".//{*}cNvPr")
    properties.set("descr", printable(chart.alternative))
    properties.set("title", printable(chart.title))
    made = frame.chart
    made.font.size, made.font.name = Pt(_size(chart, chosen)), FONT
    made.font.color.rgb = _rgb(palette.INK)
    made.has_title = False
    direct = chosen.form is Form.LINES and _ends_apart(chart, chosen)
    made.has_legend = len(chart.series) > 1 and not direct
    if made.has_legend:
        made.legend.position = (
            XL_LEGEND_POSITION.RIGHT if chosen.form is Form.LINES else XL_LEGEND_POSITION.TOP
        )
        made.legend.include_in_layout = False
    _axes(made, chart, chosen)
    for at, (series, drawn) in enumerate(zip(chart.series, made.plots[0].series, strict=True)):
        _dress(drawn, series, at, chosen)
        names = direct and len(chart.series) > 1
        drawn._element.find("{*}cat").addprevious(parse_xml(labels(chart, series, at, chosen, names=names)))
    if direct and len(chart.series) > 1:
        _room_for_names(made, chart)
    space = made._chartSpace
    space.find("{*}date1904").addnext(parse_xml(f'<c:lang {NAMESPACES} val="{locale}"/>'))
    for written in space.iter("{*}defRPr"):
        written.set("lang", locale)


def without_numbers(chart: Chart) -> bool:
    """Whether there is nothing to draw."""
    return all(cell.value is None for series in chart.series for cell in series.cells)


def largest(chart: Chart, most: int) -> Chart:
    """A map as lying bars: the areas with the highest numbers, from high to low, as many as a slide can hold."""
    cells = chart.series[0].cells
    places = [at for at, cell in enumerate(cells) if cell.value is not None]
    order = sorted(places, key=lambda at: -(cells[at].value or 0))[:most]
    return replace(
        chart,
        kind="ranked_bars",
        categories=tuple(chart.categories[at] for at in order),
        labels=tuple(chart.labels[at] for at in order),
        series=(replace(chart.series[0], cells=tuple(cells[at] for at in order)),),
        areas=(),
    )


def _rounded(cell: Cell, decimals: int) -> float | None:
    return None if cell.value is None else round_half_away(cell.value, decimals)


def _size(chart: Chart, chosen: Look) -> int:
    return SMALLEST - 2 if chosen.form is Form.LYING and len(chart.categories) > _MANY else SMALLEST


def _axes(made: Any, chart: Chart, chosen: Look) -> None:
    names, values = made.category_axis, made.value_axis
    names.format.line.color.rgb = _rgb(palette.RULE)
    names.major_tick_mark = values.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.has_major_gridlines = False
    if chosen.low is not None:
        values.minimum_scale = chosen.low
    if chosen.high is not None:
        values.maximum_scale = chosen.high
    made.plots[0].vary_by_categories = False
    if chosen.form is Form.LINES:
        values.major_gridlines.format.line.color.rgb = _rgb(palette.GRID)
        values.format.line.fill.background()
        values.tick_labels.number_format = chosen.values
        values.tick_labels.number_format_is_linked = False
        values.tick_labels.font.color.rgb = _rgb(palette.QUIET)
        return
    values.has_major_gridlines = False
    values.visible = False
    made.plots[0].gap_width = _GAP_OF_MANY if len(chart.categories) * len(chart.series) > _MANY_BARS else _GAP
    made.plots[0].overlap = 100 if chosen.form is Form.STACKED else 0
    if chosen.form is not Form.UPRIGHT:
        names.reverse_order = True
        # Else a program leaves out every other name where it thinks them crowded.
        names._element.find("{*}noMultiLvlLbl").addprevious(
            parse_xml(f'<c:tickLblSkip {NAMESPACES} val="1"/>')
        )


def _dress(drawn: Any, series: Series, at: int, chosen: Look) -> None:
    """Colours; lines also have a marker each, so that nothing rests on colour alone."""
    colour = _rgb(chosen.colours[0 if chosen.of_points else at])
    if chosen.form is Form.LINES:
        drawn.smooth = False
        drawn.format.line.color.rgb = colour
        drawn.format.line.width = Pt(3.5 if series.emphasis else 2.25)
        drawn.marker.style = XL_MARKER_STYLE[MARKERS[at % len(MARKERS)].upper()]
        drawn.marker.size = 8
        for part in (drawn.marker.format.fill, drawn.marker.format.line.fill):
            part.solid()
            part.fore_color.rgb = colour
        return
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = colour
    if chosen.form is Form.STACKED:
        drawn.format.line.color.rgb = _rgb(palette.PAPER)
    for place, each in enumerate(chosen.colours if chosen.of_points else ()):
        fill = drawn.points[place].format.fill
        fill.solid()
        fill.fore_color.rgb = _rgb(each)


def _ends_apart(chart: Chart, chosen: Look) -> bool:
    """Whether the name of every line fits where it ends: all end in the last category, at some distance."""
    ends = [series.cells[-1].value for series in chart.series]
    numbers = [cell.value for series in chart.series for cell in series.cells if cell.value is not None]
    span = max(numbers, default=0) - (chosen.low or 0)
    there = sorted(end for end in ends if end is not None)
    return len(there) == len(ends) and all(b - a > _APART * span for a, b in itertools.pairwise(there))


def _room_for_names(made: Any, chart: Chart) -> None:
    """Keep a column at the right of the lines for their names and last numbers."""
    letters = max(len(series.label) for series in chart.series) + 8
    width = 0.93 - min(0.4, letters * 0.0087)
    area = made._chartSpace.find(".//{*}plotArea")
    for found in area.findall("{*}layout"):
        area.remove(found)
    area.insert(0, parse_xml(
        f'<c:layout {NAMESPACES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="0.06"/><c:y val="0.04"/><c:w val="{width:.3f}"/><c:h val="0.84"/></c:manualLayout></c:layout>'
    ))  # fmt: skip


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
