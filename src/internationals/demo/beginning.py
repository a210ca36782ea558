"""The town on 1 January 2012, when the accounts begin."""

from __future__ import annotations

import numpy as np

from internationals.demo.cells import (
    DUTCH_WITH_BACKGROUND,
    FIRST_INTERNATIONAL,
    cells,
    nationality_of_country,
)
from internationals.demo.days import DAY_UNKNOWN, MONTH_UNKNOWN
from internationals.demo.descent import give_ages, give_descent
from internationals.demo.people import People, Sets, housed
from internationals.demo.rounding import Whole
from internationals.demo.tables import profiles
from internationals.demo.titles import grant

NETHERLANDS = 6030


def settle(rng: np.random.Generator, people: People, sets: Sets, residents: Whole, first: int) -> None:
    """Fill the town with its residents per cell on the day `first`."""
    who = people.add(int(residents.sum()))
    people.cell[who] = rng.permutation(np.repeat(np.arange(len(residents)), residents)).astype(np.int16)
    people.set[who] = sets.of_cell[people.cell[who]]
    today = np.full(len(who), first, dtype=np.int32)
    give_ages(rng, people, who, today, arriving=False)
    give_descent(rng, people, who, born_here=False)
    mean = np.array([profiles()[cell.profile].years_here for cell in cells()])[people.cell[who]]
    stay = np.floor(rng.exponential(size=len(who)) * mean * 365).astype(np.int32) + 1
    native = (people.country[who] == NETHERLANDS) & (rng.random(len(who)) < 0.5)
    children = (people.age(who, first) < 4) & (people.country[who] == NETHERLANDS)
    since_birth = first - people.birth[who]
    born_here = native & (stay >= since_birth - 365) | children
    people.settled[who] = np.minimum(np.maximum(first - stay, people.birth[who] + 1), first - 1)
    people.settled[who[born_here]] = people.birth[who[born_here]]
    people.entered[who] = people.settled[who]
    vague = ~born_here & (stay > 20 * 365) & (rng.random(len(who)) < 0.03)
    people.settled_known[who[vague]] = rng.choice([DAY_UNKNOWN, MONTH_UNKNOWN], size=int(vague.sum()))
    here = first - people.settled[who]
    at_address = np.minimum(here, np.floor(rng.exponential(size=len(who)) * 2200).astype(np.int32) + 1)
    people.address[who] = first - np.where(rng.random(len(who)) < 0.35, here, at_address)
    from_abroad = who[(people.cell[who] >= FIRST_INTERNATIONAL) & ~born_here & (rng.random(len(who)) < 0.7)]
    people.came_from[from_abroad] = np.array([c.country for c in cells()])[people.cell[from_abroad]]
    people.settled_nl[from_abroad] = people.settled[from_abroad]
    people.home[who] = housed(rng, people.cell[who])
    people.present[who] = True
    grant(rng, people, who, people.settled[who], first)
    _second_nationalities(rng, people, sets)


def _second_nationalities(rng: np.random.Generator, people: People, sets: Sets) -> None:
    """Until 2014 the register kept what else the Dutch held."""
    who = np.flatnonzero(people.cell[: people.size] == DUTCH_WITH_BACKGROUND)
    who = who[rng.random(len(who)) < 0.1]
    origin = np.where(people.country[who] == NETHERLANDS, people.parent1[who], people.country[who])
    for country, code in nationality_of_country().items():
        mine = who[origin == country]
        people.set[mine] = sets.with_dutch[code]
    treated = np.flatnonzero(people.set[: people.size] == sets.dutch)
    treated = treated[people.cell[treated] == DUTCH_WITH_BACKGROUND][:8]
    people.set[treated] = sets.treated_as_dutch
