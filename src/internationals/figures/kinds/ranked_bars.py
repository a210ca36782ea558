"""Horizontal bars in the order given, each with its label and its value: nationalities, municipalities."""

from __future__ import annotations

from internationals.figures.drawing import Drawing
from internationals.figures.errors import FigureError
from internationals.figures.horizontal import horizontal
from internationals.figures.slots import Slot
from internationals.shapes import Chart


def draw(chart: Chart, slot: Slot) -> Drawing:
    """Ranked bars of one series, in the page's order: "other" may come last although it is the largest."""
    if len(chart.series) != 1:
        raise FigureError(
            f"Chart {chart.id!r}: ranked_bars shows one series, found {len(chart.series)}; use grouped_bars."
        )
    parts, height = horizontal(chart, slot, top=0)
    return Drawing(parts, height)
