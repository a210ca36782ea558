"""Who people are by birth: countries of birth, parents, sex and date of birth."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from internationals.demo.cells import (
    DUTCH_WITH_BACKGROUND,
    FIRST_INTERNATIONAL,
    NETHERLANDS,
    cells,
    nationality_of_country,
)
from internationals.demo.days import DAY_UNKNOWN, MONTH_UNKNOWN, YEAR_UNKNOWN, Days, day
from internationals.demo.drawing import Rows
from internationals.demo.people import NOT_ENTERED, PARENT_SEXES, People
from internationals.demo.rounding import apportion
from internationals.demo.tables import ages, profiles, rows, shares


def give_ages(rng: np.random.Generator, people: People, who: Rows, at: Days, *, arriving: bool) -> None:
    """Dates of birth by the age bands of the profiles, in exact proportion; whole years at the day `at`."""
    names = list(profiles())
    of_cell = np.array([names.index(cell.profile) for cell in cells()])
    mine = of_cell[people.cell[who]]
    for number, name in enumerate(names):
        here = np.flatnonzero(mine == number)
        bands = ages(name)
        weights = bands.arrival if arriving else bands.stock
        band = rng.permutation(np.repeat(np.arange(len(weights)), apportion(len(here), weights)))
        _born(rng, people, who[here], at[here], bands.low[band], bands.high[band])
    whole = people.age(who, at) > 25
    unclear = whole & (people.cell[who] >= DUTCH_WITH_BACKGROUND) & (rng.random(len(who)) < 0.012)
    # Who comes today states a year at least.
    year_unknown = 0.0 if arriving else 0.1
    people.birth_known[who[unclear]] = rng.choice(
        [DAY_UNKNOWN, MONTH_UNKNOWN, YEAR_UNKNOWN],
        size=int(unclear.sum()),
        p=[0.45, 0.55 - year_unknown, year_unknown],
    )


def give_ages_like(rng: np.random.Generator, people: People, who: Rows, at: Days, profile: str) -> None:
    """As `give_ages`, by the age bands of one profile for all, with complete dates of birth."""
    bands = ages(profile)
    band = rng.permutation(np.repeat(np.arange(len(bands.low)), apportion(len(who), bands.arrival)))
    people.birth_known[who] = 0
    _born(rng, people, who, at, bands.low[band], bands.high[band])


def _born(
    rng: np.random.Generator,
    people: People,
    who: Rows,
    at: Days,
    low: NDArray[np.int64],
    high: NDArray[np.int64],
) -> None:
    age = low + np.floor(rng.random(len(who)) * (high - low + 1)).astype(np.int64)
    moment = at.astype("datetime64[D]")
    month = moment.astype("datetime64[M]")
    of_month = (moment - month.astype("datetime64[D]")).astype(int)
    # The birthday that makes `age` complete, at latest the day itself; the 29th and later become the 28th.
    latest = (month - 12 * age).astype("datetime64[D]").astype(int) + np.minimum(of_month, 27)
    people.birth[who] = latest - np.floor(rng.random(len(who)) * 360).astype(int) - 1


def give_descent(rng: np.random.Generator, people: People, who: Rows, *, born_here: bool) -> None:
    """Sex, countries of birth and parents, in accordance with the background of the cell."""
    cell, table = people.cell[who], cells()
    men = np.array([c.men for c in table])[cell]
    people.sex[who] = np.where(rng.random(len(who)) < men, 0, 1)
    people.sex[who[rng.random(len(who)) < 0.00012]] = 2
    people.parent_sexes[who] = rng.choice(
        len(PARENT_SEXES), size=len(who), p=[0.62, 0.36, 0.004, 0.002, 0.01, 0.004]
    )
    people.country[who] = people.parent1[who] = people.parent2[who] = NETHERLANDS
    background = np.array([c.background for c in table])[cell]
    _without_background(rng, people, who[~background], born_here)
    _dutch_with_background(rng, people, who[cell == DUTCH_WITH_BACKGROUND], born_here)
    _international(rng, people, who[background & (cell >= FIRST_INTERNATIONAL)], born_here)
    _former(rng, people, who)


def _without_background(rng: np.random.Generator, people: People, who: Rows, born_here: bool) -> None:
    chance = rng.random(len(who))
    if not born_here:
        born_abroad = who[chance < 0.011]
        people.country[born_abroad] = rng.choice([9089, 5010, 6039, 6014, 6024, 5002, 7011], len(born_abroad))
    one_unknown = who[(chance > 0.99) & (chance < 0.997)]
    people.parent2[one_unknown] = rng.choice([0, NOT_ENTERED], size=len(one_unknown))
    both_unknown = who[chance > 0.998]
    people.parent1[both_unknown] = 0
    people.parent2[both_unknown] = NOT_ENTERED


def _dutch_with_background(rng: np.random.Generator, people: People, who: Rows, born_here: bool) -> None:
    table = rows("countries_of_origin")
    place = rng.choice(len(table), size=len(who), p=shares([row["weight"] for row in table]))
    old = np.array([float(row["old"]) for row in table])
    age = people.age(who, day(2012))
    # Origins from the Indies and the like are old people's, others rarely are.
    again = rng.random(len(who)) < np.where(age > 55, 0.55, 0.0) * (old[place] == 0)
    elders = shares([str(float(row["weight"]) * float(row["old"])) for row in table])
    place = np.where(again, rng.choice(len(table), size=len(who), p=elders), place)
    home = np.array([int(row["country"]) for row in table])[place]
    native = rng.random(len(who)) < np.array([float(row["born_here"]) for row in table])[place]
    native |= np.full(len(who), born_here)
    people.country[who] = np.where(native, NETHERLANDS, home)
    mixed = rng.random(len(who)) < np.where(native, 0.5, 0.06)
    mother = rng.random(len(who)) < 0.5
    people.parent1[who] = np.where(mixed & ~mother, NETHERLANDS, home)
    people.parent2[who] = np.where(mixed & mother, NETHERLANDS, home)


def _international(rng: np.random.Generator, people: People, who: Rows, born_here: bool) -> None:
    home = np.array([c.country for c in cells()])[people.cell[who]]
    people.country[who] = people.parent1[who] = people.parent2[who] = home
    chance, places = rng.random(len(who)), np.array(sorted(nationality_of_country()))
    elsewhere = who[chance < 0.06]
    people.country[elsewhere] = rng.choice(places, size=len(elsewhere))
    people.parent1[who[(chance > 0.06) & (chance < 0.08)]] = NETHERLANDS
    people.parent2[who[(chance > 0.08) & (chance < 0.09)]] = 0
    unknown = (chance > 0.09) & (chance < 0.105)
    people.country[who[(chance > 0.105) & (chance < 0.11)]] = 0
    native = (rng.random(len(who)) < np.where(people.age(who, day(2012)) < 12, 0.5, 0.03)) | born_here
    people.country[who[native]] = NETHERLANDS
    # With both parents unknown, only birth abroad gives a background.
    people.parent1[who[unknown & ~native]] = 0
    people.parent2[who[unknown & ~native]] = NOT_ENTERED


def _former(rng: np.random.Generator, people: People, who: Rows) -> None:
    """Countries of birth that no longer exist, for who was born there when they did."""
    for column in (people.country, people.parent1, people.parent2):
        younger = 0 if column is people.country else 27 * 365
        for row in rows("former_countries"):
            text = row["born_before"]
            last = day(int(text[:4]), int(text[4:6]), int(text[6:])) + younger
            fits = (column[who] == int(row["country"])) & (people.birth[who] < last)
            column[who[fits & (rng.random(len(who)) < float(row["share"]))]] = int(row["former"])
