"""The shapes that the rooms hand to each other. Data only: no I/O, no behaviour beyond reading itself.

Codes are text everywhere outside the register side (`"0001"`, `"05460800"`), years are text in tables
(`"2022"`), and a number never stands in the place of a status.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

Text = Mapping[str, str]
"""One text in every language: `{"nl": "...", "en": "..."}`."""


class InternationalsError(Exception):
    """A mistake that the user can mend. The message is a sentence; `exit_code` is documented in the CLI.

    Subclasses are the only exceptions that a room raises on purpose; they are shown without a traceback.
    """

    exit_code = 70


class ConfigError(InternationalsError):
    """`municipality.yml`, an edition or a command's argument is wrong."""

    exit_code = 3


class DataError(InternationalsError):
    """An input file is missing, unreadable, or has too many rejected rows."""

    exit_code = 4


class DisclosureError(InternationalsError):
    """The door refused: something would have been published that may not be."""

    exit_code = 5


class ClaimError(InternationalsError):
    """A page says something that the release does not show, or says it in one language only."""

    exit_code = 6


class SourceError(InternationalsError):
    """A source of open data is unavailable."""

    exit_code = 7


class DifferenceError(InternationalsError):
    """A release differs from figures that were published."""

    exit_code = 8


# --- the register side -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Persons:
    """Residents, one row per person per reference date, as an Ibis table (D1).

    Columns: `year` int16 (of the reference date), `at` int32 (the reference date, JJJJMMDD), `person`
    (pseudonym), `birth` int32 (JJJJMMDD, unknown parts 00), `sex` (M, V, O), `birth_country`,
    `parent1_country`, `parent2_country` int16 (0 unknown), `parent1_sex`, `parent2_sex` (M, V, O or
    empty), `nationalities` (sorted codes, one space between; empty is unknown), `neighbourhood` int32
    (0 unknown), `settled`, `address_since`, `settled_nl` int32 (as `birth`), `country_from` int16,
    `title` int16 (0 none), `title_end` int32 (0 none or unknown).
    """

    table: Any
    dates: tuple[date, ...]


@dataclass(frozen=True)
class Events:
    """Events of the own municipality, one row each, as an Ibis table (D7, D8, D9).

    Columns: `year` int16, `row` int64 (order within the file: events of one person on one day stand in
    the order in which they took effect), `person`, `date` int32 (complete), `kind` (as in the extract:
    vestiging, vertrek, ...), `counterpart_municipality`, `counterpart_country` int16 (0 unknown or none),
    `birth`, `sex`, `birth_country`, `nationalities`, `nationalities_after`, `neighbourhood` as in `Persons`.
    """

    table: Any
    years: tuple[int, ...]


@dataclass(frozen=True)
class ReadingPlan:
    """What the register room is asked to read: which files, as which municipality, how strictly.

    `municipality` and `former_codes` are four-digit register codes; `columns` maps our column names onto
    a supplier's; `leading_zeros` is `refuse` or `restore`; a file with a larger share of rejected rows
    than `max_rejected_share` stops the run; `key` makes the pseudonyms and is never stored; rejected rows
    are kept in `quarantine`.
    """

    extracts: Path
    municipality: str
    former_codes: tuple[str, ...]
    stand_dates: tuple[date, ...]
    event_years: tuple[int, ...]
    columns: Mapping[str, str]
    leading_zeros: str
    max_rejected_share: float
    key: bytes = field(repr=False)
    quarantine: Path


@dataclass(frozen=True)
class Finding:
    """One thing found in an input: where, by which rule, what stood there, and what to do about it."""

    file: str
    row: int | None
    column: str | None
    rule: str
    found: str
    expected: str
    action: str


@dataclass(frozen=True)
class FileReport:
    """What became of the rows of one file: read = used + excluded + rejected, always.

    `kind` is `stand` or `mutaties`; `excluded`, `rejected` and `warnings` count rows per rule.
    """

    file: str
    kind: str
    year: int
    read: int
    used: int
    excluded: Mapping[str, int]
    rejected: Mapping[str, int]
    warnings: Mapping[str, int]
    findings: tuple[Finding, ...] = ()
    ignored_columns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.read != self.used + sum(self.excluded.values()) + sum(self.rejected.values()):
            raise AssertionError(f"{self.file}: rows are unaccounted for: {self}")


