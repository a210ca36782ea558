"""Labels at the ends of lines: what they say, how large they are, where they end up.

Where a name is too long for the column beside the plot, all names stand in a key above it, with the marker of
their line, and the ends of the lines carry their last numbers only.
"""

from __future__ import annotations

from dataclasses import dataclass

from internationals import texts
from internationals.figures import svg
from internationals.figures.apart import apart
from internationals.figures.lettering import width, wrap
from internationals.figures.markers import marker
from internationals.figures.scales import Scale
from internationals.figures.slots import Slot
from internationals.shapes import Chart, palette

COLUMN = 0.36
"""The share of the width that labels may take."""
MOST_LINES = 3
BETWEEN = 3
KEY_INDENT = 16


@dataclass(frozen=True)
class EndLabel:
    """The label of one series: its place in the chart, the category of its last number, its lines of text."""

    position: int
    at: int
    value: float
    lines: tuple[str, ...]
    width: float
    height: float


def end_labels(chart: Chart, slot: Slot) -> tuple[list[EndLabel], bool]:
    """One label for every series that has a number, and whether the names need a key above the plot.

    A label is the name and the last number. Where that number is not in the last category, the label says of
    which category it is.
    """
    last = {}
    for position, series in enumerate(chart.series):
        at = max((n for n, cell in enumerate(series.cells) if cell.value is not None), default=None)
        if at is not None:
            last[position] = at
    column = slot.width * COLUMN
    named = {
        position: wrap(
            f"{chart.series[position].label} {_number(chart, position, at)}", slot.text, column, bold=True
        )
        for position, at in last.items()
    }
    with_key = any(
        len(lines) > MOST_LINES or any(line.endswith("-") for line in lines) for lines in named.values()
    )
    labels = []
    for position, at in last.items():
        lines = (
            wrap(_number(chart, position, at), slot.text, column, bold=True) if with_key else named[position]
        )
        widest = max(width(line, slot.text, bold=True) for line in lines)
        height = len(lines) * slot.line_height + BETWEEN
        labels.append(
            EndLabel(position, at, chart.series[position].cells[at].value or 0.0, lines, widest, height)
        )
    return labels, with_key


def key(chart: Chart, slot: Slot) -> tuple[list[str], float]:
    """The names of all lines, each with its marker, and the height that they take."""
    parts = []
    y = 0.0
    for position, series in enumerate(chart.series):
        colour = palette.series(position)
        sign = marker(position, 6, y + slot.text * 0.65, size=4)
        parts.append(svg.group((sign,), fill=colour, stroke=colour))
        for line in wrap(series.label, slot.text, slot.width - KEY_INDENT, _bold(chart, position)):
            weight = "bold" if _bold(chart, position) else None
            parts.append(svg.text(KEY_INDENT, y + slot.text, line, fill=colour, weight=weight))
            y += slot.line_height
    return parts, y + 10


def leader_and_text(
    chart: Chart, slot: Slot, labels: list[EndLabel], x: list[float], y: Scale, right: float,
    limits: tuple[float, float],
) -> list[str]:  # fmt: skip
    """The labels, moved apart, each with a thin line back to the end of its own line.

    A line that ends before the last category gets none: it would look like a bridge over the gap.
    """
    wanted = [y(label.value) for label in labels]
    centres = apart(wanted, [label.height for label in labels], *limits)
    start = slot.width - max(label.width for label in labels)
    parts = []
    for label, end, centre in zip(labels, wanted, centres, strict=True):
        colour = palette.series(label.position)
        if label.at == len(x) - 1 and abs(end - centre) > 2:
            points = [(x[label.at] + 5, end), (right, end), (start - 3, centre)]
            parts.append(svg.path(points, fill="none", stroke=colour, stroke_width=1, stroke_dasharray="2 2"))
        weight = "bold" if _bold(chart, label.position) else None
        baseline = centre - (label.height - BETWEEN) / 2 + slot.line_height * 0.77
        for number, line in enumerate(label.lines):
            parts.append(
                svg.text(start, baseline + number * slot.line_height, line, fill=colour, weight=weight)
            )
    return parts


def _number(chart: Chart, position: int, at: int) -> str:
    value = chart.series[position].cells[at].value or 0.0
    written = texts.amount(chart.language, value, chart.unit, chart.decimals)
    return written if at == len(chart.categories) - 1 else f"{written} ({chart.labels[at]})"


def _bold(chart: Chart, position: int) -> bool:
    return chart.series[position].emphasis or len(chart.series) == 1
