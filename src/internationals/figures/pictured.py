"""A figure that leaves the page: the drawing with its title above, and its source beneath."""

from __future__ import annotations

from internationals import texts
from internationals.figures import svg
from internationals.figures.drawing import Drawing
from internationals.figures.frame import pattern, prefix, written_notes
from internationals.figures.lettering import FAMILY, wrap
from internationals.figures.slots import Slot
from internationals.shapes import Chart, palette

_EDGE = 20
"""Room around the drawing, also for labels in a font that is wider than the one they were measured in."""
_TITLE, _SMALL = 18, 12


def pictured(chart: Chart, slot: Slot, drawing: Drawing, remark: str = "") -> str:
    """One complete SVG that needs nothing beside it; `remark` is said first beneath the drawing."""
    identity = prefix(chart, slot)
    y: float = _EDGE
    title, y = _lines(chart.title, _TITLE, slot.width, y, weight="bold")
    notes, height = written_notes(drawing, slot)
    body = svg.group((*drawing.parts, *notes), transform=f"translate({_EDGE} {svg.coordinate(y + 12)})")
    y += 12 + height + 12
    beneath = []
    for sentence in (remark, *chart.notes, _source(chart)):
        if sentence:
            lines, y = _lines(sentence, _SMALL, slot.width, y, fill=palette.QUIET)
            beneath += lines
    y += _EDGE
    width = slot.width + 2 * _EDGE
    return svg.element(
        "svg",
        svg.element("title", svg.escape(chart.title) or " ")
        + svg.element("desc", svg.escape(chart.alternative) or " ")
        + (pattern(identity) if f"{identity}-hatch" in body else "")
        + svg.rect(0, 0, width, y, palette.PAPER)
        + "".join((*title, body, *beneath)),
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=f"0 0 {svg.coordinate(width)} {svg.coordinate(y)}",
        width=width,
        height=y,
        font_family=FAMILY,
        font_size=slot.text,
        fill=palette.INK,
    )


def _source(chart: Chart) -> str:
    source = f"{texts.word(chart.language, 'site.source')}: {chart.source}"
    return f"{source}. {texts.word(chart.language, 'site.reference')}: {chart.reference}"


def _lines(
    sentence: str, size: int, width: float, y: float, *, weight: str | None = None, fill: str | None = None
) -> tuple[list[str], float]:
    """A text over as many lines as it needs from height `y`, and the height beneath it."""
    written = []
    for line in wrap(sentence, size, width, weight is not None):
        y = round(y + size * 1.3, 1)
        written.append(svg.text(_EDGE, y - size * 0.3, line, size=size, weight=weight, fill=fill))
    return written, y
