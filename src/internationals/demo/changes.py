"""Changes of nationality in a year: people become Dutch, cease to be, or gain or lose a foreign one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from internationals.demo.cells import DUTCH_WITH_BACKGROUND
from internationals.demo.days import Days, day
from internationals.demo.drawing import Rows, between, choose, without
from internationals.demo.log import GAINED, LOST, Log
from internationals.demo.newcomers import Year
from internationals.demo.people import People, Sets
from internationals.demo.titles import cease

LAST_DUAL = day(2014, 1, 6)
"""From this day on the register keeps no other nationality of who becomes Dutch."""

CLEAN_UP = day(2015, 1, 31)
"""The day on which it ceased to keep those that it had."""


NOT_THIS_YEAR = 2**30


class Changes:
    """Who changes nationality in the year, on which day, and into which set and cell."""

    def __init__(self, people: People) -> None:
        self._who: list[Rows] = []
        self._sets = people.set[: people.size].copy()
        self._cells = people.cell[: people.size].copy()
        self._day = np.full(people.size, NOT_THIS_YEAR, dtype=np.int32)

    @property
    def busy(self) -> Rows:
        """The places of everybody who changes."""
        return np.unique(np.concatenate([*self._who, np.array([], dtype=np.int64)]))

    def note(
        self,
        people: People,
        log: Log,
        who: Rows,
        days: Days,
        sets: NDArray[np.int16],
        cells: int | Rows,
        kind: int,
    ) -> None:
        """Note a change of these people, on these days, into sets and cells."""
        self._who.append(who)
        self._sets[who], self._cells[who], self._day[who] = sets, cells, days
        log.note(kind, 2, who, days, people.set[who], people.home[who], after=self._sets[who])

    def at(self, people: People, who: Rows, days: Days) -> NDArray[np.int16]:
        """The sets of people on later or earlier days of the year; on the day itself the new one."""
        return np.where(self._day[who] <= days, self._sets[who], people.set[who])

    def cells(self, who: Rows) -> NDArray[np.int16]:
        """The cells of people at the end of the year."""
        return np.asarray(self._cells[who])

    def settled_by(self, who: Rows, days: Days) -> Days:
        """The days, or the day of the change where that is later: nobody moves before it in that year, so
        that the event of the change shows the right neighbourhood."""
        changing = self._day[who] < NOT_THIS_YEAR
        return np.where(changing, np.maximum(self._day[who], days), days).astype(np.int32)

    def clean_up(self, people: People, sets: Sets, year: Year, until: Days, log: Log) -> None:
        """On 31 January 2015 other nationalities of the Dutch are removed, from who lives here that day."""
        if not year.first <= CLEAN_UP <= year.last:
            return
        here = people.present[: people.size] & sets.is_dual(people.set[: people.size]) & (until > CLEAN_UP)
        here[self.busy] = False
        who = np.flatnonzero(here)
        dutch = np.full(len(who), sets.dutch, dtype=np.int16)
        self.note(
            people, log, who, np.full(len(who), CLEAN_UP, dtype=np.int32), dutch, DUTCH_WITH_BACKGROUND, LOST
        )

    def apply(self, people: People) -> None:
        """Let the changes take effect."""
        people.set[: people.size], people.cell[: people.size] = self._sets, self._cells


def nationality_changes(
    rng: np.random.Generator, people: People, sets: Sets, year: Year, old: Rows, log: Log
) -> Changes:
    """Choose, among residents at the start, everybody whose nationality changes this year."""
    changes, plan = Changes(people), year.accounts

    def some_day(count: int) -> Days:
        return between(rng, np.full(count, year.first, dtype=np.int32), np.full(count, year.last))

    stay = np.maximum(year.first - people.settled[old], 0) / 365
    weights = np.where(stay >= 4.5, 1.0, 0.08) + 0.02
    new = choose(rng, old, people.cell[old], plan.naturalised, weights, "people to become Dutch")
    days = some_day(len(new))
    kept = np.array([sets.with_dutch.get(text, sets.dutch) for text in sets.texts], dtype=np.int16)
    keeps = (days < LAST_DUAL) & (rng.random(len(new)) < 0.6)
    after = np.where(keeps, kept[people.set[new]], sets.dutch).astype(np.int16)
    changes.note(people, log, new, days, after, DUTCH_WITH_BACKGROUND, GAINED)
    cease(people, new)

    rest = without(old, new)
    quota = np.zeros_like(plan.start)
    quota[DUTCH_WITH_BACKGROUND] = plan.lost_to.sum()
    plain = (people.set[rest] == sets.dutch) & (people.age(rest, year.first) > 18)
    lost = choose(
        rng, rest, people.cell[rest], quota, plain.astype(float), "people to lose Dutch nationality"
    )
    goal = rng.permutation(np.repeat(np.arange(len(plan.lost_to)), plan.lost_to))
    changes.note(people, log, lost, some_day(len(lost)), sets.of_cell[goal], goal, LOST)

    rest = without(rest, lost)
    for origin, target in plan.transitions:
        mine = rest[people.cell[rest] == origin]
        who = mine[rng.integers(len(mine), size=1)]
        changes.note(people, log, who, some_day(1), sets.of_cell[[target]], target, GAINED)
        rest = without(rest, who)
    return changes
