"""What a family of open tables gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from internationals.shapes import Cell, Nature, Observations, Text

Row = tuple[str | Cell, ...]


@dataclass(frozen=True)
class Found:
    """One table: rows of codes and a cell, the observations behind it, and what only the data know.

    `labels` names the codes of dimensions that have no list of ours. `reference` takes the place of that of the
    observations where the table is of another moment. `notes` come after those of the card.
    """

    rows: list[Row]
    sources: tuple[Observations, ...]
    labels: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    nature: Nature = Nature.PUBLIC
    reference: str = ""
    notes: tuple[Text, ...] = ()


def rows_of(found: Observations) -> list[Row]:
    """The observations as rows of codes and a cell."""
    return [(*key, cell) for key, cell in found.cells.items()]
