"""The day that most published counts are about: 1 January 2022, and who lives here then."""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from internationals.demo.cells import FIRST_INTERNATIONAL, cells
from internationals.demo.drawing import Rows
from internationals.demo.people import People, Sets
from internationals.demo.stands import NOT_SUSPENDED, OWN, Snapshot

YEAR = 2022
"""The counts are those of 1 January of this year."""


def internationals(sets: Sets, state: Snapshot) -> dict[str, Rows]:
    """The international residents by the nationality under which they are counted."""
    foreign = {sets.of_cell[i]: c.counted_as(date(YEAR, 1, 1)) for i, c in enumerate(cells())}
    dutch = {int(sets.of_cell[i]) for i in range(FIRST_INTERNATIONAL)}
    names = np.array([foreign.get(number, "") for number in range(len(sets.texts))])
    names[list(dutch)] = ""
    mine = names[state.set]
    resident = (state.municipality == OWN) & (state.suspended == NOT_SUSPENDED)
    return {
        name: state.who[resident & (mine == name)] for name in sorted(set(foreign.values())) if name != "0001"
    }


def completed_years(people: People, who: Rows) -> NDArray[np.int64]:
    """Completed years on the day of the counts."""
    birth = people.birth[who].astype("datetime64[D]")
    years = birth.astype("datetime64[Y]").astype(int) + 1970
    return np.asarray(YEAR - years - (birth > birth.astype("datetime64[Y]")), dtype=np.int64)
