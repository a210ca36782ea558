"""Last adjustments of what people are free in: birth dates, sexes and titles, to meet counts of one day.

Nothing here changes who lives where, or any event: a person who should be older is older in every file.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from internationals.demo.cells import FIRST_INTERNATIONAL, cells
from internationals.demo.days import NO_DATE
from internationals.demo.drawing import Rows
from internationals.demo.people import People, Sets
from internationals.demo.stands import Snapshot
from internationals.demo.tables import rows
from internationals.demo.titles import ASYLUM, ASYLUM_PERMANENT, REGULAR_PERMANENT, needs_title

YEAR = 2022
"""The counts are those of 1 January of this year."""

GROWN_UP = 20
"""Years that a child becomes older when there are too many."""

MEN_AMONG_STATUS_HOLDERS = 0.55


def adjust(
    rng: np.random.Generator, people: People, sets: Sets, states: dict[int, Snapshot]
) -> dict[int, Snapshot]:
    """The snapshots with the right numbers of minors and status holders on 1 January 2022."""
    state = states[YEAR]
    residents = state.who[(state.municipality == 546) & (state.suspended == 0)]
    here = np.zeros(people.size, dtype=bool)
    here[residents] = True
    international = _internationals(state, sets, here)
    _minors(rng, people, international)
    return _status_holders(rng, people, states, international)


def _internationals(state: Snapshot, sets: Sets, here: NDArray[np.bool_]) -> dict[str, Rows]:
    """The international residents by the nationality under which they are counted."""
    foreign = {sets.of_cell[i]: c.counted_as(date(YEAR, 1, 1)) for i, c in enumerate(cells())}
    dutch = {int(sets.of_cell[i]) for i in range(FIRST_INTERNATIONAL)}
    names = np.array([foreign.get(number, "") for number in range(len(sets.texts))])
    names[list(dutch)] = ""
    mine = names[state.set]
    resident = here[state.who]
    return {
        name: state.who[resident & (mine == name)] for name in sorted(set(foreign.values())) if name != "0001"
    }


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
        age = _age(people, who)
        there = who[(age >= low) & (age <= high)]
        movable = there[people.entered[there] > people.birth[there] + 1]
        surplus = min(max(len(there) - int(row["residents"]), 0), len(movable))
        older = rng.permutation(movable)[:surplus]
        people.birth[older] -= GROWN_UP * 365 + GROWN_UP // 4
        latest = date(YEAR - low, 1, 1) - date(1970, 1, 1)
        young = who[(age >= 18) & (age < 45) & (people.entered[who] > latest.days)]
        younger = rng.permutation(young)[: max(int(row["residents"]) - len(there), 0)]
        people.birth[younger] = latest.days - 1 - rng.integers(0, (high - low + 1) * 365, size=len(younger))
        people.birth_known[younger] = 0


def _age(people: People, who: Rows) -> NDArray[np.int64]:
    """Completed years on the day of the counts."""
    birth = people.birth[who].astype("datetime64[D]")
    years = birth.astype("datetime64[Y]").astype(int) + 1970
    return np.asarray(YEAR - years - (birth > birth.astype("datetime64[Y]")), dtype=np.int64)


def _status_holders(
    rng: np.random.Generator, people: People, states: dict[int, Snapshot], international: dict[str, Rows]
) -> dict[int, Snapshot]:
    """Give and take asylum titles, in every stand alike, until the counts of the day are right."""
    table, state = rows("status_holders"), states[YEAR]
    title, end = np.zeros(people.size, dtype=np.int8), np.full(people.size, NO_DATE, dtype=np.int32)
    title[state.who], end[state.who] = state.title, state.title_end
    today = (date(YEAR, 1, 1) - date(1970, 1, 1)).days
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
