"""A map with areas coloured by class: the share of internationals by neighbourhood."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from internationals.figures import svg
from internationals.figures.classes import bounds, class_of, names
from internationals.figures.drawing import Drawing
from internationals.figures.frame import hatch
from internationals.figures.legend import Entry
from internationals.figures.map_signs import HALF, sign, zero, zero_name
from internationals.figures.maps import Picture, drawn, highest
from internationals.figures.places import Ground
from internationals.figures.slots import Slot
from internationals.shapes import Cell, Chart, Status, palette

SWATCH = 18.0


def draw(chart: Chart, slot: Slot) -> Drawing:
    """Five classes from light to dark. Zero is white, and what has no number has a sign and no colour."""
    return drawn(chart, slot, partial(_picture, chart, slot))


def _picture(
    chart: Chart, slot: Slot, ground: Ground, cells: Mapping[str, Cell], hints: Mapping[str, str]
) -> Picture:
    lows = bounds(highest(chart), whole=chart.unit not in ("percent", "points"))
    outlines = [
        svg.outline(rings, hints.get(code, ""), fill=_fill(chart, slot, cells[code], lows))
        for code, rings in ground.outlines.items()
    ]
    parts = [
        svg.group(
            outlines, stroke=palette.RULE, stroke_width=0.8, fill_rule="evenodd", stroke_linejoin="round"
        )
    ]
    for code, cell in cells.items():
        if cell.value is None:
            parts.append(sign(cell.status, *ground.centres[code]))
        elif cell.value == 0:
            parts.append(zero(*ground.centres[code]))
    signs = {code: (ground.centres[code], 0.0 if cell.value else HALF) for code, cell in cells.items()}
    return Picture(parts, signs, _entries(chart, lows, cells), discs=False)


def _fill(chart: Chart, slot: Slot, cell: Cell, lows: tuple[float, ...]) -> str:
    if cell.status is Status.SUPPRESSED:
        return hatch(chart, slot)
    if cell.value is None:
        return palette.LAND
    return palette.CLASSES[class_of(cell.value, lows, chart.decimals)] if cell.value else palette.PAPER


def _entries(chart: Chart, lows: tuple[float, ...], cells: Mapping[str, Cell]) -> list[Entry]:
    entries = []
    for colour, name in zip(palette.CLASSES, names(chart, lows), strict=True):

        def swatch(x: float, y: float, colour: str = colour) -> str:
            half = SWATCH / 2
            return svg.rect(x - half, y - half + 2, SWATCH, SWATCH - 4, colour, stroke=palette.RULE)

        entries.append(Entry(swatch, SWATCH, name))
    if any(cell.value == 0 for cell in cells.values()):
        entries.append(Entry(zero, 14, zero_name(chart)))
    return entries
