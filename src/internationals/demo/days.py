"""Days as numbers since 1 January 1970, and as the register writes them: JJJJMMDD, unknown parts 00."""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Days = NDArray[np.int32]

COMPLETE, DAY_UNKNOWN, MONTH_UNKNOWN, YEAR_UNKNOWN = 0, 1, 2, 3
"""How much of a date the register knows."""

NO_DATE = np.int32(-(2**31))
"""Stands for the absence of a date; written as empty text."""

_FIRST, _LAST = date(1890, 1, 1), date(2049, 12, 31)


def day(year: int, month: int = 1, of_month: int = 1) -> int:
    """The number of a day."""
    return (date(year, month, of_month) - date(1970, 1, 1)).days


@cache
def _texts() -> tuple[pa.Array, Days, Days]:
    """Every text of a date, and for every day the place of its text without day and without month."""
    days = np.arange(np.datetime64(_FIRST), np.datetime64(_LAST) + 1)
    whole = np.char.replace(days.astype(str), "-", "")
    months = np.unique(whole.astype("U6"))
    years = np.unique(whole.astype("U4"))
    texts = np.concatenate(
        [whole, np.char.add(months, "00"), np.char.add(years, "0000"), np.array(["00000000", ""])]
    )
    of_month = len(whole) + np.searchsorted(months, whole.astype("U6"))
    of_year = len(whole) + len(months) + np.searchsorted(years, whole.astype("U4"))
    return pa.array(texts.tolist(), pa.string()), of_month.astype(np.int32), of_year.astype(np.int32)


def written(days: Days, known: NDArray[np.int8] | None = None) -> pa.Array:
    """The days as the register writes them, each as far as it is known (the codes of this module)."""
    texts, of_month, of_year = _texts()
    absent = days == NO_DATE
    place = np.where(absent, 0, days - day(_FIRST.year)).astype(np.int32)
    if known is not None:
        partly = np.select(
            [known == DAY_UNKNOWN, known == MONTH_UNKNOWN], [of_month[place], of_year[place]], place
        )
        place = np.where(known == YEAR_UNKNOWN, len(texts) - 2, partly).astype(np.int32)
    place = np.where(absent, len(texts) - 1, place).astype(np.int32)
    return texts.take(pa.array(place))
