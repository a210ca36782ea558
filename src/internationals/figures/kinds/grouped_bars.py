"""A few bars side by side per category, every value readable: arrivals and departures per year."""

from __future__ import annotations

from internationals import texts
from internationals.figures import svg
from internationals.figures.drawing import Drawing
from internationals.figures.frame import hatch
from internationals.figures.horizontal import horizontal
from internationals.figures.lettering import width, wrap
from internationals.figures.notes import SIGNS, status_notes
from internationals.figures.scales import Scale
from internationals.figures.slots import Slot
from internationals.shapes import Cell, Chart, Status, palette

SWATCH = 12
FILLED = 0.92
"""The share of a category's width that its bars and their values may take."""
STUB = 12


def draw(chart: Chart, slot: Slot) -> Drawing:
    """Upright bars where every value fits above its bar; otherwise rows of horizontal bars."""
    upright = _values_fit(chart, slot)
    key, top = _key(chart, slot, upright)
    if upright:
        parts, height = _upright(chart, slot, top)
        return Drawing((*key, *parts), height, status_notes(chart))
    parts, height = horizontal(chart, slot, top)
    return Drawing((*key, *parts), height)


def _values_fit(chart: Chart, slot: Slot) -> bool:
    band = slot.width / len(chart.categories)
    place = band * FILLED / len(chart.series)
    values = (width(_value(chart, cell), slot.value) for series in chart.series for cell in series.cells)
    return max(values) <= place and all(width(label, slot.text) <= band - 4 for label in chart.labels)


def _value(chart: Chart, cell: Cell) -> str:
    sign = SIGNS.get(cell.status, "")
    if cell.value is None:
        return sign
    return texts.amount(chart.language, cell.value, chart.unit, chart.decimals) + sign


def _key(chart: Chart, slot: Slot, upright: bool) -> tuple[tuple[str, ...], float]:
    """Which bar is which, by colour and by place, so that colour is never the only clue."""
    if len(chart.series) == 1:
        return (), 4
    parts: list[str] = []
    x = y = 0.0
    for position, series in enumerate(chart.series):
        named = _placed(chart, position, series.label, upright)
        lines = wrap(named, slot.text, slot.width - SWATCH - 8)
        needed = SWATCH + 8 + max(width(line, slot.text) for line in lines)
        if x and x + needed > slot.width:
            x, y = 0.0, y + slot.line_height + 4
        parts.append(svg.rect(x, y + 2, SWATCH, SWATCH, palette.series(position)))
        for line in lines:
            parts.append(svg.text(x + SWATCH + 8, y + slot.text, line))
            y += slot.line_height if line is not lines[-1] else 0
        x += needed + 20
    return tuple(parts), y + slot.line_height + 10


def _placed(chart: Chart, position: int, label: str, upright: bool) -> str:
    total = len(chart.series)
    if total == 2:
        place = ("left", "right") if upright else ("upper", "lower")
        return texts.word(chart.language, f"chart.bar_{place[position]}", series=label)
    return texts.word(chart.language, "chart.bar_nth", series=label, position=position + 1, total=total)


def _upright(chart: Chart, slot: Slot, top: float) -> tuple[tuple[str, ...], float]:
    numbers = [cell.value for series in chart.series for cell in series.cells if cell.value is not None]
    low, high = min(0.0, *numbers, 0.0), max(0.0, *numbers, 0.0)
    value_line = slot.value * 1.3
    first = top + value_line
    last = first + (slot.plot_height if any(numbers) else 40)
    scale = Scale(low, high if high > low else low + 1, last, first)
    band = slot.width / len(chart.categories)
    place = band * FILLED / len(chart.series)
    bar = min(place - 4, 44)
    parts: list[str] = []
    for at, label in enumerate(chart.labels):
        centre = band * (at + 0.5)
        for position, series in enumerate(chart.series):
            x = centre + (position - (len(chart.series) - 1) / 2) * min(place, bar + place / 2)
            parts.extend(_bar(chart, slot, series.cells[at], scale, x, bar, position))
        below = last + (value_line if low < 0 else 0)
        parts.append(svg.text(centre, below + slot.line_height, label, anchor="middle"))
    parts.append(svg.line(0, scale(0), slot.width, scale(0), palette.RULE))
    return tuple(parts), last + (value_line if low < 0 else 0) + slot.line_height * 1.4


def _bar(
    chart: Chart, slot: Slot, cell: Cell, scale: Scale, x: float, bar: float, position: int
) -> tuple[str, ...]:
    zero = scale(0)
    written = _value(chart, cell)
    if cell.value is None:
        stub = STUB if cell.status is Status.SUPPRESSED else 0
        hatched = svg.rect(x - bar / 2, zero - stub, bar, stub, hatch(chart, slot), stroke=palette.RULE)
        sign = svg.text(x, zero - stub - 4, written, anchor="middle", size=slot.value, fill=palette.QUIET)
        return (hatched, sign) if stub else (sign,)
    end = scale(cell.value)
    drawn = svg.rect(x - bar / 2, min(zero, end), bar, abs(end - zero), palette.series(position))
    baseline = end + slot.value + 1 if cell.value < 0 else end - 4
    value = svg.text(x, baseline, written, anchor="middle", size=slot.value)
    return (drawn, value) if end != zero else (value,)
