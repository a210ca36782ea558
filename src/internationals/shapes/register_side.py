"""What goes about on the register side, where persons may be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from internationals.shapes.words import Text


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
    """What an edition is about: whose, of when, and what its source is called in every language.

    `region` is the id of the region of comparison, with its name and the four-digit codes of its members; empty
    where there is none. `institution` is the BRIN of the institution whose students are counted by country, and
    `student_definition` who is an international student (D20): nuffic, cbs or nationality.
    """

    edition: str
    municipality: str
    name: Text
    reference_date: date
    extracted: date | None
    stand_dates: tuple[date, ...]
    event_years: tuple[int, ...]
    region: str = ""
    region_name: Text = field(default_factory=dict)
    region_members: tuple[str, ...] = ()
    institution: str | None = None
    student_definition: str = "nuffic"