@dataclass(frozen=True)
class Register:
    """Everything that the register room hands over."""

    persons: Persons
    events: Events
    files: tuple[FileReport, ...]


@dataclass(frozen=True)
class Frame:
    """What an edition is about: whose, of when, and what its source is called in every language."""

    edition: str
    municipality: str
    name: Text
    reference_date: date
    extracted: date | None
    stand_dates: tuple[date, ...]
    event_years: tuple[int, ...]


# --- tables and their cards --------------------------------------------------------------------------


@dataclass(frozen=True)
class Dimension:
    """A dimension of a table: its codes in their order of presentation, with a label in every language."""

    id: str
    label: Text
    codes: Mapping[str, Text]


@dataclass(frozen=True)
class Card:
    """What a table means: title, definition, unit, source, reference date and caveats, in every language."""

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


@dataclass(frozen=True)
class Counts:
    """One table before protection: exact counts of persons or events, never to leave the register side.

    `rows` holds one tuple per listed cell: the dimension codes in the order of the card, then the count.
    A cell that is not listed is zero.
    """

    card: Card
    rows: tuple[tuple[Any, ...], ...]


class Status(StrEnum):
    """What a cell is, apart from its number. Suppressed, zero, unknown and not available stay different."""

    NORMAL = "normal"
    SUPPRESSED = "suppressed"
    PROVISIONAL = "provisional"
    BREAK = "break"
    MISSING = "missing"  # the source has no number
    NOT_APPLICABLE = "not_applicable"  # a number would have no meaning (growth on a base under ten)
    NOT_YET = "not_yet"  # the period is not there yet


@dataclass(frozen=True)
class Cell:
    """A number or the reason why there is none; never both."""

    value: float | None
    status: Status = Status.NORMAL

    def __post_init__(self) -> None:
        has_number = self.status in (Status.NORMAL, Status.PROVISIONAL, Status.BREAK)
        if has_number != (self.value is not None):
            raise AssertionError(f"a cell is a number or a reason: {self.value!r} beside {self.status}")


@dataclass(frozen=True)
class ProtectedTable:
    """One table of a release: `cells` maps dimension codes, in the card's order, to a cell.

    A combination of known codes that is not listed is zero.
    """

    card: Card
    cells: Mapping[tuple[str, ...], Cell]

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
        return self.cells.get(tuple(key), Cell(0))


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


# --- the public side ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Series:
    """One line, or one set of bars: a label and a cell for every category of its chart."""

    id: str
    label: str
    cells: tuple[Cell, ...]
    emphasis: bool = False


@dataclass(frozen=True)
class Chart:
    """What is drawn, in one language: `kind` is lines, grouped_bars, ranked_bars, stacked_bars, or a map:
    bubble_map or choropleth.

    `categories` are the codes along the axis (years, nationalities) and `labels` what they are called.
    `decimals` and `unit` (persons, percent, ...) say how a cell is written. `alternative` is the one
    sentence that a screen reader hears first. `table_id` is the released table that it shows. A map has
    `areas`, whose codes are among the categories or not; `scale` is the number that its largest sign or
    darkest class stands for, so that maps can be compared.
    """

    id: str
    kind: str
    language: str
    title: str
    alternative: str
    category_label: str
    categories: tuple[str, ...]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    decimals: int
    source: str
    reference: str
    notes: tuple[str, ...]
    table_id: str
    areas: tuple[AreaOutline, ...] = ()
    scale: float | None = None


@dataclass(frozen=True)
class Figure:
    """A chart drawn: SVG for a wide and for a narrow slot, and the same numbers as rows of text."""

    chart: Chart
    wide: str
    narrow: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Page:
    """One page in one language, checked: every number in `headline` and `body` (HTML) is bound."""

    id: str
    number: int
    language: str
    slug: str
    title: str
    headline: str
    body: str
    charts: tuple[Chart, ...]
    source: str
    reference: str
    notes: tuple[str, ...]
    cited: frozenset[str]
    alternates: Mapping[str, str]  # language -> slug of the same page


def by_id(tables: Iterable[ProtectedTable]) -> dict[str, ProtectedTable]:
    """The tables under their stable public names."""
    return {table.card.id: table for table in tables}
