"""The cells that the plan keeps accounts for: one nationality set, with or without migration background."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from internationals.definitions.nationality import decide, parse
from internationals.demo.tables import rows

DUTCH = 0
DUTCH_WITH_BACKGROUND = 1
FIRST_INTERNATIONAL = 2
NETHERLANDS = 6030


@dataclass(frozen=True)
class Cell:
    """People with one set of nationalities (codes as written in the register, in no special order).

    `country` is where they mostly come from, `men` the share of men. `start` and `end` are the residents
    (`exact`) or weights on 1 January 2012 and 2022; None means that fixed targets give the number.
    """

    nationalities: str
    background: bool
    country: int
    profile: str
    men: float
    exact: bool
    start: float | None
    end: float | None

    def counted_as(self, at: date) -> str:
        """The one nationality under which these people are counted at the date."""
        return decide(parse(self.nationalities), at)


@cache
def cells() -> tuple[Cell, ...]:
    """All cells: the Dutch without and with background first, then the internationals."""
    dutch = (
        Cell("0001", False, NETHERLANDS, "dutch", 0.487, True, None, None),
        Cell("0001", True, NETHERLANDS, "background", 0.488, True, None, None),
    )
    single = (
        Cell(
            row["nationality"],
            True,
            int(row["country"]),
            row["profile"],
            float(row["men"]),
            False,
            float(row["weight_2012"]) if row["weight_2012"] else None,
            float(row["weight_2022"]) if row["weight_2022"] else None,
        )
        for row in rows("nationalities")
    )
    special = (
        Cell(
            row["set"],
            row["background"] == "1",
            int(row["country"]),
            row["profile"],
            float(row["men"]),
            True,
            float(row["residents_2012"]),
            float(row["residents_2022"]),
        )
        for row in rows("sets")
    )
    return (*dutch, *single, *special)


@cache
def nationality_of_country() -> Mapping[int, str]:
    """Country -> the nationality of its citizens, for Dutch people who hold a second one."""
    return {int(row["country"]): row["nationality"] for row in reversed(rows("nationalities"))}
