"""How a map shows what is no number above zero: a sign of its own for each, the same on every kind of map."""

from __future__ import annotations

from internationals import texts
from internationals.figures import svg
from internationals.shapes import Cell, Chart, Status, palette

HALF = 3.5
NO_CELL = Cell(None, Status.MISSING)
"""What an area is to the reader of which the chart has no cell."""


def sign(status: Status, x: float, y: float) -> str:
    """A cross, a dash, a stroke or dots: the sign that other kinds of chart print as a letter."""
    if status is Status.NOT_YET:
        dots = (svg.element("circle", cx=x + dx, cy=y, r=1.1) for dx in (-HALF, 0, HALF))
        return svg.group(dots, fill=palette.INK)
    lines = {
        Status.SUPPRESSED: ((-1, -1, 1, 1), (-1, 1, 1, -1)),
        Status.MISSING: ((-1, 0, 1, 0),),
        Status.NOT_APPLICABLE: ((-1, 1, 1, -1),),
    }[status]
    return "".join(
        svg.line(x + a * HALF, y + b * HALF, x + c * HALF, y + d * HALF, palette.INK, width=1.5)
        for a, b, c, d in lines
    )


def zero_name(chart: Chart) -> str:
    """What the sign of a zero is called: a rounded one is anything up to below the base."""
    rounded = any(cell.status is Status.ROUNDED and not cell.value for cell in chart.series[0].cells)
    if rounded:
        return texts.word(chart.language, "chart.rounded", value=texts.number(chart.language, 0))
    return texts.word(chart.language, "chart.zero")


def zero(x: float, y: float) -> str:
    """An empty ring."""
    return svg.element(
        "circle", cx=x, cy=y, r=HALF, fill=palette.PAPER, stroke=palette.INK, stroke_width=1.25
    )
