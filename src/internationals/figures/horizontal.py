"""Rows of horizontal bars with words and values beside them: ranked bars, and narrow grouped bars."""

from __future__ import annotations

from internationals import texts
from internationals.figures import svg
from internationals.figures.frame import hatch
from internationals.figures.lettering import width, wrap
from internationals.figures.scales import Scale
from internationals.figures.slots import Slot
from internationals.shapes import Cell, Chart, Status, palette

STUB = 26
"""Pixels of the hatched stub for a suppressed number: a sign, not a length."""
BESIDE = 0.36
"""The share of the width that labels may take; longer ones stand above their bars."""
GAP = 7


def horizontal(chart: Chart, slot: Slot, top: float) -> tuple[tuple[str, ...], float]:
    """The rows from `top` down, and the height at which they end. Bars begin at zero, always."""
    column = max(width(label, slot.text) for label in chart.labels) * (1.08 if chart.highlight else 1) + GAP
    beside = column <= slot.width * BESIDE
    left = column if beside else 0
    label_lines = [() if beside else wrap(label, slot.text, slot.width) for label in chart.labels]
    scale = _scale(chart, slot, left)
    bar = 20.0 if len(chart.series) == 1 else slot.line_height
    parts: list[str] = []
    y = top
    for at, label in enumerate(chart.labels):
        for written in label_lines[at]:
            y += slot.line_height
            parts.append(svg.text(0, y - slot.line_height * 0.25, written, weight=_weight(chart, at)))
        group_height = bar * len(chart.series)
        if beside:
            middle = y + group_height / 2 + slot.text * 0.35
            parts.append(svg.text(left - GAP, middle, label, anchor="end", weight=_weight(chart, at)))
        for position, series in enumerate(chart.series):
            fill = _fill(chart, at, position)
            parts.extend(_bar(chart, slot, series.cells[at], scale, y + position * bar, bar, fill))
        parts.append(svg.line(scale(0), y - 2, scale(0), y + group_height + 2, palette.RULE))
        y += group_height + (8 if beside else 10)
    return tuple(parts), y


def _bar(
    chart: Chart, slot: Slot, cell: Cell, scale: Scale, y: float, height: float, fill: str
) -> tuple[str, ...]:
    written = _written(chart, cell)
    baseline = y + height / 2 + slot.text * 0.35
    zero = scale(0)
    inner = height - (3 if len(chart.series) > 1 else 0)
    if cell.value is None:
        suppressed = cell.status is Status.SUPPRESSED
        stub = (
            (svg.rect(zero, y, STUB, inner, hatch(chart, slot), stroke=palette.RULE),) if suppressed else ()
        )
        start = zero + (STUB if suppressed else 0) + GAP
        return (*stub, svg.text(start, baseline, written, fill=palette.QUIET))
    end = scale(cell.value)
    bar = (svg.rect(min(zero, end), y, abs(end - zero), inner, fill),) if end != zero else ()
    if cell.value < 0:
        return (*bar, svg.text(end - GAP, baseline, written, anchor="end"))
    return (*bar, svg.text(end + GAP, baseline, written))


def _weight(chart: Chart, at: int) -> str | None:
    """A bold label for what stands out, so that it does not stand out by colour alone."""
    return "600" if chart.categories[at] in chart.highlight else None


def _fill(chart: Chart, at: int, position: int) -> str:
    """The colour of a series; where some categories stand out, the others are the lighter of two."""
    if chart.highlight and chart.categories[at] not in chart.highlight:
        return palette.CLASSES[2]
    return palette.series(position)


def _written(chart: Chart, cell: Cell) -> str:
    return texts.cell(chart.language, cell, chart.unit, chart.decimals)


def _scale(chart: Chart, slot: Slot, left: float) -> Scale:
    """From zero to the largest number, leaving room for the values beside the bars."""
    cells = [cell for series in chart.series for cell in series.cells]
    low = min((cell.value for cell in cells if cell.value is not None), default=0.0)
    high = max((cell.value for cell in cells if cell.value is not None), default=0.0)
    low, high = min(low, 0.0), max(high, 0.0)
    after = max(
        (width(_written(chart, cell), slot.text) for cell in cells if (cell.value or 0) >= 0), default=0
    )
    before = max(
        (width(_written(chart, cell), slot.text) for cell in cells if (cell.value or 0) < 0), default=0
    )
    start = left + 1 + (before + GAP if low < 0 else 0)
    stub = STUB + GAP if any(cell.status is Status.SUPPRESSED for cell in cells) else 0
    end = max(start + 40, slot.width - after - GAP - 1)
    if low == high:
        return Scale(0, 1, start, max(start + 1, min(end, slot.width - after - stub)))
    return Scale(low, high, start, end)
