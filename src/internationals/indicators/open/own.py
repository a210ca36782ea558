"""Residents as the municipality has published them before, for want of a register: the same tables, from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from internationals.indicators.open.adding import completed
from internationals.indicators.open.found import Found, Row, rows_of
from internationals.shapes import Cell, Frame, Observations, Status

NEEDS = ("own_residents", "own_nationalities")
_TABLES = {"residents_group": "own_residents", "residents_nationality": "own_nationalities"}


GROUPS = (
    *("total", "dutch", "international", "migration_background"),
    *("dutch_with_background", "international_without_background"),
)
"""Every group of residents that the register would give; one that was not published is missing, and not zero."""


def tables(observations: Mapping[str, Observations], frame: Frame) -> dict[str, Found]:
    """Residents by group and by nationality; where the register gives these tables, those take precedence."""
    return {
        name: Found(completed(_rows(observations[source], name)), (observations[source],))
        for name, source in _TABLES.items()
        if source in observations
    }


def _rows(found: Observations, name: str) -> Iterator[Row]:
    yield from rows_of(found)
    if name == "residents_group":
        for year in {key[0] for key in found.cells}:
            for group in GROUPS:
                if (year, group) not in found.cells:
                    yield year, group, Cell(None, Status.MISSING)
