"""The SVG around a drawing: its size, its title and description for screen readers, and its notes."""

from __future__ import annotations

from internationals.figures import svg
from internationals.figures.drawing import Drawing
from internationals.figures.lettering import FAMILY, wrap
from internationals.figures.slots import Slot
from internationals.shapes import Chart, palette

GAP = 8


def prefix(chart: Chart, slot: Slot) -> str:
    """The beginning of every id in one SVG; unique on a page, also when both slots are in it."""
    return f"{chart.id}-{chart.language}-{slot.name}"


def hatch(chart: Chart, slot: Slot) -> str:
    """The fill of a stub that stands for a suppressed number."""
    return f"url(#{prefix(chart, slot)}-hatch)"


def framed(chart: Chart, slot: Slot, drawing: Drawing) -> str:
    """One complete SVG.

    To a screen reader it is one image with the chart's title and its one-sentence alternative; the parts are
    hidden, because the table holds the same numbers in a form that can be walked through.
    """
    identity = prefix(chart, slot)
    notes, height = written_notes(drawing, slot)
    body = "".join(drawing.parts)
    hatched = pattern(identity) if f"{identity}-hatch" in body else ""
    return svg.element(
        "svg",
        svg.element("title", svg.escape(chart.title) or " ", id=f"{identity}-title")
        + svg.element("desc", svg.escape(chart.alternative) or " ", id=f"{identity}-desc")
        + hatched
        + svg.group((svg.rect(0, 0, slot.width, height, palette.PAPER), body, *notes), aria_hidden="true"),
        xmlns="http://www.w3.org/2000/svg",
        class_=f"chart chart-{slot.name}",
        role="img",
        aria_labelledby=f"{identity}-title",
        aria_describedby=f"{identity}-desc",
        viewBox=f"0 0 {svg.coordinate(slot.width)} {svg.coordinate(height)}",
        width=slot.width,
        height=height,
        font_family=FAMILY,
        font_size=slot.text,
        fill=palette.INK,
    )


def written_notes(drawing: Drawing, slot: Slot) -> tuple[list[str], float]:
    """The notes of a drawing in lines beneath it, and the height of both together."""
    written = []
    height = drawing.height
    if drawing.notes:
        height += GAP
    for note in drawing.notes:
        for wrapped in wrap(note, slot.text, slot.width):
            height += slot.line_height
            written.append(svg.text(0, height - slot.line_height * 0.3, wrapped, fill=palette.QUIET))
    return written, round(height + 2, 1)


def pattern(identity: str) -> str:
    """The hatch that stands for a suppressed number."""
    stroke = svg.line(0, 0, 0, 6, palette.RULE, width=3)
    return svg.element(
        "defs",
        svg.element(
            "pattern", stroke, id=f"{identity}-hatch", width=6, height=6,
            patternUnits="userSpaceOnUse", patternTransform="rotate(45)",
        ),
    )  # fmt: skip
