"""International workers who live or work here, where, in which sectors, and their children (D15–D17, D19)."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.definitions.workers import yearly_limit
from internationals.indicators.open.adding import completed
from internationals.indicators.open.found import Found, Row, rows_of
from internationals.shapes import Cell, Frame, Observations

NEEDS = ("decisio_workers", "decisio_residence", "decisio_sectors", "decisio_children", "ind_criteria")
_TABLES = {
    "workers": "decisio_workers",
    "workers_residence": "decisio_residence",
    "workers_sector": "decisio_sectors",
    "worker_children": "decisio_children",
}


def tables(observations: Mapping[str, Observations], frame: Frame) -> dict[str, Found]:
    """The tables of the study as they are, and the limit that divides its two kinds of workers, in euro a year."""
    found = {
        name: Found(completed(rows_of(observations[source])), (observations[source],), labels=_areas(frame))
        for name, source in _TABLES.items()
        if source in observations
    }
    if "ind_criteria" in observations:
        criteria = observations["ind_criteria"]
        rows: list[Row] = [
            (*key, cell if cell.value is None else Cell(yearly_limit(int(cell.value)), cell.status))
            for key, cell in criteria.cells.items()
        ]
        found["wage_limits"] = Found(rows, (criteria,))
    return found


def _areas(frame: Frame) -> dict[str, dict[str, Mapping[str, str]]]:
    return {"area": {frame.region: frame.region_name}} if frame.region else {}
