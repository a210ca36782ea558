"""A workbook before it is a file: sheets of lines and grids, the same for every format."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from internationals.shapes import Cell, Chart, HouseStyle


@dataclass(frozen=True)
class Link:
    """A text that leads to the top of another sheet."""

    text: str
    sheet: str


_BUTTON = 3
"""Characters that the button of a filter takes from its header."""

Value = str | Cell | Link | None
"""What a cell of a sheet holds. A `Cell` without a number is written as its sign, None leaves it empty."""


class Style(Enum):
    """How a line or a column of text looks."""

    TITLE = "title"
    HEADING = "heading"
    WARNING = "warning"
    TEXT = "text"
    WRAPPED = "wrapped"


@dataclass(frozen=True)
class Line:
    """A row of texts outside a grid; without any it is an empty row. A line may be for files without charts only."""

    values: tuple[Value, ...] = ()
    style: Style = Style.TEXT
    without_charts: bool = False


@dataclass(frozen=True)
class Grid:
    """A rectangle with a header: what becomes a table with filters, under a `name` that nothing else has.

    `description` is what a screen reader says of it. `wrapped` columns are broken into lines.
    """

    name: str
    header: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]
    description: str
    unit: str = ""
    decimals: int = 0
    wrapped: frozenset[int] = frozenset()

    @property
    def numbers(self) -> tuple[bool, ...]:
        """Which columns hold numbers."""
        return tuple(not isinstance(value, str | Link) for value in self.rows[0])

    @property
    def remarks(self) -> bool:
        """Whether the last column is a text beside numbers, which needs some room between."""
        return self.numbers[-2:] == (True, False)


@dataclass(frozen=True)
class Drawing:
    """Where a chart stands that is fed by the grid before it."""

    chart: Chart


@dataclass(frozen=True)
class Sheet:
    """One sheet from top to bottom. `widths` are in characters, a column each.

    The first `frozen_rows` and `frozen_columns` stay in sight, and the last of these rows is repeated in print. With
    `figures` every heading begins a printed page.
    """

    name: str
    title: str
    parts: tuple[Line | Grid | Drawing, ...]
    widths: tuple[int, ...]
    frozen_rows: int = 0
    frozen_columns: int = 0
    figures: bool = False


@dataclass(frozen=True)
class Workbook:
    """All sheets, and what the file says of itself. `made` is the reference date: never the clock. `label` says on
    every printed page that the numbers are invented, where they are."""

    language: str
    locale: str
    title: str
    subject: str
    author: str
    description: str
    label: str
    made: date
    sheets: tuple[Sheet, ...]
    style: HouseStyle = field(default_factory=HouseStyle)


def lines_of(grid: Grid, row: Sequence[Value], widths: Sequence[int]) -> int:
    """How many lines high a row is: its longest text that is broken into lines, rather a line too many."""
    texts = ((row[at], widths[at]) for at in grid.wrapped)
    return max((-(-len(text) // width) for text, width in texts if isinstance(text, str)), default=1)


def header_lines(grid: Grid, widths: Sequence[int]) -> int:
    """How many lines high the header is, beside the buttons of the filters."""
    pairs = zip(grid.header, widths, strict=False)
    return max(len(textwrap.wrap(name, max(1, width - _BUTTON))) for name, width in pairs)
