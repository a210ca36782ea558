"""Lines over the years, each labelled where it ends. A cell without a number leaves a gap, never a bridge."""

from __future__ import annotations

from internationals import texts
from internationals.figures import svg
from internationals.figures.axes import category_axis, value_axis, value_column
from internationals.figures.drawing import Drawing
from internationals.figures.end_labels import end_labels, key, leader_and_text
from internationals.figures.markers import marker
from internationals.figures.notes import SIGNS, status_notes
from internationals.figures.scales import Scale, tick_decimals, ticks
from internationals.figures.slots import Slot
from internationals.shapes import Cell, Chart, Series, Status, palette

LEADER = 16
"""Pixels between the end of a line and its label."""


def draw(chart: Chart, slot: Slot) -> Drawing:
    """Lines with a value axis; signs for cells without a number stand in a strip below the plot."""
    numbers = [cell.value for series in chart.series for cell in series.cells if cell.value is not None]
    if not numbers:
        message = texts.word(chart.language, "chart.no_numbers")
        return Drawing((svg.text(0, slot.line_height, message),), slot.line_height * 1.4, status_notes(chart))
    marks = ticks(numbers, 6 if slot.is_wide else 5, whole=chart.unit not in ("percent", "points"))
    labels, with_key = end_labels(chart, slot)
    names, above = key(chart, slot) if with_key else ([], 0.0)
    top = above + slot.text
    bottom = top + max(slot.plot_height, sum(label.height for label in labels))
    left = value_column(chart, slot, marks)
    right = slot.width - max(label.width for label in labels) - LEADER
    x = _places(len(chart.categories), left + 6, right - 6)
    y = Scale(marks[0], marks[-1], bottom, top)
    parts = [*names, *value_axis(chart, slot, marks, y, left, right), *_signs(chart, slot, x, bottom)]
    strip = slot.line_height if any(cell.status in SIGNS for s in chart.series for cell in s.cells) else 0
    parts += category_axis(chart, slot, x, bottom, bottom + strip + slot.line_height + 3)
    emphasis = any(series.emphasis for series in chart.series)
    for position, series in enumerate(chart.series):
        weight = 3.0 if series.emphasis else 1.75 if emphasis else 2.25
        parts += _line(chart, series, position, x, y, weight)
    parts += leader_and_text(chart, slot, labels, x, y, right, (top, bottom))
    notes = status_notes(chart)
    if marks[0] > 0:
        start = texts.amount(chart.language, marks[0], chart.unit, tick_decimals(marks))
        notes = (texts.word(chart.language, "chart.axis_starts_at", value=start), *notes)
    return Drawing(tuple(parts), bottom + strip + slot.line_height * 1.4 + 3, notes)


def _places(count: int, first: float, last: float) -> list[float]:
    """Where the categories stand; a single one stands beside the labels."""
    if count == 1:
        return [last]
    return [first + (last - first) * at / (count - 1) for at in range(count)]


def stretches(cells: tuple[Cell, ...]) -> list[list[int]]:
    """Runs of neighbouring cells with a number. A gap ends a run; a break in the series begins a new one."""
    runs: list[list[int]] = []
    previous: int | None = None
    for at, cell in enumerate(cells):
        if cell.value is None:
            continue
        if previous != at - 1 or previous is None or cell.status is Status.BREAK:
            runs.append([])
        runs[-1].append(at)
        previous = at
    return runs


def _line(chart: Chart, series: Series, position: int, x: list[float], y: Scale, weight: float) -> list[str]:
    colour = palette.series(position)
    strokes: list[str] = []
    markers: list[str] = []
    for run in stretches(series.cells):
        points = [(x[at], y(series.cells[at].value or 0.0)) for at in run]
        if len(points) > 1:
            strokes.append(svg.path(points))
        for at, (px, py) in zip(run, points, strict=True):
            cell = series.cells[at]
            written = texts.cell(chart.language, cell, chart.unit, chart.decimals)
            hollow = palette.PAPER if cell.status is Status.PROVISIONAL else None
            title = f"{series.label}, {chart.labels[at]}: {written}"
            markers.append(marker(position, px, py, fill=hollow, title=title))
    return [
        svg.group(strokes, fill="none", stroke=colour, stroke_width=weight, stroke_linejoin="round"),
        svg.group(markers, fill=colour, stroke=colour, stroke_width=1.5),
    ]


def _signs(chart: Chart, slot: Slot, x: list[float], bottom: float) -> list[str]:
    """The signs of all statuses at a category, beneath the plot: the notes say whose they are."""
    parts = []
    for at, place in enumerate(x):
        here = {series.cells[at].status for series in chart.series}
        signs = "".join(sign for status, sign in SIGNS.items() if status in here)
        if signs:
            parts.append(
                svg.text(place, bottom + slot.line_height, signs, anchor="middle", fill=palette.QUIET)
            )
    return parts
