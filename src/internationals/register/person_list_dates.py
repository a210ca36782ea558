"""Dates of the register as moments: unknown, incomplete and filled in (D10), or unreadable."""

from __future__ import annotations

import re
from datetime import date

from internationals.definitions.ages import filled
from internationals.register.person_list_rows import UnreadableListError, Version
from internationals.shapes import DataError, Finding

BEGINNING = date.min
"""Since as long as the record goes back: what an unknown start counts as."""

_DATE = re.compile(r"0+|(?!0000)\d{4}(?:0000|(?!00)\d{2}\d{2})")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d]")


def shape_of(value: str) -> str:
    """What a value looks like without saying what it is: shifted columns may hold a name or a number."""
    shape = _LETTER.sub("a", _DIGIT.sub("9", value))
    return f"'{shape}'" if shape else "nothing"


def unreadable(version: Version, element: str, expected: str) -> UnreadableListError:
    """The reason to reject a person: an element holds what cannot be read."""
    return UnreadableListError(
        Finding(
            version.layout.file,
            version.row.line,
            element,
            "unreadable_value",
            shape_of(version[element]),
            expected,
            "the person is left out; correct the value in the source system",
        )
    )


def moment(version: Version, element: str) -> date | None:
    """The date in an element, unknown parts filled in as D10 does; None when it is empty or unknown.

    Raises UnreadableListError for anything that is no date: a month that does not exist, a day in an unknown
    month, a year 0000 with a day.
    """
    text = version[element]
    if not text:
        return None
    try:
        if not _DATE.fullmatch(text):
            raise DataError("no date")
        return filled(int(text))
    except DataError as problem:
        raise unreadable(version, element, "a date as JJJJMMDD, unknown parts 00") from problem


def is_incomplete(text: str) -> bool:
    """Whether the year of a date is known but its day, or its day and month, are not."""
    return text.endswith("00") and text.strip("0") != ""


def agrees(text: str, day: date) -> bool:
    """Whether the known parts of a date are those of this day; an unknown date agrees with every day."""
    known = text if text.strip("0") else ""
    while known.endswith("00") and len(known) > 4:
        known = known[:-2]
    return f"{day:%Y%m%d}".startswith(known)
