"""Residents as the municipality has published them before, for want of a register: the same tables, from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.indicators.open.adding import completed
from internationals.indicators.open.found import Found
from internationals.shapes import Frame, Observations

NEEDS = ("own_residents", "own_nationalities")
_TABLES = {"residents_group": "own_residents", "residents_nationality": "own_nationalities"}


def tables(observations: Mapping[str, Observations], frame: Frame) -> dict[str, Found]:
    """Residents by group and by nationality; where the register gives these tables, those take precedence."""
    return {
        name: Found(
            completed((*key, cell) for key, cell in observations[source].cells.items()),
            (observations[source],),
        )
        for name, source in _TABLES.items()
        if source in observations
    }
