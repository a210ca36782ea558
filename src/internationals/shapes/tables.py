"""Tables and their cards, cells and their statuses, and the release: what passes the wall."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from internationals.shapes.words import Text


@dataclass(frozen=True)
class Dimension:
    """A dimension of a table: its codes in their order of presentation, with a label in every language."""

    id: str
    label: Text
    codes: Mapping[str, Text]


@dataclass(frozen=True)
class Card:
    """What a table means: title, definition, unit, source, reference date and caveats, in every language.

    `rounded_to` is the multiple that its source rounds to (5 for Decisio), 0 for exact numbers. `moment` says in
    a form that can be compared of when the newest figures are: 2022-01-01, 2021 or 2021/2022. `public` is true
    for a table whose producer has published it already. `subject` is what a reader looks for it under; the word
    for it is "subject.<subject>" in the texts.
    """

    id: str
    title: Text
    definition: Text
    unit: Text
    dimensions: tuple[Dimension, ...]
    source: Text
    reference: Text
    notes: tuple[Text, ...] = ()
    decimals: int = 0
    breaks: Mapping[str, Text] = field(default_factory=dict)
    rounded_to: int = 0
    moment: str = ""
    public: bool = False
    subject: str = ""


class Nature(StrEnum):
    """What the numbers of a table are to the door: how they have to be protected."""

    COUNTS = "counts"  # of persons or events, known to us alone: protected cell by cell
    PUBLIC = "public"  # published already by whoever made them: passed as they are
    SURVEY = "survey"  # of a sample: shares, none on a small base (D26)


@dataclass(frozen=True)
class Counts:
    """One table before protection: exact counts of persons or events, never to leave the register side.

    `rows` holds one tuple per listed cell: the dimension codes in the order of the card, then the count, or a
    `Cell` where the source says why it has none or calls it provisional. A cell that is not listed is zero.
    """

    card: Card
    rows: tuple[tuple[Any, ...], ...]
    nature: Nature = Nature.COUNTS


class Status(StrEnum):
    """What a cell is, apart from its number. Suppressed, zero, unknown and not available stay different."""

    NORMAL = "normal"
    SUPPRESSED = "suppressed"
    PROVISIONAL = "provisional"
    BREAK = "break"
    ROUNDED = "rounded"  # at random, so that nobody can be found: the true number is near it
    MISSING = "missing"  # the source has no number
    NOT_APPLICABLE = "not_applicable"  # a number would have no meaning (growth on a base under ten)
    NOT_YET = "not_yet"  # the period is not there yet


_WITH_NUMBER = (Status.NORMAL, Status.PROVISIONAL, Status.BREAK, Status.ROUNDED)


@dataclass(frozen=True)
class Cell:
    """A number or the reason why there is none; never both.

    `margin` is how far the true number may lie on either side, where the source has rounded it.
    """

    value: float | None
    status: Status = Status.NORMAL
    margin: float = 0

    def __post_init__(self) -> None:
        has_number = self.status in _WITH_NUMBER
        if has_number != (self.value is not None):
            raise AssertionError(f"a cell is a number or a reason: {self.value!r} beside {self.status}")


class Method(StrEnum):
    """How a table is protected."""

    NONE = "none"  # it is not: its nature asks for nothing
    EXACT = "exact"  # numbers are exact, or withheld
    ROUNDED = "rounded"  # numbers are rounded at random, those of few people and of many alike


@dataclass(frozen=True)
class Protection:
    """What the door has done to a table, as everybody may know.

    `base` is the base to which numbers are rounded at random: the true number is less than that from the one
    that is shown, and a cell that is not listed is a rounded zero. `hidden_at_most` says how large a number that
    is withheld can be; without bound when nothing is promised.
    """

    method: Method = Method.NONE
    base: int = 0
    hidden_at_most: float = math.inf


@dataclass(frozen=True)
class ProtectedTable:
    """One table of a release: `cells` maps dimension codes, in the card's order, to a cell.

    A combination of known codes that is not listed is zero.
    """

    card: Card
    cells: Mapping[tuple[str, ...], Cell]
    nature: Nature = Nature.COUNTS
    protection: Protection = Protection()

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years, oldest first, without those that are announced but not there yet.

        Raises ValueError for a table without years.
        """
        position = [dimension.id for dimension in self.card.dimensions].index("year")
        there: dict[str, bool] = {}
        for key, cell in self.cells.items():
            absent = cell.status in (Status.NOT_YET, Status.MISSING)
            there[key[position]] = there.get(key[position], False) or not absent
        codes = self.card.dimensions[position].codes
        return tuple(sorted(year for year in codes if there.get(year, True)))

    def cell(self, **codes: str) -> Cell:
        """The cell at these codes, one per dimension.

        Raises KeyError when a dimension is missing or a code is not on the card.
        """
        key = []
        for dimension in self.card.dimensions:
            code = codes.pop(dimension.id)
            if code not in dimension.codes:
                raise KeyError(f"{self.card.id} has no {dimension.id} {code!r}")
            key.append(code)
        if codes:
            raise KeyError(f"{self.card.id} has no dimension {', '.join(sorted(codes))}")
        return self._with_margin(self.cells.get(tuple(key), self.unlisted))

    @property
    def unlisted(self) -> Cell:
        """What a combination of known codes is that is not listed: zero, rounded where numbers are rounded."""
        return Cell(0, Status.ROUNDED) if self.protection.method is Method.ROUNDED else Cell(0)

    def _with_margin(self, found: Cell) -> Cell:
        """The cell with how far the true number may lie from it, by its source or by our protection."""
        if found.status is Status.ROUNDED:
            return replace(found, margin=self.protection.base - 1)
        if self.card.rounded_to and found.value is not None:
            return replace(found, margin=self.card.rounded_to / 2)
        return found


Ring = tuple[tuple[float, float], ...]
"""The corners of a closed ring, the first not repeated at the end."""


@dataclass(frozen=True)
class AreaOutline:
    """Where an area lies: rings in a plane, x to the east and y to the north, in units that are equally long.

    A point inside an odd number of rings is inside the area, so that holes and islands need no mark.
    """

    code: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class Geometry:
    """The areas of one level (neighbourhood, district, municipality) by their codes, and whose map it is."""

    level: str
    areas: tuple[AreaOutline, ...]
    source: Text = field(default_factory=dict)


@dataclass(frozen=True)
class Release:
    """A folder of protected tables, read back: the wall between the register side and the public side.

    `geometry` holds a map per level; it has no level of which nothing is known.
    """

    manifest: Mapping[str, Any]
    tables: Mapping[str, ProtectedTable]
    geometry: Mapping[str, Geometry] = field(default_factory=dict)


def by_id(tables: Iterable[ProtectedTable]) -> dict[str, ProtectedTable]:
    """The tables under their stable public names."""
    return {table.card.id: table for table in tables}
