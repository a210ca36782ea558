"""Shares of the City and Neighbourhood Survey, with their base and interval (D26)."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.indicators.open.found import Found, Row
from internationals.shapes import Frame, Nature, Observations

NEEDS = ("survey",)
COMPOSITION = "respondents"
_BOUNDS = ("low", "high")


def tables(observations: Mapping[str, Observations], frame: Frame) -> dict[str, Found]:
    """Shares, intervals and bases per item and group, and who answered."""
    if "survey" not in observations:
        return {}
    source = observations["survey"]
    shares: list[Row] = []
    intervals: list[Row] = []
    bases: list[Row] = []
    respondents: list[Row] = []
    for (year, item, group, measure), cell in source.cells.items():
        if item == COMPOSITION:
            if measure == "share":
                respondents.append((year, group, cell))
        elif measure == "share":
            shares.append((year, item, group, cell))
        elif measure in _BOUNDS:
            intervals.append((year, item, group, measure, cell))
        else:
            bases.append((year, item, group, cell))
    rows = {
        "survey_shares": shares,
        "survey_intervals": intervals,
        "survey_base": bases,
        "survey_respondents": respondents,
    }
    return {name: Found(each, (source,), source.labels, Nature.SURVEY) for name, each in rows.items()}
