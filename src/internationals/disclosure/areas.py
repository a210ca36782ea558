"""Nationalities within areas: shown only where enough internationals live, and of nationalities that enough have."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

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
    years, held, areas = (tuple(table.card.dimensions[n].codes) for n in (year, nationality, area))
    reader, base, counts = Reader(policy, table.card), policy.area_base, state.counts
    in_order = itemgetter(*((year, nationality, area).index(n) for n in range(3)))

    def place(key: Sequence[str]) -> Place:
        found = reader.place(key)
        assert found is not None
        return found

    cells: dict[tuple[str, ...], Cell] = {}
    large: dict[str, None] = {}
    for at in years:
        enough = {
            where for where in areas if _internationals(place(in_order((at, held[0], where))), counts) >= base
        }
        for code in held:
            there = counts.get(place(in_order((at, code, areas[0]))).having("area", ALL), 0)
            if there >= base:
                large[code] = None
            for where in areas if there else ():
                key = in_order((at, code, where))
                if code != DUTCH and (there < base or where not in enough):
                    cells[key] = _SUPPRESSED
                elif key in table.cells:
                    cells[key] = table.cells[key]
    cells = {key: cell for key, cell in cells.items() if key[nationality] in large}
    most = max((counts.get(place(key), 0) for key, cell in cells.items() if cell == _SUPPRESSED), default=0)
    listed = table.card.dimensions[nationality]
    kept = replace(listed, codes={code: text for code, text in listed.codes.items() if code in large})
    described = tuple(kept if n == nationality else each for n, each in enumerate(table.card.dimensions))
    return replace(
        table,
        card=replace(table.card, dimensions=described),
        protection=replace(table.protection, hidden_at_most=base - 1 if most < base else math.inf),
        cells=cells,
    )


def _internationals(place: Place, counts: Mapping[Place, int]) -> int:
    return counts.get(place.having(_FACET, INTERNATIONAL), 0)
