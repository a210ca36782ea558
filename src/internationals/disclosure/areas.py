"""Nationalities within areas: shown only where enough internationals live, and of nationalities that enough have."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from internationals.definitions.nationality import DUTCH
from internationals.disclosure.facets import ALL, INTERNATIONAL
from internationals.disclosure.places import Place, Reader
from internationals.disclosure.policy import Policy
from internationals.disclosure.state import State
from internationals.shapes import Cell, ProtectedTable, Status

_SUPPRESSED = Cell(None, Status.SUPPRESSED)
_FACET = "nationality"


def within_areas(table: ProtectedTable, state: State, policy: Policy) -> ProtectedTable:
    """The table with every cell withheld whose nationality or area is too small, those of nobody too.

    The Dutch are shown everywhere, as they are in the table of groups. So what is withheld is fewer than the base,
    and the table promises so, unless something larger is withheld for another reason. A nationality that is too small
    in every year is left off the card: its absence says what a thousand empty cells would.
    """
    dimensions = [dimension.id for dimension in table.card.dimensions]
    nationality, year = dimensions.index(_FACET), dimensions.index("year")
    (area,) = {0, 1, 2} - {nationality, year}
    reader, base = Reader(policy, table.card), policy.area_base

    def place(at: str, held: str, where: str) -> Place:
        found = reader.place([{year: at, nationality: held, area: where}[n] for n in range(3)])
        assert found is not None
        return found

    years, held, areas = (tuple(table.card.dimensions[n].codes) for n in (year, nationality, area))
    cells: dict[tuple[str, ...], Cell] = {}
    large: dict[str, None] = {}
    most = 0
    for at in years:
        enough = {
            where for where in areas if _internationals(place(at, held[0], where), state.counts) >= base
        }
        for code in held:
            there = state.counts.get(place(at, code, areas[0]).having("area", ALL), 0)
            if there >= base:
                large[code] = None
            for where in areas if there else ():
                key = tuple({year: at, nationality: code, area: where}[n] for n in range(3))
                if code != DUTCH and (there < base or where not in enough):
                    cells[key] = _SUPPRESSED
                elif key in table.cells:
                    cells[key] = table.cells[key]
                if key in cells and cells[key].status is Status.SUPPRESSED:
                    most = max(most, state.counts.get(place(at, code, where), 0))
    kept = replace(
        table.card.dimensions[nationality],
        codes={
            code: text for code, text in table.card.dimensions[nationality].codes.items() if code in large
        },
    )
    described = tuple(kept if n == nationality else each for n, each in enumerate(table.card.dimensions))
    promised = base - 1 if most < base else math.inf
    return replace(
        table,
        card=replace(table.card, dimensions=described),
        protection=replace(table.protection, hidden_at_most=promised),
        cells={key: cell for key, cell in cells.items() if key[nationality] in large},
    )


def _internationals(place: Place, counts: Mapping[Place, int]) -> int:
    return counts.get(place.having(_FACET, INTERNATIONAL), 0)
