"""Moves within the town, so that as many have a new address as the targets say."""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from internationals.demo.cells import FIRST_INTERNATIONAL, cells
from internationals.demo.changes import Changes
from internationals.demo.days import Days, day
from internationals.demo.drawing import Rows, between, choose
from internationals.demo.log import MOVE, Log
from internationals.demo.newcomers import Year
from internationals.demo.people import People, housed
from internationals.demo.tables import Durations, durations
from internationals.shapes import DataError

NEVER = np.int32(2**30)
"""The last day of who stays beyond the year."""

AGES_OF_MOVING = (0, 17, 20, 29, 40, 60, 90)
RATES_OF_MOVING = (0.08, 0.06, 0.22, 0.2, 0.09, 0.035, 0.03)

SECOND_MOVES = 0.07
"""The share of movers who move once more in the same year."""


def move(
    rng: np.random.Generator,
    people: People,
    year: Year,
    who: Rows,
    since: Days,
    until: Days,
    changes: Changes,
    log: Log,
) -> None:
    """Let some of `who` move, each between the days since and until which they live here."""
    who = who[since[who] < year.last - 1]
    rate = np.interp(people.age(who, year.first), AGES_OF_MOVING, RATES_OF_MOVING)
    long_here = people.settled[who] < year.first - 3 * 365
    rate[(people.cell[who] >= FIRST_INTERNATIONAL) & long_here] *= 0.1
    by_chance = rng.random(len(who)) < rate
    wanted = durations().get(year.accounts.year + 1)
    # A move on 1 January is exactly a year old on the next one, and no longer short: see `_stays`.
    first = year.first if wanted is None else year.first + 1
    who = who[by_chance] if wanted is None else _movers(rng, people, year, who, rate, until, changes, wanted)
    low = changes.settled_by(who, np.maximum(since[who] + 1, first))
    for step, share in ((3, 1.0), (4, SECOND_MOVES)):
        again = rng.random(len(who)) < share
        who, low = who[again], low[again]
        high = np.minimum(until[who], year.last).astype(np.int32)
        fits = low <= high
        who, low, high = who[fits], low[fits], high[fits]
        when = between(rng, low, high)
        home = housed(rng, people.cell[who])
        # Nobody moves twice on one day: to the register such a second move is the first one repeated.
        later = (when > low) | (step == 3)
        who, when, home = who[later], when[later], home[later]
        people.home[who] = home
        people.address[who] = when
        log.note(MOVE, step, who, when, changes.at(people, who, when), people.home[who])
        low = when


def _movers(
    rng: np.random.Generator,
    people: People,
    year: Year,
    who: Rows,
    rate: NDArray[np.float64],
    until: Days,
    changes: Changes,
    wanted: Durations,
) -> Rows:
    """Who moves in a year whose end has targets: of the internationals who stay, exactly enough of those who
    have been at their address for long, and for less long, that the targets remain; of others by chance."""
    everyone = np.flatnonzero(people.present[: people.size])
    after = changes.cells(everyone)
    staying = (until[everyone] == NEVER) & (after >= FIRST_INTERNATIONAL)
    groups = _groups(wanted, year.accounts.year + 1)[after]
    stays = np.zeros(people.size, dtype=np.int16)
    stays[everyone] = np.where(staying, _stays(people.address[everyone], year.accounts.year, groups), 0)
    residents = np.bincount(groups[staying & (groups >= 0)], minlength=len(wanted.nationalities))
    residents[0] += residents[1:].sum()
    there = np.bincount(stays, minlength=1 + 2 * len(residents))[1:].reshape(-1, 2)
    remain = np.round(wanted.shares * residents[:, None] / 100).astype(np.int64)
    remain[1:] = np.minimum(remain[1:], there[1:])  # of a single nationality as many as there are
    remain[0] -= remain[1:].sum(axis=0)
    if np.any(remain > there):
        raise DataError(
            f"The demo's targets contradict each other: at the end of {year.accounts.year} {remain[0]} people "
            f"should be one to three years, and three years or more, at their address, of {there[0]}."
        )
    quota = np.concatenate([[0], (there - remain).ravel()])
    held = stays[who] > 0
    chosen = choose(rng, who[held], stays[who[held]], quota, rate[held], "people to move")
    others = who[~held & (rng.random(len(who)) < rate)]
    return np.sort(np.concatenate([chosen, others]))


def _groups(wanted: Durations, year: int) -> NDArray[np.int64]:
    """Per cell the row of the targets that its people belong to on 1 January; -1 for the Dutch."""
    rows = {code: number for number, code in enumerate(wanted.nationalities)}
    return np.array(
        [
            rows.get(cell.counted_as(date(year, 1, 1)), 0) if index >= FIRST_INTERNATIONAL else -1
            for index, cell in enumerate(cells())
        ]
    )


def _stays(address: Days, year: int, groups: NDArray[np.int64]) -> NDArray[np.int64]:
    """A number for each group and class at the end of the year: one to three years at the address (odd), or
    three and more (even); 0 for less than one year. Exactly one year, and exactly three, are the longer."""
    longer = address <= day(year - 2)
    return np.where(address > day(year), 0, 1 + 2 * groups + longer)
