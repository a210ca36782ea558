"""Last adjustments of what people are free in: birth dates, sexes and titles, to meet counts of one day.

Nothing here changes who lives where, or any event: a person who should be older is older in every file.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from internationals.demo.days import MONTH_UNKNOWN, NO_DATE, YEAR_UNKNOWN, day
from internationals.demo.drawing import Rows, between
from internationals.demo.people import People, Sets
from internationals.demo.reference_day import YEAR, completed_years, internationals
from internationals.demo.stands import Snapshot
from internationals.demo.tables import rows
from internationals.demo.titles import ASYLUM, ASYLUM_PERMANENT, REGULAR_PERMANENT, needs_title

GROWN_UP = 20
"""Years that a child becomes older when there are too many."""

MEN_AMONG_STATUS_HOLDERS = 0.55


def adjust(
    rng: np.random.Generator, people: People, sets: Sets, states: dict[int, Snapshot]
) -> dict[int, Snapshot]:
    """The snapshots with the right numbers of minors and status holders on 1 January 2022."""
    international = internationals(sets, states[YEAR])
    _minors(rng, people, international)
    _ages_of_newcomers(people, np.concatenate(list(international.values())))
    return _status_holders(rng, people, states, international)


def _minors(rng: np.random.Generator, people: People, international: dict[str, Rows]) -> None:
    """Children above the counts become adults, and adults children where they are too few.

    Those born here remain what they are, and nobody is born after they came.
    """
    table = rows("minors")
    for row in table:
        low, high = int(row["from"]), int(row["to"])
        # A row without a nationality is about all the others that have no row of their own for these ages.
        own = {r["nationality"] for r in table if r["nationality"] and int(r["from"]) == low}
        mine = [row["nationality"]] if row["nationality"] else [n for n in international if n not in own]
        who = np.concatenate([international[name] for name in mine])
        age = completed_years(people, who)
        there = who[(age >= low) & (age <= high)]
        movable = there[people.entered[there] > people.birth[there] + 1]
        surplus = min(max(len(there) - int(row["residents"]), 0), len(movable))
        older = rng.permutation(movable)[:surplus]
        people.birth[older] -= GROWN_UP * 365 + GROWN_UP // 4
        newest = day(YEAR - low) - 1
        oldest = newest - (high - low + 1) * 365
        young = who[(age >= 18) & (age < 45) & (people.entered[who] > oldest + 1)]
        younger = rng.permutation(young)[: max(int(row["residents"]) - len(there), 0)]
        latest = np.minimum(newest, people.entered[younger] - 1).astype(np.int32)
        people.birth[younger] = between(rng, np.full(len(younger), oldest + 1, dtype=np.int32), latest)
        people.birth_known[younger] = 0


def _ages_of_newcomers(people: People, who: Rows) -> None:
    """Of who came or moved lately at least the year of birth is known: the unknown age is no age group, and
    with so few people in it its newcomers could seem the largest share of all."""
    lately = np.maximum(people.settled[who], people.address[who]) > day(YEAR - 3)
    vague = who[lately & (people.birth_known[who] == YEAR_UNKNOWN)]
    people.birth_known[vague] = MONTH_UNKNOWN


def _status_holders(
    rng: np.random.Generator, people: People, states: dict[int, Snapshot], international: dict[str, Rows]
) -> dict[int, Snapshot]:
    """Give and take asylum titles, in every stand alike, until the counts of the day are right."""
    table, state = rows("status_holders"), states[YEAR]
    title, end = np.zeros(people.size, dtype=np.int8), np.full(people.size, NO_DATE, dtype=np.int32)
    title[state.who], end[state.who] = state.title, state.title_end
    today = day(YEAR)
    valid = np.isin(title, (ASYLUM, ASYLUM_PERMANENT)) & ((end == NO_DATE) | (end >= today))
    own = {row["nationality"] for row in table}
    needs = needs_title(date(YEAR, 1, 1))
    given, taken = np.zeros(people.size, dtype=bool), np.zeros(people.size, dtype=bool)
    for row in table:
        mine = [row["nationality"]] if row["nationality"] else [n for n in international if n not in own]
        who = rng.permutation(np.concatenate([international[name] for name in mine]))
        holders = who[valid[who]]
        others = who[~valid[who] & (title[who] > 0) & needs[people.cell[who]]]
        wanted = int(row["residents"])
        taken[holders[wanted:]] = True
        given[others[: max(wanted - len(holders), 0)]] = True
    holding = np.flatnonzero((valid & ~taken) | given)
    _share_of_men(rng, people, holding)
    return {year: _retitled(each, given, taken) for year, each in states.items()}


def _retitled(state: Snapshot, given: NDArray[np.bool_], taken: NDArray[np.bool_]) -> Snapshot:
    titled = state.title > 0
    grant, revoke = (
        given[state.who] & titled,
        taken[state.who] & np.isin(state.title, (ASYLUM, ASYLUM_PERMANENT)),
    )
    title = np.where(grant, ASYLUM_PERMANENT, np.where(revoke, REGULAR_PERMANENT, state.title))
    end = np.where(grant, NO_DATE, state.title_end)
    return replace(state, title=title.astype(np.int8), title_end=end.astype(np.int32))


def _share_of_men(rng: np.random.Generator, people: People, who: Rows) -> None:
    wanted = round(MEN_AMONG_STATUS_HOLDERS * len(who))
    who = rng.permutation(who)
    men, women = who[people.sex[who] == 0], who[people.sex[who] != 0]
    people.sex[men[wanted:]] = 1
    people.sex[women[: max(wanted - len(men), 0)]] = 0
