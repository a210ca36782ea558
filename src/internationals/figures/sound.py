"""Whether the parts of a chart fit together, asked once so that no kind needs to."""

from __future__ import annotations

import re

from internationals.figures.errors import FigureError
from internationals.shapes import Chart

IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def check(chart: Chart) -> None:
    """Raise FigureError, in a sentence, for a chart that can not be drawn."""
    if not IDENTIFIER.fullmatch(chart.id):
        raise FigureError(
            f"Chart {chart.id!r}: its id goes into ids, links and file names, so it must be a letter "
            "followed by letters, digits, hyphens or underscores. Rename it in page.yml."
        )
    if not chart.series or not chart.categories:
        raise FigureError(
            f"Chart {chart.id!r} has {len(chart.series)} series and {len(chart.categories)} categories; "
            "it needs at least one of each. Look at what page.yml selects from the table."
        )
    if len(chart.labels) != len(chart.categories):
        raise FigureError(
            f"Chart {chart.id!r} has {len(chart.categories)} categories but {len(chart.labels)} labels for "
            "them; every category needs one."
        )
    if chart.scale is not None and not chart.scale > 0:
        raise FigureError(
            f"Chart {chart.id!r}: its scale is {chart.scale:g}, and should be above zero. Correct it in page.yml."
        )
    for series in chart.series:
        if len(series.cells) != len(chart.categories):
            raise FigureError(
                f"Chart {chart.id!r}, series {series.id!r}: found {len(series.cells)} cells, expected one "
                f"for each of the {len(chart.categories)} categories."
            )
