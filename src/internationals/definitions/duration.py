"""Residence duration (D11): since settling in the municipality, and since moving to the present address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from internationals.definitions.ages import UNKNOWN, age
from internationals.shapes import DataError


@dataclass(frozen=True)
class DurationClass:
    """A class of anniversaries: from `lowest` up to, but not including, `below`; without that it is open."""

    code: str
    lowest: int
    below: int | None

    def __contains__(self, years: int) -> bool:
        return self.lowest <= years and (self.below is None or years < self.below)


DURATION_CLASSES = (
    DurationClass("0-1", 0, 1),
    DurationClass("1-3", 1, 3),
    DurationClass("3+", 3, None),
)
"""The classes of the monitor, shortest first; beside them stands `UNKNOWN`."""

DURATION_CODES = (*(found.code for found in DURATION_CLASSES), UNKNOWN)


def duration_class(years: int | None) -> str:
    """The code of the class of these completed years, `unknown` for None.

    Exactly one year is in the second class, exactly three in the third. Raises DataError for a negative
    duration.
    """
    if years is None:
        return UNKNOWN
    for found in DURATION_CLASSES:
        if years in found:
            return found.code
    raise DataError(f"{years} is no duration; expected completed years from 0 upwards.")


def duration(since: int, at: date) -> str:
    """The class of a resident who settled, or moved to the present address, on a register date (JJJJMMDD).

    Counted in anniversaries as an age is, with an incomplete date filled in the same way (D10).
    Raises DataError when no such date exists.
    """
    return duration_class(age(since, at))
