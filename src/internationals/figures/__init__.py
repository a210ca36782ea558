"""Charts as accessible SVG, and the same numbers as a table of text.

`draw` is the whole room. A kind of chart is one module in `kinds/`, found by its name; it draws into a
`Slot` (wide or narrow) and hands back a `Drawing`, which `frame` makes into an SVG with a title, a
description and the notes that explain every status. The geometry is in CSS pixels at slot size.
"""

from __future__ import annotations

from internationals.figures.errors import FigureError
from internationals.figures.frame import framed
from internationals.figures.kinds import kind_of
from internationals.figures.pictured import pictured
from internationals.figures.rows import header, rows
from internationals.figures.slots import NARROW, WIDE
from internationals.figures.sound import check
from internationals.shapes import Chart, Figure

__all__ = ["FigureError", "draw"]


def draw(chart: Chart, remark: str = "") -> Figure:
    """Draw a chart for a wide and for a narrow slot and as a picture, with its table of text.

    `remark` is what the picture says first of all beneath the drawing: that its numbers are invented.

    The same chart always gives the same bytes. The SVG needs no style sheet, script or font file; its ids
    begin with the chart's id, the language and the slot. Raises FigureError for a kind that nobody draws and
    for a chart whose parts do not fit together.
    """
    check(chart)
    kind = kind_of(chart)
    wide = kind(chart, WIDE)
    return Figure(
        chart=chart,
        wide=framed(chart, WIDE, wide),
        narrow=framed(chart, NARROW, kind(chart, NARROW)),
        header=header(chart),
        rows=rows(chart),
        picture=pictured(chart, WIDE, wide, remark),
    )
