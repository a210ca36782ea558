"""Where international children live on 1 January 2022: as many in each neighbourhood as the targets say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from internationals.demo.drawing import Rows
from internationals.demo.log import Events
from internationals.demo.people import People, Sets
from internationals.demo.reference_day import YEAR, completed_years, internationals
from internationals.demo.rounding import Whole, apportion
from internationals.demo.stands import Snapshot
from internationals.demo.tables import homes, rows

Homes = NDArray[np.int8]


def house_children(
    rng: np.random.Generator,
    people: People,
    sets: Sets,
    states: Mapping[int, Snapshot],
    events: Mapping[int, Events],
) -> tuple[dict[int, Snapshot], dict[int, Events]]:
    """The stands and events with the right numbers of international children per neighbourhood.

    A child whose place is another one has the two neighbourhoods exchanged in its whole life, in every stand
    and every event: whoever moved still moves, on the same day, and who stayed still stays.
    """
    state = states[YEAR]
    place = np.full(people.size, len(homes().codes), dtype=np.int8)
    place[state.who] = state.home
    goal = place.copy()
    who = np.concatenate(list(internationals(sets, state).values()))
    age = completed_years(people, who)
    for (low, high), wanted in _targets().items():
        mine = rng.permutation(who[(age >= low) & (age <= high)])
        goal[mine] = _divided(place[mine], *wanted, what=f"children from {low} to {high}")

    def exchanged(who: Rows, home: Homes) -> Homes:
        one, other = place[who], goal[who]
        return np.where(home == one, other, np.where(home == other, one, home)).astype(np.int8)

    return (
        {year: replace(each, home=exchanged(each.who, each.home)) for year, each in states.items()},
        {year: replace(each, home=exchanged(each.who, each.home)) for year, each in events.items()},
    )


def _targets() -> dict[tuple[int, int], tuple[Whole, Whole]]:
    """Ages -> the least and the most children per neighbourhood; a row without one is about all others."""
    result: dict[tuple[int, int], tuple[Whole, Whole]] = {}
    table = rows("minors_neighbourhoods")
    for ages in dict.fromkeys((int(row["from"]), int(row["to"])) for row in table):
        mine = {r["neighbourhood"]: r for r in table if (int(r["from"]), int(r["to"])) == ages}
        each = [mine.get(code, mine[""]) for code in homes().codes]
        result[ages] = (
            np.array([int(row["least"]) for row in each]),
            np.array([int(row["most"]) for row in each]),
        )
    return result


def _divided(place: Homes, least: Whole, most: Whole, *, what: str) -> Homes:
    """Where everybody lives when the bounds are kept: the last of those who are too many go where there are
    too few. Who lives in no neighbourhood stays there."""
    known = np.flatnonzero(place < len(least))
    now = np.bincount(place[known], minlength=len(least))
    wanted = apportion(len(known), now.astype(np.float64), lower=least, upper=most, what=what)
    order = known[np.argsort(place[known], kind="stable")]
    rank = np.arange(len(order)) - np.searchsorted(place[order], place[order])
    going = order[rank >= wanted[place[order]]]
    result = place.copy()
    result[going] = np.repeat(np.arange(len(least)), np.maximum(wanted - now, 0))
    return result
