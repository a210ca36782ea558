"""One year in the town: who leaves, dies, becomes Dutch, moves, and goes away for a while."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from internationals.demo.cells import FIRST_INTERNATIONAL
from internationals.demo.changes import nationality_changes
from internationals.demo.counterparts import Counterparts
from internationals.demo.days import Days
from internationals.demo.drawing import LEAVING, Rows, between, choose, seasonal, without
from internationals.demo.log import ARRIVAL, CORRECTED_OUT, DEATH, DEPARTURE, Log
from internationals.demo.moves import NEVER, move
from internationals.demo.newcomers import Year, enter
from internationals.demo.people import NOT_ENTERED, People, Sets, housed
from internationals.demo.rounding import Whole
from internationals.demo.tables import by_year

AGES_OF_LEAVING = (0, 5, 17, 19, 23, 29, 40, 55, 80)


def live(rng: np.random.Generator, people: People, sets: Sets, year: Year) -> Log:
    """Let the year pass: afterwards `people` is the town on the next 1 January."""
    log, plan = Log(), year.accounts
    old = np.flatnonzero(people.present[: people.size])
    new, entered = enter(rng, people, sets, year, log)
    since = np.full(people.size, year.first - 1, dtype=np.int32)
    since[new] = entered
    until = np.full(people.size, NEVER, dtype=np.int32)

    dying = _take(rng, people, old, plan.deaths, np.exp(0.095 * people.age(old, year.first)), "people to die")
    old = without(old, dying)
    until[dying] = between(rng, np.full(len(dying), year.first), np.full(len(dying), year.last))
    wrong = _take(rng, people, old, plan.corrected_out, np.ones(len(old)), "people to correct")
    old = without(old, wrong)
    until[wrong] = between(rng, np.full(len(wrong), year.first), np.full(len(wrong), year.last))
    changes = nationality_changes(rng, people, sets, year, old, log)
    old = without(old, changes.busy)
    leaving = _leaving(rng, people, year, old, new, since)
    until[leaving] = _days_of_leaving(rng, year, since[leaving])
    changes.clean_up(people, sets, year, until, log)

    staying = without(old, leaving)
    staying = staying[~sets.is_dual(people.set[staying])]
    away = _away(rng, people, sets, year, staying, without(new, leaving), since, log)
    present = np.flatnonzero(people.present[: people.size])
    move(rng, people, year, without(present, away), since, until, changes, log)

    home = people.home
    log.note(DEATH, 6, dying, until[dying], changes.at(people, dying, until[dying]), home[dying])
    log.note(CORRECTED_OUT, 6, wrong, until[wrong], changes.at(people, wrong, until[wrong]), home[wrong])
    other = Counterparts(rng, people, plan.year).leaving(leaving)
    log.note(
        DEPARTURE,
        6,
        leaving,
        until[leaving],
        changes.at(people, leaving, until[leaving]),
        home[leaving],
        municipality=other.municipality,
        country=other.country,
    )
    changes.apply(people)
    people.left[leaving] = until[leaving]
    people.dead[dying] = True
    people.left[dying] = until[dying]
    people.present[np.concatenate([dying, wrong, leaving])] = False
    return log


def _take(
    rng: np.random.Generator, people: People, who: Rows, quota: Whole, weights: NDArray[np.float64], what: str
) -> Rows:
    return choose(rng, who, people.cell[who], quota, weights, what)


def _leaving(rng: np.random.Generator, people: People, year: Year, old: Rows, new: Rows, since: Days) -> Rows:
    """Who leaves for good, or for a later year: the young and the recent most of all."""
    arrived = new[(people.birth[new] < since[new]) & (since[new] < year.last - 20)]
    who = np.concatenate([old, arrived])
    age = people.age(who, year.first)
    foreign = people.cell[who] >= FIRST_INTERNATIONAL
    # The Dutch leave after their studies, internationals also after a first job.
    dutch_habit = np.interp(age, AGES_OF_LEAVING, [1.1, 0.9, 0.5, 0.8, 1.6, 2.0, 0.9, 0.4, 0.3])
    foreign_habit = np.interp(age, AGES_OF_LEAVING, [1.1, 0.9, 0.5, 0.7, 1.1, 2.1, 1.3, 0.4, 0.3])
    by_age = np.where(foreign, foreign_habit, dutch_habit)
    years = np.maximum(year.first - people.settled[who], 0) / 365
    by_stay = np.where(foreign, 0.25 + 0.75 * np.exp(-years / 5), 0.4 + 0.6 * np.exp(-years / 8))
    weights = by_age * by_stay
    recent = np.arange(len(who)) >= len(old)
    plan = year.accounts
    again = by_year("flows")[plan.year]["left_again"]
    weights[recent] *= again * (year.last - since[who[recent]]) / 365
    return choose(rng, who, people.cell[who], plan.departures - plan.large, weights, "people to leave")


def _days_of_leaving(rng: np.random.Generator, year: Year, since: Days) -> Days:
    days = seasonal(rng, len(since), year.first, year.last, LEAVING)
    recent = since >= year.first
    after = between(rng, since + 1, np.full(len(since), year.last))
    return np.where(recent, after, days).astype(np.int32)


def _away(
    rng: np.random.Generator,
    people: People,
    sets: Sets,
    year: Year,
    old: Rows,
    new: Rows,
    since: Days,
    log: Log,
) -> Rows:
    """Who leaves and is back in the same year: within 30 days (counts as no flow) or later (counts)."""
    quota = year.accounts.large.copy()
    early = new[(since[new] < year.first + 120) & (people.birth[new] < since[new])]
    enough = np.bincount(people.cell[early], minlength=len(quota)) >= quota
    by_new = np.where(enough & (np.arange(len(quota)) % 2 == 0), quota, 0)
    later = np.concatenate(
        [
            choose(rng, early, people.cell[early], by_new, np.ones(len(early)), "newcomers to go away"),
            choose(rng, old, people.cell[old], quota - by_new, np.ones(len(old)), "residents to go away"),
        ]
    )
    rest = rng.permutation(without(old, later))
    foreign = people.cell[rest] >= FIRST_INTERNATIONAL
    soon = np.concatenate([rest[foreign][:26], rest[~foreign][:16]])
    who = np.concatenate([soon, later])
    gap = np.concatenate([rng.integers(0, 31, size=len(soon)), rng.integers(31, 150, size=len(later))])
    gap[0], gap[1], gap[len(soon)] = 30, 0, 31  # the bounds themselves occur
    lower = np.maximum(since[who] + 1, year.first)
    out = between(rng, lower, (year.last - gap).astype(np.int32))
    back = (out + gap).astype(np.int32)
    there, where = Counterparts(rng, people, year.accounts.year).leaving(who), people.home[who]
    there.country[(there.country <= 0) & (there.municipality <= 0)] = 5010
    log.note(
        DEPARTURE, 6, who, out, people.set[who], where, municipality=there.municipality, country=there.country
    )
    people.home[who] = np.where(rng.random(len(who)) < 0.4, where, housed(rng, people.cell[who]))
    # Dutch people come back from a municipality: the number of repats is a target of its own.
    dutch = people.cell[who] < FIRST_INTERNATIONAL
    town = np.where(dutch, 518, there.municipality)
    land = np.where(dutch, NOT_ENTERED, there.country)
    log.note(ARRIVAL, 7, who, back, people.set[who], people.home[who], municipality=town, country=land)
    people.settled[who] = people.address[who] = back
    people.settled_known[who] = 0
    return who
