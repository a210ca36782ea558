"""How many people each cell has on every 1 January, so that all levels in the targets are met."""

from __future__ import annotations

from datetime import date

import numpy as np

from internationals.demo.cells import DUTCH, DUTCH_WITH_BACKGROUND, FIRST_INTERNATIONAL, cells
from internationals.demo.rounding import Whole, apportion
from internationals.demo.tables import by_year, fixed
from internationals.shapes import DataError

SPAN = 10
"""Years between the two columns of levels in the tables."""


def stocks() -> dict[int, Whole]:
    """Residents per cell on 1 January of every year of the targets."""
    return {year: _on_1_january(year) for year in by_year("years")}


def _on_1_january(year: int) -> Whole:
    target, table = by_year("years")[year], cells()
    result = np.zeros(len(table), dtype=np.int64)
    weights = np.zeros(len(table))
    left = {
        code: number for (code, when), (number, _) in fixed().items() if when == year and number is not None
    }
    single: dict[str, int] = {}
    for index, cell in enumerate(table[FIRST_INTERNATIONAL:], FIRST_INTERNATIONAL):
        if cell.exact:
            result[index] = round(_between(cell.start, cell.end, year))
            code = cell.counted_as(date(year, 1, 1))
            if code in left:
                left[code] -= int(result[index])
        elif cell.nationalities in left:
            single[cell.nationalities] = index
        else:
            weights[index] = _between(cell.start, cell.end, year)
    for code, index in single.items():
        if left[code] < 0:
            raise DataError(
                f"The demo's targets contradict each other: nationality {code} on 1 January {year}."
            )
        result[index] = left[code]
    international = int(target["internationals"])
    result += apportion(
        international - int(result.sum()), weights, what=f"the other nationalities on 1 January {year}"
    )
    without = sum(
        int(result[i]) for i, cell in enumerate(table) if i >= FIRST_INTERNATIONAL and not cell.background
    )
    dutch = int(target["residents"]) - international
    result[DUTCH_WITH_BACKGROUND] = int(target["background"]) - (international - without)
    result[DUTCH] = dutch - result[DUTCH_WITH_BACKGROUND]
    return result


def _between(start: float | None, end: float | None, year: int) -> float:
    """The straight line through both levels, and beyond; a few weights become people of a new state."""
    if start is None or end is None:
        raise DataError(f"The demo's targets lack the residents of a nationality on 1 January {year}.")
    return max(0.0, start + (end - start) * (year - 2012) / SPAN)
