"""The events of one year, gathered as they happen and put in the order in which they took effect."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from internationals.demo.days import Days
from internationals.demo.drawing import Rows

KINDS = (
    "vestiging",
    "vertrek",
    "geboorte",
    "overlijden",
    "verhuizing",
    "nationaliteit_verkregen",
    "nationaliteit_verloren",
    "correctie_bij",
    "correctie_af",
)
ARRIVAL, DEPARTURE, BIRTH, DEATH, MOVE, GAINED, LOST, CORRECTED_IN, CORRECTED_OUT = range(len(KINDS))

NONE = -1
"""No counterpart, or no nationalities afterwards."""


@dataclass(frozen=True)
class Events:
    """Events in order: the person's place, the day, the kind (in `KINDS`), the counterpart (a municipality, a
    country, or NONE in either), the number of the nationality set before and after, and the home after."""

    who: Rows
    day: Days
    kind: NDArray[np.int8]
    municipality: NDArray[np.int16]
    country: NDArray[np.int16]
    before: NDArray[np.int16]
    after: NDArray[np.int16]
    home: NDArray[np.int8]


class Log:
    """Gathers the events of a year."""

    def __init__(self) -> None:
        self._parts: list[tuple[NDArray[np.int64], ...]] = []

    def note(
        self,
        kind: int,
        step: int,
        who: Rows,
        day: Days,
        before: NDArray[np.int16],
        home: NDArray[np.int8],
        *,
        after: NDArray[np.int16] | None = None,
        municipality: NDArray[np.int64] | None = None,
        country: NDArray[np.int64] | None = None,
    ) -> None:
        """Note events of one kind. `step` orders the events of one person on one day."""
        nothing = np.full(len(who), NONE)
        self._parts.append(
            (
                np.asarray(who),
                np.asarray(day, dtype=np.int64),
                np.full(len(who), kind),
                nothing if municipality is None else municipality,
                nothing if country is None else country,
                np.asarray(before, dtype=np.int64),
                nothing if after is None else np.asarray(after, dtype=np.int64),
                np.asarray(home, dtype=np.int64),
                np.full(len(who), step),
            )
        )

    def events(self) -> Events:
        """Everything noted, by day; of one person on one day by step."""
        who, day, kind, municipality, country, before, after, home, step = (
            np.concatenate([part[i] for part in self._parts]) for i in range(9)
        )
        order = np.lexsort((step, who, day))
        return Events(
            who[order],
            day[order].astype(np.int32),
            kind[order].astype(np.int8),
            municipality[order].astype(np.int16),
            country[order].astype(np.int16),
            before[order].astype(np.int16),
            after[order].astype(np.int16),
            home[order].astype(np.int8),
        )
