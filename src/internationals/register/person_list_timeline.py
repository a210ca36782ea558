"""What held when: the versions of a stack laid along the calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from internationals.register.person_list_dates import BEGINNING, is_incomplete, moment, unreadable
from internationals.register.person_list_rows import INCORRECT, Version
from internationals.shapes import Finding

T = TypeVar("T")

_ALWAYS_DATED = ("04", "08", "10")
"""Categories in which a row without a start is a row whose values have shifted."""

NOTES = {
    "incomplete_date": (
        "a date without its day or month",
        "a complete date",
        "an unknown month is read as 1 July and an unknown day as the 1st",
    ),
    "history_out_of_order": (
        "a later date than in the newer row above",
        "an earlier date",
        "the order of the rows is followed; correct the date in the source system",
    ),
    "unknown_suspension_date": (
        "a suspension from an unknown date",
        "a date",
        "the list counts as suspended at every reference date",
    ),
}
"""What was found, what was expected and what was done, for every rule that does not reject the person."""


@dataclass(frozen=True)
class Timeline(Generic[T]):
    """States with the day on which each began, oldest first; each holds until the next begins."""

    steps: tuple[tuple[date, T], ...]

    def before(self, day: date) -> T | None:
        """The state before any event of that day; None when nothing had begun."""
        return next((state for start, state in reversed(self.steps) if start < day), None)

    def through(self, day: date) -> T | None:
        """The state after the events of that day; None when nothing had begun."""
        return next((state for start, state in reversed(self.steps) if start <= day), None)

    @property
    def starts(self) -> tuple[date, ...]:
        """The days on which a state began."""
        return tuple(start for start, _ in self.steps)


def correct(stack: Sequence[Version], category: str) -> list[Version]:
    """The versions that are not marked as incorrect (84.10 is O), newest first."""
    return [version for version in stack if version[f"{category}.84.10"] != INCORRECT]


def dated(
    stack: Sequence[Version],
    category: str,
    findings: list[Finding],
    otherwise: Callable[[Version], date | None] = lambda _: None,
) -> list[tuple[date, Version]]:
    """The correct versions with the day from which each held, oldest first.

    The order of the file decides: a version that began no earlier than the one that replaced it never held.
    An older version dated after the newer one is wrongly dated; `otherwise` may know its start from
    another element. An unknown start is as far back as the record goes.
    """
    element = f"{category}.85.10"
    result: list[tuple[date, Version]] = []
    for version in correct(stack, category):
        if not version[element] and category in _ALWAYS_DATED:
            raise unreadable(version, element, "the date from which the row holds, 00000000 when unknown")
        start = moment(version, element) or BEGINNING
        if is_incomplete(version[element]):
            findings.append(note(version, element, "incomplete_date"))
        if result and start > result[-1][0]:
            start = otherwise(version) or start
            findings.append(note(version, element, "history_out_of_order"))
        if not result or start < result[-1][0]:
            result.append((start, version))
    return result[::-1]


def note(version: Version, element: str, rule: str) -> Finding:
    """A finding about something that was read with care, by one of the rules of `NOTES`."""
    found, expected, action = NOTES[rule]
    return Finding(version.layout.file, version.row.line, element, rule, found, expected, action)
