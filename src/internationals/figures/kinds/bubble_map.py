"""A map with a circle per area, as large as its number: children by neighbourhood."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from internationals import texts
from internationals.figures import svg
from internationals.figures.drawing import Drawing
from internationals.figures.legend import Entry
from internationals.figures.map_signs import HALF, sign, zero, zero_name
from internationals.figures.maps import Picture, drawn, highest
from internationals.figures.places import Ground, mean_side
from internationals.figures.slots import Slot
from internationals.shapes import Cell, Chart, palette

SMALLEST, LARGEST = 12.0, 34.0
"""Limits in pixels to the radius of the largest circle; between them it is half the side of an area."""
EXAMPLES = (1, 0.3, 0.06)
"""The circles of the legend, as parts of the largest."""
ROUND = (1, 2, 5)


def draw(chart: Chart, slot: Slot) -> Drawing:
    """Circles whose area, not their width, follows the number; small ones lie on top of large ones."""
    return drawn(chart, slot, partial(_picture, chart, slot))


def _picture(
    chart: Chart, slot: Slot, ground: Ground, cells: Mapping[str, Cell], hints: Mapping[str, str]
) -> Picture:
    most = highest(chart) or 1.0
    largest = min(max(mean_side(ground) / 2, SMALLEST), LARGEST)

    def radius(value: float) -> float:
        return largest * math.sqrt(value / most)

    outlines = [
        svg.outline(rings, "" if cells[code].value else hints.get(code, ""))
        for code, rings in ground.outlines.items()
    ]
    parts = [
        svg.group(
            outlines, fill=palette.LAND, stroke=palette.RULE, stroke_width=0.6, fill_rule="evenodd",
            stroke_linejoin="round",
        )
    ]  # fmt: skip
    circles = []
    signs = {code: (ground.centres[code], radius(cell.value or 0) or HALF) for code, cell in cells.items()}
    for code in sorted(cells, key=lambda code: -(cells[code].value or 0)):
        cell, (x, y) = cells[code], ground.centres[code]
        if cell.value is None:
            parts.append(sign(cell.status, x, y))
        elif cell.value == 0:
            parts.append(zero(x, y))
        else:
            circles.append(_circle(x, y, radius(cell.value), hints.get(code, "")))
    parts.append(_discs(circles))
    return Picture(parts, signs, _entries(chart, most, radius, cells), discs=True)


def _circle(x: float, y: float, radius: float, hint: str = "") -> str:
    content = svg.element("title", svg.escape(hint)) if hint else ""
    return svg.element("circle", content, cx=x, cy=y, r=f"{radius:.2f}")


def _discs(circles: Iterable[str]) -> str:
    return svg.group(circles, fill=palette.series(0), fill_opacity="0.85", stroke=palette.PAPER)


def _entries(
    chart: Chart, most: float, radius: Callable[[float], float], cells: Mapping[str, Cell]
) -> list[Entry]:
    entries = []
    for value in examples(most, whole=chart.unit not in ("percent", "points")):
        size = radius(value)

        def circle(x: float, y: float, size: float = size) -> str:
            return _discs([_circle(x, y, size)])

        decimals = 0 if value == int(value) else 1
        entries.append(Entry(circle, 2 * size + 2, texts.amount(chart.language, value, chart.unit, decimals)))
    if any(cell.value == 0 for cell in cells.values()):
        entries.append(Entry(zero, 14, zero_name(chart)))
    return entries


def examples(most: float, *, whole: bool) -> tuple[float, ...]:
    """Three round numbers up to the largest, for the legend; fewer where they would be the same."""
    found = []
    for part in EXAMPLES:
        power = 10.0 ** math.floor(math.log10(most * part))
        value = max(power * factor for factor in ROUND if power * factor <= most * part * (1 + 1e-9))
        found.append(max(1.0, value) if whole else value)
    return tuple(dict.fromkeys(found))
