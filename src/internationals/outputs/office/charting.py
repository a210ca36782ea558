"""What a chart looks like in an office program, decided once for spreadsheets and slides."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from internationals.outputs.office.shorthand import number_format
from internationals.shapes import Chart, Status, palette

LINES_FROM_ZERO_BELOW = 0.8
"""An axis of lines begins at zero, unless the lowest number is above this share of the highest."""
BESIDE_EACH_OTHER = 1.4
"""Letters that a value may be wide in an upright bar, as a share of the letters that fit in its place."""
MARKERS = ("circle", "square", "diamond", "triangle")


class Form(Enum):
    """The native kind of chart."""

    LINES = "lines"
    UPRIGHT = "upright"  # bars of several series beside each other
    LYING = "lying"  # the same, lying: for long names and many values
    STACKED = "stacked"  # lying bars of segments


@dataclass(frozen=True)
class Look:
    """The form of a chart, its colours (of each series, or of each point where `of_points`), the format of its
    values and where its axis of values begins and ends (None: where the program likes)."""

    form: Form
    colours: tuple[str, ...]
    of_points: bool
    values: str
    low: float | None
    high: float | None


def look(chart: Chart, letters: int) -> Look:
    """How a chart looks where so many letters fit beside each other."""
    numbers = [cell.value for series in chart.series for cell in series.cells if cell.value is not None]
    form = _form(chart, letters)
    low = axis_start(numbers) if form is Form.LINES else min(0.0, *numbers, 0.0)
    shares = form is Form.STACKED and chart.unit == "percent"
    return Look(
        form=form,
        colours=_colours(chart),
        of_points=bool(chart.highlight) and len(chart.series) == 1,
        values=number_format(Status.NORMAL, chart.unit, chart.decimals),
        low=low if low >= 0 else None,
        high=100.0 if shares else None,
    )


def axis_start(numbers: Sequence[float]) -> float:
    """Where an axis of lines begins: at zero, or at a round number beneath numbers that all lie far above it."""
    low, high = min(numbers, default=0.0), max(numbers, default=0.0)
    if low <= 0 or low < high * LINES_FROM_ZERO_BELOW or low == high:
        return min(low, 0.0)
    step = 10.0 ** math.floor(math.log10(high - low))
    return round(math.floor(low / step + 1e-9) * step, 10)


def _form(chart: Chart, letters: int) -> Form:
    if chart.kind == "lines":
        return Form.LINES
    if chart.kind == "stacked_bars":
        return Form.STACKED
    return Form.UPRIGHT if chart.kind == "grouped_bars" and _fits_upright(chart, letters) else Form.LYING


def _fits_upright(chart: Chart, letters: int) -> bool:
    """Whether every value fits above its bar and every name beneath its group."""
    place = letters / len(chart.categories)
    longest = max(
        (len(f"{cell.value:.{chart.decimals}f}") for s in chart.series for cell in s.cells if cell.value), default=1
    )  # fmt: skip
    values = (longest + 2) * len(chart.series)
    return values <= place * BESIDE_EACH_OTHER and max(map(len, chart.labels)) <= place


def _colours(chart: Chart) -> tuple[str, ...]:
    if chart.highlight and len(chart.series) == 1:
        first, other = palette.series(0), palette.CLASSES[2]
        return tuple(first if category in chart.highlight else other for category in chart.categories)
    return tuple(palette.series(at) for at in range(len(chart.series)))
