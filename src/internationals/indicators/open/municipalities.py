"""Residents of every municipality and of the country: internationals, backgrounds and their leading origins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from internationals.definitions import mergers
from internationals.indicators.open.adding import completed, minus
from internationals.indicators.open.found import Found, Row
from internationals.shapes import Cell, Frame, Observations, Status

NEEDS = ("cbs_nationality", "cbs_background", "cbs_origin2022")
COUNTRY = "NL"
_DUTCH = "0001"
_GROUPS = {"total", "with", "without", "western", "non_western", "other"}


def tables(observations: Mapping[str, Observations], frame: Frame) -> dict[str, Found]:
    """The tables by municipality, and the same of the country, whose code is none of a municipality."""
    by_nationality = observations.get("cbs_nationality")
    by_background = observations.get("cbs_background")
    by_origin = observations.get("cbs_origin2022")
    found: dict[str, Found] = {}
    grouped = [each for each in (by_nationality, by_background) if each is not None]
    if grouped:
        rows = [row for row in completed(_groups(by_nationality, by_background)) if _is_known(row, frame)]
        found["municipalities_group"] = Found([row for row in rows if row[1] != COUNTRY], tuple(grouped))
        found["country_group"] = Found(_country(rows), tuple(grouped))
    for name, table, left_out in (
        ("nationality", by_nationality, {"total", "other", _DUTCH}),
        ("origin", by_background, _GROUPS),
    ):
        if table is None:
            continue
        last = max((key[0] for key in table.cells), default="")
        rows = [
            (*key, cell) for key, cell in table.cells.items() if key[2] not in left_out and key[0] == last
        ]
        found[f"municipalities_{name}"] = Found([row for row in rows if row[1] != COUNTRY], (table,))
        found[f"country_{name}"] = Found(_country(rows), (table,))
    if by_origin is not None:
        rows = [(*key, cell) for key, cell in by_origin.cells.items() if key[1] != COUNTRY]
        there = [row for row in completed(rows) if _is_known(row, frame)]
        found["municipalities_origin2022"] = Found(there, (by_origin,))
    return found


def _groups(by_nationality: Observations | None, by_background: Observations | None) -> list[Row]:
    """All, the internationals (all without the Dutch, D2) and those with a background (all without the others)."""
    found: dict[tuple[str, str, str], Cell] = {}
    for table, of_whom, group in (
        (by_background, "without", "migration_background"),
        (by_nationality, _DUTCH, "international"),
    ):
        if table is None:
            continue
        for key, cell in table.cells.items():
            year, place, code = key
            if code == "total":
                found[year, place, "total"] = cell
                others = table.cells.get((year, place, of_whom), Cell(None, Status.MISSING))
                found[year, place, group] = minus(cell, others)
    return [(*key, cell) for key, cell in found.items()]


def _is_known(row: Row, frame: Frame) -> bool:
    """Whether a row is of the country, or of a municipality that was there at the moment: others have nobody.

    Of the own region there is also what its municipalities of today were before they merged, added up.
    """
    place, cell = str(row[1]), row[-1]
    if place == COUNTRY or mergers.existed(place, date(int(str(row[0])), 1, 1)):
        return True
    carried = place in (frame.municipality.removeprefix("GM"), *frame.region_members)
    return carried and isinstance(cell, Cell) and cell.value is not None


def _country(rows: list[Row]) -> list[Row]:
    return [(row[0], *row[2:]) for row in rows if row[1] == COUNTRY]
