"""Where people come from and go to: a country, a municipality, or unknown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from internationals.demo.cells import FIRST_INTERNATIONAL, cells
from internationals.demo.drawing import Rows
from internationals.demo.log import NONE
from internationals.demo.people import People
from internationals.demo.tables import by_year, profiles, rows, shares
from internationals.demo.titles import ASYLUM

ABROAD = 1999
"""The number of the register of non-residents, which some registers write for any foreign country."""


@dataclass(frozen=True)
class Others:
    """The other side of every arrival or departure: at most one of the two; 0 is written as unknown."""

    municipality: NDArray[np.int64]
    country: NDArray[np.int64]


class Counterparts:
    """Draws the other side of the arrivals and departures of one year."""

    def __init__(self, rng: np.random.Generator, people: People, year: int) -> None:
        self._rng, self._people, self._year = rng, people, year
        towns = [row for row in rows("municipalities") if int(row["from"]) <= year <= int(row["to"])]
        self._towns = np.array([int(row["municipality"]) for row in towns])
        self._town_shares = shares([row["weight"] for row in towns])
        self._shelter_shares = shares([row["asylum"] for row in towns])
        lands = rows("counterparts")
        self._lands = np.array([int(row["country"]) for row in lands])
        self._land_shares = shares([row["weight"] for row in lands])
        self._dutch_shares = shares([row["dutch_weight"] for row in lands])
        self._home = np.array([cell.country for cell in cells()])

    def arriving(self, who: Rows, repats: NDArray[np.bool_]) -> Others:
        """Where they come from. Of the Dutch, exactly the `repats` come from a known foreign country."""
        people, rng = self._people, self._rng
        foreign = people.cell[who] >= FIRST_INTERNATIONAL
        asylum = people.title[who] == ASYLUM
        rate = np.array([profiles()[cell.profile].abroad for cell in cells()])[people.cell[who]]
        abroad = np.where(foreign, (rng.random(len(who)) < rate) & ~asylum, repats)
        result = self._towns_for(who, asylum)
        home = np.array([profiles()[cell.profile].home for cell in cells()])[people.cell[who]]
        self._send(result, who, abroad, home)
        chance = rng.random(len(who))
        unknown = chance < np.where(abroad & ~foreign, 0, 0.012)
        result.municipality[unknown] = result.country[unknown] = NONE
        zero = unknown & (chance < 0.006)
        result.country[zero] = 0
        vague = abroad & foreign & (chance > 0.985)
        result.country[vague], result.municipality[vague] = NONE, ABROAD
        return result

    def leaving(self, who: Rows) -> Others:
        """Where they go. Those removed from the register have an unknown destination."""
        people, rng = self._people, self._rng
        foreign = people.cell[who] >= FIRST_INTERNATIONAL
        removals = by_year("flows")[self._year]["removals"]
        chance = rng.random(len(who))
        abroad = chance < np.where(foreign, 0.62, 0.10)
        result = self._towns_for(who, np.zeros(len(who), dtype=bool))
        self._send(result, who, abroad, np.full(len(who), 0.6))
        unknown = rng.random(len(who)) < np.where(foreign, removals, removals / 6)
        result.municipality[unknown] = NONE
        result.country[unknown] = np.where(rng.random(int(unknown.sum())) < 0.8, 0, NONE)
        return result

    def _towns_for(self, who: Rows, asylum: NDArray[np.bool_]) -> Others:
        towns = self._rng.choice(self._towns, size=len(who), p=self._town_shares)
        shelters = self._rng.choice(self._towns, size=len(who), p=self._shelter_shares)
        return Others(
            np.where(asylum, shelters, towns).astype(np.int64), np.full(len(who), NONE, dtype=np.int64)
        )

    def _send(self, others: Others, who: Rows, abroad: NDArray[np.bool_], home: NDArray[np.float64]) -> None:
        """Make the other side a country: mostly the country that the cell is from."""
        foreign = self._people.cell[who] >= FIRST_INTERNATIONAL
        land = self._rng.choice(self._lands, size=len(who), p=self._land_shares)
        dutch = self._rng.choice(self._lands, size=len(who), p=self._dutch_shares)
        own = self._home[self._people.cell[who]]
        kept = (self._rng.random(len(who)) < home) & foreign & (own != self._home[0])
        country = np.where(kept, own, np.where(foreign, land, dutch))
        others.country[abroad] = country[abroad]
        others.municipality[abroad] = NONE
