"""What every sign in a chart means: one note per status that occurs, beneath the drawing."""

from __future__ import annotations

from collections.abc import Collection

from internationals import texts
from internationals.shapes import Chart, Status

SIGNS = {
    Status.SUPPRESSED: "×",
    Status.MISSING: "–",
    Status.NOT_APPLICABLE: "/",
    Status.NOT_YET: "…",
    Status.PROVISIONAL: "*",
    Status.BREAK: "†",
}
"""The sign of every status that is not normal, for where the word does not fit."""

LONGEST = 160
"""Letters after which a note no longer lists where its status occurs, but points to the table."""


def status_notes(chart: Chart, statuses: Collection[Status] = tuple(SIGNS)) -> tuple[str, ...]:
    """ "× afgeschermd: Syrische (2012, 2013)", for each of these statuses that is in the chart."""
    return tuple(
        f"{sign} {_where(chart, status)}"
        for status, sign in SIGNS.items()
        if status in statuses and any(cell.status is status for s in chart.series for cell in s.cells)
    )


def _where(chart: Chart, status: Status) -> str:
    name = texts.word(chart.language, f"status.{status}")
    listed = []
    for series in chart.series:
        at = [label for label, cell in zip(chart.labels, series.cells, strict=True) if cell.status is status]
        if at:
            everywhere = len(at) == len(chart.labels) > 1
            categories = texts.word(chart.language, "chart.all_categories") if everywhere else ", ".join(at)
            listed.append(
                texts.word(chart.language, "chart.series_at", series=series.label, categories=categories)
            )
    note = texts.word(chart.language, "chart.no_figure", status=name, which="; ".join(listed))
    return note if len(note) <= LONGEST else texts.word(chart.language, "chart.see_table", status=name)
