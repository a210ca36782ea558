"""What an expression of a page can be: a number, a line of numbers, names, a year or a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from internationals.shapes import Cell, Status, Text


@dataclass(frozen=True)
class Number:
    """One number, or why there is none. Units: persons, percent, points, items, years.

    `base` is the name of the value of which a share is a share.
    """

    cell: Cell
    unit: str = "persons"
    decimals: int = 0
    base: str = ""


@dataclass(frozen=True)
class Line:
    """Numbers along one dimension, in order: years along an axis, or nationalities from large to small.

    `title` is what the dimension is called, `labels` what its codes are called. `status` says why a
    line that should have codes has none (a top nine of which not one can be proven), and is normal otherwise.
    """

    dimension: str
    title: Text
    labels: Mapping[str, Text]
    cells: Mapping[str, Cell]
    unit: str = "persons"
    decimals: int = 0
    status: Status = Status.NORMAL


@dataclass(frozen=True)
class Bundle:
    """Several lines along the same dimension, each with its label."""

    labels: Mapping[str, Text]
    lines: Mapping[str, Line]


@dataclass(frozen=True)
class Names:
    """Labels of codes, in order. Empty with a normal status means that there are none."""

    labels: Mapping[str, Text]
    status: Status = Status.NORMAL


@dataclass(frozen=True)
class Year:
    """A year of a table; None when there is no such year, with the reason."""

    code: str | None
    status: Status = Status.NORMAL


@dataclass(frozen=True)
class Day:
    """A calendar date; None when there is none."""

    date: date | None
    status: Status = Status.NORMAL


@dataclass(frozen=True)
class FromTo:
    """From one number to a later one: "from 4,378 to 3,452"."""

    start: Number
    end: Number


@dataclass(frozen=True)
class Entry:
    """One entry of a generated list: a term, and what is said of it."""

    term: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Entries:
    """A generated list: sources, definitions, tables."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Contents:
    """The table of contents: the pages that are made, known when all of them are."""


Quantity = Number | Line | Bundle | Names | Year | Day | FromTo | Entries | Contents

GRAVEST = (Status.SUPPRESSED, Status.MISSING, Status.NOT_YET, Status.NOT_APPLICABLE)


def without_number(cells: Iterable[Cell]) -> Status | None:
    """Why not all of these cells have a number: the gravest reason, or None when they all have one."""
    reasons = {cell.status for cell in cells if cell.value is None}
    return next((status for status in GRAVEST if status in reasons), None)


@dataclass(frozen=True)
class Step:
    """From one year of a line to the next; not `known` over a gap, a break or a cell without a number.

    `slack` is how far apart the two must be for their order to be certain: what the source rounded off.
    """

    year: str
    before: float = field(default=0.0)
    after: float = field(default=0.0)
    known: bool = True
    reason: Status = Status.NORMAL
    slack: float = 0.0

    @property
    def risen(self) -> bool | None:
        """Whether the later year is above the earlier; None when it is not known, or not certain."""
        return _beyond(self.after - self.before, self.slack) if self.known else None

    @property
    def fallen(self) -> bool | None:
        """Whether the later year is below the earlier; None when it is not known, or not certain."""
        return _beyond(self.before - self.after, self.slack) if self.known else None


def _beyond(difference: float, slack: float) -> bool | None:
    if difference > slack:
        return True
    return False if difference <= -slack else None


def steps(line: Line) -> tuple[Step, ...]:
    """The steps of a line of years, one per year but the first.

    A step into a break says nothing about the world, and neither does one over years that are missing.
    """
    years = sorted(line.cells)
    found = []
    for earlier, later in pairwise(years):
        before, after = line.cells[earlier], line.cells[later]
        reason = without_number([before, after])
        if reason is None and (int(later) - int(earlier) != 1 or after.status is Status.BREAK):
            reason = Status.MISSING
        if reason is None and before.value is not None and after.value is not None:
            slack = before.margin + after.margin
            found.append(Step(later, before.value, after.value, slack=slack))
        else:
            found.append(Step(later, known=False, reason=reason or Status.MISSING))
    return tuple(found)


def numbers(line: Line) -> dict[str, float]:
    """The numbers that are there, by code, in the order of the line."""
    return {code: cell.value for code, cell in line.cells.items() if cell.value is not None}
