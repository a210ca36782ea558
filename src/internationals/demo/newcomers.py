"""Who enters the town in a year: by birth, by settling, by coming back, and by correction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from internationals.demo.cells import FIRST_INTERNATIONAL, cells
from internationals.demo.counterparts import Counterparts
from internationals.demo.days import NO_DATE, Days, day
from internationals.demo.descent import give_ages, give_ages_like, give_descent
from internationals.demo.drawing import ARRIVING, Rows, between, choose, seasonal, without
from internationals.demo.log import ARRIVAL, BIRTH, CORRECTED_IN, Log
from internationals.demo.people import People, Sets, housed
from internationals.demo.plan import Accounts
from internationals.demo.rounding import Whole
from internationals.demo.tables import by_year, profiles
from internationals.demo.titles import grant

SOON = 30
"""Days within which a departure before New Year and a return after it still count, each in its year."""

OWN_SETS_ONLY = day(2015)
"""Who comes back from then on comes back without a second nationality beside the Dutch one."""


@dataclass(frozen=True)
class Year:
    """A year of the town: its accounts and its first and last day."""

    accounts: Accounts
    first: int
    last: int


def enter(rng: np.random.Generator, people: People, sets: Sets, year: Year, log: Log) -> tuple[Rows, Days]:
    """Everybody who enters, and the day. Afterwards they are present."""
    plan = year.accounts
    back, back_days = _returning(rng, people, sets, year)
    arrivals = plan.arrivals - plan.large - np.bincount(people.cell[back], minlength=len(plan.arrivals))
    new = _new(rng, people, sets, arrivals)
    days = seasonal(rng, len(new), year.first, year.last, ARRIVING)
    people.entered[new] = days
    give_ages(rng, people, new, days, arriving=True)
    dutch = np.flatnonzero(people.cell[new] < FIRST_INTERNATIONAL)
    repats = rng.permutation(dutch)[: int(by_year("flows")[plan.year]["repats"])]
    give_ages_like(rng, people, new[repats], days[repats], "repat")
    give_descent(rng, people, new, born_here=False)
    grant(rng, people, new, days, year.last)
    who, when = np.concatenate([back, new]), np.concatenate([back_days, days])
    from_abroad = np.zeros(len(who), dtype=bool)
    from_abroad[len(back) + repats] = True
    other = Counterparts(rng, people, plan.year).arriving(who, from_abroad)
    log.note(
        ARRIVAL,
        0,
        who,
        when,
        people.set[who],
        people.home[who],
        municipality=other.municipality,
        country=other.country,
    )
    abroad = other.country > 0
    people.came_from[who[abroad]] = other.country[abroad]
    people.settled_nl[who[abroad]] = when[abroad]
    people.settled[who] = people.address[who] = when
    born, birthdays = _births(rng, people, sets, year, log)
    corrected, noticed = _corrections(rng, people, sets, year, log)
    everyone = np.concatenate([who, born, corrected])
    people.present[everyone] = True
    people.left[everyone] = NO_DATE
    people.settled_known[everyone] = 0
    return everyone, np.concatenate([when, birthdays, noticed])


def _new(rng: np.random.Generator, people: People, sets: Sets, quota: Whole) -> Rows:
    who = people.add(int(quota.sum()))
    people.cell[who] = rng.permutation(np.repeat(np.arange(len(quota)), quota)).astype(np.int16)
    people.set[who] = sets.of_cell[people.cell[who]]
    people.home[who] = housed(rng, people.cell[who])
    return who


def _returning(rng: np.random.Generator, people: People, sets: Sets, year: Year) -> tuple[Rows, Days]:
    """People who left in earlier years; some of them shortly before New Year."""
    plan = year.accounts
    gone = np.flatnonzero(people.left[: people.size] > NO_DATE)
    gone = gone[~people.dead[gone]]
    recent = gone[people.left[gone] >= year.first - 20]
    roomy = (plan.arrivals >= 20)[people.cell[recent]]
    soon = recent[roomy & (rng.random(len(recent)) < 0.04)]
    soon_days = between(rng, np.full(len(soon), year.first, dtype=np.int32), people.left[soon] + SOON)
    later = without(gone, recent)
    share = np.array([profiles()[cell.profile].back for cell in cells()])
    available = np.bincount(people.cell[later], minlength=len(share))
    came = np.bincount(people.cell[soon], minlength=len(share))
    quota = np.clip(np.floor((plan.arrivals - plan.large) * share).astype(np.int64) - came, 0, available)
    back = choose(rng, later, people.cell[later], quota, np.ones(len(later)), "people to come back")
    days = seasonal(rng, len(back), year.first, year.last, ARRIVING)
    who, when = np.concatenate([soon, back]), np.concatenate([soon_days, days])
    if year.first >= OWN_SETS_ONLY:
        dual = who[sets.is_dual(people.set[who])]
        people.set[dual] = sets.dutch
    people.home[who] = housed(rng, people.cell[who])
    return who, when


def _births(rng: np.random.Generator, people: People, sets: Sets, year: Year, log: Log) -> tuple[Rows, Days]:
    born = _new(rng, people, sets, year.accounts.births)
    days = between(rng, np.full(len(born), year.first, dtype=np.int32), np.full(len(born), year.last))
    people.birth[born] = people.settled[born] = people.address[born] = people.entered[born] = days
    give_descent(rng, people, born, born_here=True)
    grant(rng, people, born, days, year.last)
    log.note(BIRTH, 0, born, days, people.set[born], people.home[born])
    return born, days


def _corrections(
    rng: np.random.Generator, people: People, sets: Sets, year: Year, log: Log
) -> tuple[Rows, Days]:
    """Residents who were missing: registered late, from an earlier day."""
    who = _new(rng, people, sets, year.accounts.corrected_in)
    days = between(rng, np.full(len(who), year.first, dtype=np.int32), np.full(len(who), year.last))
    give_ages(rng, people, who, days, arriving=True)
    give_descent(rng, people, who, born_here=False)
    people.settled[who] = np.maximum(days - rng.integers(1, 300, size=len(who)), people.birth[who] + 1)
    people.address[who] = people.entered[who] = people.settled[who]
    grant(rng, people, who, days, year.last)
    log.note(CORRECTED_IN, 0, who, days, people.set[who], people.home[who])
    return who, days
