"""A released table in full: a number or a status for every combination of its codes, zeros included."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from internationals.shapes import Card, ProtectedTable, Status


@dataclass(frozen=True)
class Cube:
    """All cells of a table in the order of its codes, the last dimension running fastest.

    `values` are whole numbers where the card has no decimals, and None where the status says why there is none.
    """

    card: Card
    values: list[float | None]
    statuses: list[Status]

    @property
    def size(self) -> tuple[int, ...]:
        """How many codes each dimension has."""
        return tuple(len(dimension.codes) for dimension in self.card.dimensions)


def cube(table: ProtectedTable) -> Cube:
    """Every cell of a table, those that the release does not list as the zeros that they are."""
    card = table.card
    count = math.prod(len(dimension.codes) for dimension in card.dimensions)
    number: Callable[[float], float] = float if card.decimals else int
    values: list[float | None] = [number(0)] * count
    statuses = [table.unlisted.status] * count
    places = []
    step = count
    for dimension in card.dimensions:
        step //= len(dimension.codes) or 1
        places.append({code: at * step for at, code in enumerate(dimension.codes)})
    for key, cell in table.cells.items():
        at = 0
        for place, code in zip(places, key, strict=True):
            at += place[code]
        values[at] = None if cell.value is None else number(cell.value)
        statuses[at] = cell.status
    return Cube(card, values, statuses)
