"""The stand of a 1 January: what the register says of every resident, and of a few who are none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from internationals.demo.days import Days, written
from internationals.demo.drawing import Rows
from internationals.demo.people import PARENT_SEXES, SEXES, People, Sets
from internationals.demo.tables import homes

OWN = 546
NON_RESIDENT = 1999
SUSPENSIONS = ("", "O", "E", "M", "R")
NOT_SUSPENDED, DECEASED, EMIGRATED, BY_DECREE, NON_RESIDENTS = range(len(SUSPENSIONS))


@dataclass(frozen=True)
class Snapshot:
    """The state of a 1 January: everything that can be different on another one."""

    who: Rows
    set: NDArray[np.int16]
    home: NDArray[np.int8]
    settled: Days
    settled_known: NDArray[np.int8]
    address: Days
    came_from: NDArray[np.int16]
    settled_nl: Days
    title: NDArray[np.int8]
    title_end: Days
    municipality: NDArray[np.int16]
    suspended: NDArray[np.int8]


def snapshot(rng: np.random.Generator, people: People, today: int) -> Snapshot:
    """The residents, with some of last year's leavers and dead whose lists are still in the extract."""
    residents = np.flatnonzero(people.present[: people.size])
    lately = np.flatnonzero((people.left[: people.size] >= today - 365) & ~people.present[: people.size])
    dead = rng.permutation(lately[people.dead[lately]])[:60]
    gone = rng.permutation(lately[~people.dead[lately]])[:190]
    others = np.concatenate([dead, gone])
    municipality = np.full(len(others), OWN)
    suspended = np.full(len(others), NOT_SUSPENDED)
    suspended[: len(dead)] = DECEASED
    place = np.arange(len(others)) - len(dead)
    municipality[(place >= 0) & (place < 90)] = rng.choice([518, 537, 547, 579, 363], size=len(others))[
        (place >= 0) & (place < 90)
    ]
    municipality[(place >= 90) & (place < 140)] = NON_RESIDENT
    suspended[(place >= 110) & (place < 140)] = NON_RESIDENTS
    suspended[(place >= 140) & (place < 180)] = EMIGRATED
    suspended[place >= 180] = BY_DECREE
    who = np.concatenate([residents, others])
    order = np.argsort(who, kind="stable")
    who = who[order]
    own = np.full(len(residents), OWN)
    return Snapshot(
        who,
        people.set[who],
        people.home[who],
        people.settled[who],
        people.settled_known[who],
        people.address[who],
        people.came_from[who],
        people.settled_nl[who],
        people.title[who],
        people.title_end[who],
        np.concatenate([own, municipality])[order].astype(np.int16),
        np.concatenate([np.zeros(len(residents)), suspended])[order].astype(np.int8),
    )


class Words:
    """The texts of everybody's unchanging columns, written once and taken from for every file."""

    def __init__(self, people: People, sets: Sets) -> None:
        size = people.size
        # Invented numbers: ten digits from 9 on, all different, in no visible order.
        numbers = 9_000_000_000 + (np.arange(size) * 387_420_489 + 1_234_567) % 1_000_000_000
        self.person = pa.array(numbers).cast(pa.string())
        self.birth = written(people.birth[:size], people.birth_known[:size])
        self.sex = _named(SEXES, people.sex[:size])
        self.country = four_digits(people.country[:size])
        self.parent1 = four_digits(people.parent1[:size])
        self.parent2 = four_digits(people.parent2[:size])
        first, second = (tuple(pair[i] for pair in PARENT_SEXES) for i in (0, 1))
        self.parent1_sex = _named(first, people.parent_sexes[:size])
        self.parent2_sex = _named(second, people.parent_sexes[:size])
        self.sets = (*sets.texts, "")

    def nationalities(self, numbers: NDArray[np.int16]) -> pa.Array:
        """The texts of nationality sets; a negative number is no set."""
        return _named(self.sets, np.where(numbers < 0, len(self.sets) - 1, numbers))

    @staticmethod
    def homes(places: NDArray[np.int8]) -> pa.Array:
        """The codes of neighbourhoods; one past the last is unknown, written as nothing."""
        return _named((*homes().codes, ""), places)


def _named(texts: tuple[str, ...], numbers: NDArray[np.integer]) -> pa.Array:
    return pa.array(texts, pa.string()).take(pa.array(numbers.astype(np.int32)))


def four_digits(numbers: NDArray[np.int16]) -> pa.Array:
    """Codes of municipalities or countries with leading zeros; a negative one is written as nothing."""
    texts = (*(f"{number:04d}" for number in range(10_000)), "")
    return _named(texts, np.where(numbers < 0, 10_000, numbers))


def stand(state: Snapshot, words: Words) -> pa.Table:
    """The stand as the extract has it: every column text."""
    who = pa.array(state.who)
    titles = (*("" if number == 0 else f"{number:02d}" for number in range(100)),)
    return pa.table(
        {
            "persoon": words.person.take(who),
            "geboortedatum": words.birth.take(who),
            "geslacht": words.sex.take(who),
            "geboorteland": words.country.take(who),
            "geboorteland_ouder_1": words.parent1.take(who),
            "geboorteland_ouder_2": words.parent2.take(who),
            "geslacht_ouder_1": words.parent1_sex.take(who),
            "geslacht_ouder_2": words.parent2_sex.take(who),
            "nationaliteiten": words.nationalities(state.set),
            "gemeente": four_digits(state.municipality),
            "buurt": words.homes(state.home),
            "datum_vestiging_gemeente": written(state.settled, state.settled_known),
            "datum_adres": written(state.address),
            "land_vanwaar_gevestigd": four_digits(state.came_from),
            "datum_vestiging_nederland": written(state.settled_nl),
            "verblijfstitel": _named(titles, state.title),
            "verblijfstitel_einde": written(state.title_end),
            "opschorting": _named(SUSPENSIONS, state.suspended),
        }
    )
