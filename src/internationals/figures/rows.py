"""The numbers of a chart as text: the table beneath every figure."""

from __future__ import annotations

from internationals import texts
from internationals.shapes import Chart


def header(chart: Chart) -> tuple[str, ...]:
    """What the categories are, then the label of every series."""
    return (chart.category_label, *(series.label for series in chart.series))


def rows(chart: Chart) -> tuple[tuple[str, ...], ...]:
    """One row per category: its label, then every series' number or the word for why there is none."""
    return tuple(
        (
            label,
            *(
                texts.cell(chart.language, series.cells[at], chart.unit, chart.decimals)
                for series in chart.series
            ),
        )
        for at, label in enumerate(chart.labels)
    )
