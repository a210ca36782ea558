"""The two axes of a line chart."""

from __future__ import annotations

from itertools import pairwise

from internationals import texts
from internationals.figures import svg
from internationals.figures.lettering import width
from internationals.figures.scales import Scale, tick_decimals
from internationals.figures.slots import Slot
from internationals.shapes import Chart, palette

GAP = 8


def value_column(chart: Chart, slot: Slot, marks: tuple[float, ...]) -> float:
    """The width that the labels of the value axis need."""
    return max(width(label, slot.text) for label in _written(chart, marks)) + GAP


def value_axis(
    chart: Chart, slot: Slot, marks: tuple[float, ...], y: Scale, left: float, right: float
) -> list[str]:
    """A grid line and a label for every mark; zero, or the lowest mark, is the firm line."""
    firm = 0.0 if marks[0] <= 0 <= marks[-1] else marks[0]
    parts = []
    for mark, label in zip(marks, _written(chart, marks), strict=True):
        stroke = palette.RULE if mark == firm else palette.GRID
        parts.append(svg.line(left, y(mark), right, y(mark), stroke))
        parts.append(
            svg.text(left - GAP, y(mark) + slot.text * 0.35, label, anchor="end", fill=palette.QUIET)
        )
    return parts


def category_axis(chart: Chart, slot: Slot, x: list[float], bottom: float, baseline: float) -> list[str]:
    """A tick per category and as many labels as fit: every one, every second, ..., always with the last."""
    shown = set(_shown(chart, slot, x))
    parts = []
    for at, place in enumerate(x):
        parts.append(svg.line(place, bottom, place, bottom + (5 if at in shown else 3), palette.RULE))
        if at in shown:
            parts.append(svg.text(place, baseline, chart.labels[at], anchor="middle", fill=palette.QUIET))
    return parts


def _shown(chart: Chart, slot: Slot, x: list[float]) -> range:
    """The largest regular selection, counted back from the last category, whose labels do not touch."""
    last = len(x) - 1
    widths = [width(label, slot.text) for label in chart.labels]
    for step in range(1, last + 1):
        chosen = range(last, -1, -step)
        pairs = pairwise(chosen)
        if all(x[right] - x[left] >= (widths[right] + widths[left]) / 2 + GAP for right, left in pairs):
            return chosen
    return range(last, last - 1, -1)


def _written(chart: Chart, marks: tuple[float, ...]) -> list[str]:
    decimals = tick_decimals(marks)
    return [texts.amount(chart.language, mark, chart.unit, decimals) for mark in marks]
