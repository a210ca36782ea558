"""Horizontal bars of segments that make up a whole: residence duration by age."""

from __future__ import annotations

from internationals import texts
from internationals.figures import svg
from internationals.figures.drawing import Drawing
from internationals.figures.errors import FigureError
from internationals.figures.frame import hatch
from internationals.figures.horizontal import BESIDE, GAP, STUB
from internationals.figures.lettering import width, wrap
from internationals.figures.notes import status_notes
from internationals.figures.slots import Slot
from internationals.shapes import Cell, Chart, Status, palette

BAR, BETWEEN, SWATCH = 24.0, 8.0, 12.0


def draw(chart: Chart, slot: Slot) -> Drawing:
    """One bar per category; shares fill the width together, counts are as long as they are many.

    A number stands in its segment where it fits. What is suppressed is a hatched stub at the end of the bar:
    a sign, not a length. Raises FigureError for a number below zero.
    """
    cells = [cell for series in chart.series for cell in series.cells]
    if any((cell.value or 0) < 0 for cell in cells):
        raise FigureError(f"Chart {chart.id!r}: a stacked bar has no numbers below zero; use grouped_bars.")
    parts, y = _key(chart, slot)
    column = max(width(label, slot.text) for label in chart.labels) + GAP
    beside = column <= slot.width * BESIDE
    left = column if beside else 0.0
    stub = STUB if any(cell.status is Status.SUPPRESSED for cell in cells) else 0
    most = chart.scale or max(_together(chart, at) for at in range(len(chart.labels)))
    longest = max(most, 100.0 if chart.unit == "percent" else most) or 1.0
    per_pixel = (slot.width - left - stub - 1) / longest
    for at, label in enumerate(chart.labels):
        if beside:
            parts.append(svg.text(left - GAP, y + BAR / 2 + slot.text * 0.35, label, anchor="end"))
        for line in () if beside else wrap(label, slot.text, slot.width):
            y += slot.line_height
            parts.append(svg.text(0, y - slot.line_height * 0.25, line))
        parts += _bar(chart, slot, at, left, y, per_pixel)
        y += BAR + BETWEEN
    return Drawing(tuple(parts), y, status_notes(chart))


def _together(chart: Chart, at: int) -> float:
    return sum(series.cells[at].value or 0.0 for series in chart.series)


def _bar(chart: Chart, slot: Slot, at: int, left: float, y: float, per_pixel: float) -> list[str]:
    parts = []
    x = left
    for position, series in enumerate(chart.series):
        cell = series.cells[at]
        length = (cell.value or 0.0) * per_pixel
        if not length:
            continue
        parts.append(svg.rect(x, y, length, BAR, palette.series(position), stroke=palette.PAPER))
        written = texts.amount(chart.language, cell.value or 0.0, chart.unit, chart.decimals)
        if width(written, slot.value) + 6 <= length:
            middle = x + length / 2
            parts.append(
                svg.text(
                    middle, y + BAR / 2 + slot.value * 0.35, written,
                    anchor="middle", fill=palette.PAPER, size=slot.value,
                )
            )  # fmt: skip
        x += length
    here = [series.cells[at] for series in chart.series]
    if any(cell.status is Status.SUPPRESSED for cell in here):
        parts.append(svg.rect(x, y, STUB, BAR, hatch(chart, slot), stroke=palette.RULE))
        x += STUB
    if x == left:
        parts.append(
            svg.text(left + 2, y + BAR / 2 + slot.text * 0.35, _empty(chart, here), fill=palette.QUIET)
        )
    return parts


def _empty(chart: Chart, cells: list[Cell]) -> str:
    """What stands in the place of a bar without length."""
    return texts.cell(chart.language, cells[0], chart.unit, chart.decimals)


def _key(chart: Chart, slot: Slot) -> tuple[list[str], float]:
    """Which segment is which, by colour and by place."""
    heading = texts.word(chart.language, "chart.segments")
    parts = [svg.text(0, slot.text, heading, fill=palette.QUIET)]
    x, y = width(heading, slot.text) + 12, 0.0
    for position, series in enumerate(chart.series):
        lines = wrap(series.label, slot.text, slot.width - SWATCH - 6)
        needed = SWATCH + 6 + max(width(line, slot.text) for line in lines)
        if x + needed > slot.width:
            x, y = 0.0, y + slot.line_height + 4
        parts.append(svg.rect(x, y + 2, SWATCH, SWATCH, palette.series(position)))
        for line in lines:
            parts.append(svg.text(x + SWATCH + 6, y + slot.text, line))
            y += slot.line_height if line is not lines[-1] else 0
        x += needed + 16
    return parts, y + slot.line_height + 10
