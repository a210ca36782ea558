"""Age and incomplete dates (D10). Register dates are whole numbers JJJJMMDD whose unknown parts are zeros."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from internationals.shapes import DataError

UNKNOWN = "unknown"


@dataclass(frozen=True)
class AgeGroup:
    """A group of ages in completed years, both bounds inclusive; without a highest age it is open."""

    code: str
    lowest: int
    highest: int | None

    def __contains__(self, years: int) -> bool:
        return self.lowest <= years and (self.highest is None or years <= self.highest)


AGE_GROUPS = (
    AgeGroup("0-3", 0, 3),
    AgeGroup("4-11", 4, 11),
    AgeGroup("12-17", 12, 17),
    AgeGroup("18-26", 18, 26),
    AgeGroup("27-39", 27, 39),
    AgeGroup("40-54", 40, 54),
    AgeGroup("55-64", 55, 64),
    AgeGroup("65-74", 65, 74),
    AgeGroup("75+", 75, None),
)
"""The groups of the monitor, youngest first; beside them stands `UNKNOWN`."""

AGE_GROUP_CODES = (*(group.code for group in AGE_GROUPS), UNKNOWN)


def filled(incomplete: int) -> date | None:
    """The date with its unknown parts filled in: an unknown month is 1 July, an unknown day the 1st.

    None when the year is unknown. Raises DataError when no such date exists.
    """
    year, month, day = incomplete // 10000, incomplete // 100 % 100, incomplete % 100
    if year == 0:
        return None
    try:
        return date(year, month, day or 1) if month else date(year, 7, 1)
    except ValueError as error:
        raise DataError(
            f"{incomplete:08d} is no date; expected JJJJMMDD in which unknown parts are 00."
        ) from error


def completed_years(since: date, at: date) -> int:
    """Anniversaries of `since` passed at `at`, that day included; 29 February passes on 1 March.

    Zero when `since` is later: a filled-in date can be later than the day that is asked.
    """
    before_anniversary = (at.month, at.day) < (since.month, since.day)
    return max(0, at.year - since.year - before_anniversary)


def age(birth: int, at: date) -> int | None:
    """Age in completed years at the date; None when the year of birth is unknown. Raises as `filled`."""
    born = filled(birth)
    return None if born is None else completed_years(born, at)


def age_group(years: int | None) -> str:
    """The code of the age group, `unknown` for None. Raises DataError for a negative age."""
    if years is None:
        return UNKNOWN
    for group in AGE_GROUPS:
        if years in group:
            return group.code
    raise DataError(f"{years} is no age; expected completed years from 0 upwards.")
