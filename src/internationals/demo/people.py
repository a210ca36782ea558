"""Everyone who ever lives in the invented town: one place in every array per person."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from internationals.demo.cells import cells, nationality_of_country
from internationals.demo.days import NO_DATE
from internationals.demo.tables import homes, profiles

PARENT_SEXES = (("V", "M"), ("M", "V"), ("V", "V"), ("M", "M"), ("", ""), ("V", ""))
"""The sexes of both parents; two mothers and unknown sexes included."""

SEXES = ("M", "V", "O")
NOT_ENTERED = -1
"""A country that the register leaves empty; unknown is 0 as well."""


class Sets:
    """The nationality sets that occur, each written once: text -> number."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}
        self.of_cell = np.array([self.number(cell.nationalities) for cell in cells()], dtype=np.int16)
        self.dutch = self.number("0001")
        self.treated_as_dutch = self.number("0002")
        single = sorted(
            {*nationality_of_country().values()} | {c.nationalities for c in cells() if not c.exact}
        )
        self.with_dutch = {code: self.number(f"{code} 0001") for code in single}
        self._dual = np.zeros(len(self.texts), dtype=bool)
        self._dual[list(self.with_dutch.values())] = True

    def number(self, text: str) -> int:
        """The number of a set, new if it has not been seen."""
        if text not in self._numbers:
            self._numbers[text] = len(self.texts)
            self.texts.append(text)
        return self._numbers[text]

    def is_dual(self, numbers: NDArray[np.int16]) -> NDArray[np.bool_]:
        """Who is Dutch and holds another nationality."""
        return np.asarray(self._dual[numbers])


class People:
    """Arrays over all persons. Days are numbers (`days`), countries numbers of table 34, homes places in
    the list of neighbourhoods (one past its end is unknown); `entered` is the first day in this register."""

    def __init__(self, capacity: int) -> None:
        self.size = 0
        self.birth = np.zeros(capacity, dtype=np.int32)
        self.birth_known = np.zeros(capacity, dtype=np.int8)
        self.sex = np.zeros(capacity, dtype=np.int8)
        self.country = np.zeros(capacity, dtype=np.int16)
        self.parent1 = np.zeros(capacity, dtype=np.int16)
        self.parent2 = np.zeros(capacity, dtype=np.int16)
        self.parent_sexes = np.zeros(capacity, dtype=np.int8)
        self.cell = np.zeros(capacity, dtype=np.int16)
        self.set = np.zeros(capacity, dtype=np.int16)
        self.home = np.zeros(capacity, dtype=np.int8)
        self.entered = np.zeros(capacity, dtype=np.int32)
        self.settled = np.zeros(capacity, dtype=np.int32)
        self.settled_known = np.zeros(capacity, dtype=np.int8)
        self.address = np.zeros(capacity, dtype=np.int32)
        self.came_from = np.full(capacity, NOT_ENTERED, dtype=np.int16)
        self.settled_nl = np.full(capacity, NO_DATE, dtype=np.int32)
        self.title = np.zeros(capacity, dtype=np.int8)
        self.title_end = np.full(capacity, NO_DATE, dtype=np.int32)
        self.present = np.zeros(capacity, dtype=bool)
        self.left = np.full(capacity, NO_DATE, dtype=np.int32)
        self.dead = np.zeros(capacity, dtype=bool)

    def add(self, count: int) -> NDArray[np.int64]:
        """The places of so many new people."""
        self.size += count
        return np.arange(self.size - count, self.size, dtype=np.int64)

    def age(self, who: NDArray[np.int64], at: int | NDArray[np.int32]) -> NDArray[np.float64]:
        """Age in years, nearly: for hazards and habits, not for counting."""
        return np.asarray((at - self.birth[who]) / 365.25)


def housed(rng: np.random.Generator, cell: NDArray[np.int16]) -> NDArray[np.int8]:
    """A neighbourhood for each, by the housing of the cell's profile; a few addresses are in none."""
    kinds = sorted({profile.housing for profile in profiles().values()})
    of_cell = np.array([kinds.index(profiles()[c.profile].housing) for c in cells()])
    mine, result = of_cell[cell], np.zeros(len(cell), dtype=np.int8)
    for number, kind in enumerate(kinds):
        here = np.flatnonzero(mine == number)
        result[here] = rng.choice(len(homes().codes), size=len(here), p=homes().shares[kind])
    result[rng.random(len(cell)) < 0.004] = len(homes().codes)
    return result
