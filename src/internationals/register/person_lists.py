"""The second reader: person lists in LO BRP elements, unrolled into the extract rows of the first reader.

A person list tells a whole life: stacks of nationalities, addresses and titles with their history. From it
come the stand of any reference date (the state before any event of that day) and the events between.
Nothing is judged here that the first reader judges: it excludes, validates, replaces the person's number
and accounts for every row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from internationals.register.columns import EVENTS, STAND
from internationals.register.person_list_events import events
from internationals.register.person_list_layout import headed_by_elements, read_layout
from internationals.register.person_list_person import read_person
from internationals.register.person_list_rows import UnreadableListError, person_lists
from internationals.register.person_list_sheets import Row, Sheet, event_row, stand_row
from internationals.shapes import ConfigError, Finding

_STAND = (*(column.name for column in STAND if column.name != "peildatum"), "rij")
_EVENTS = (*(column.name for column in EVENTS if column.name != "jaar"), "rij")


@dataclass(frozen=True)
class Unrolled:
    """Person lists as extract rows. Every column is text; `rij` is the line on which the list starts.

    `persons_read` = `delivered` + the rejected (by rule); `absent` counts per reference date the delivered
    persons who were not yet born or not yet registered anywhere: the others each have a row in its stand.
    `stands` and `events` have the columns of the design's part 4 and `rij`.
    """

    persons_read: int
    stands: Mapping[date, pa.Table]
    events: Mapping[int, pa.Table]
    findings: tuple[Finding, ...]
    rejected: Mapping[str, int]
    absent: Mapping[date, int]

    @property
    def delivered(self) -> int:
        """The persons that could be read in full."""
        return self.persons_read - sum(self.rejected.values())


def looks_like(path: Path) -> bool:
    """Whether the file is one of person lists: its header names LO BRP elements of person and residence."""
    return headed_by_elements(path)


def unroll(
    path: Path,
    *,
    municipality: str,
    former_codes: tuple[str, ...],
    dates: tuple[date, ...],
    years: tuple[int, ...],
    areas: Mapping[str, str] | None = None,
) -> Unrolled:
    """The stands of these reference dates and the events of these years of the own municipality.

    `former_codes` are those of municipalities merged into it. `areas` maps the BAG identification of a
    dwelling (08.11.80) onto its neighbourhood of eight digits; without it every neighbourhood is empty.
    A person whose list cannot be read in full is left out, counted in `rejected` and named by line in
    `findings`. Raises DataError when the file as a whole cannot be read, ConfigError for a municipality
    that is no code of four digits.
    """
    own = (municipality, *former_codes)
    if wrong := [code for code in own if len(code) != 4 or not code.isdecimal()]:
        raise ConfigError(f"'{wrong[0]}' is no municipality code; expected four digits, such as 0546.")
    layout = read_layout(path)
    stands = {at: Sheet(_STAND) for at in dates}
    mutations: dict[int, list[tuple[date, Row]]] = {year: [] for year in years}
    absent = dict.fromkeys(dates, 0)
    findings: list[Finding] = []
    rejected: Counter[str] = Counter()
    read = 0
    for one in person_lists(path, layout):
        read += 1
        notes: list[Finding] = []
        try:
            person = read_person(one, notes)
        except UnreadableListError as problem:
            findings.append(problem.finding)
            rejected[problem.finding.rule] += 1
            continue
        findings += notes
        for at, sheet in stands.items():
            if row := stand_row(person, at, areas or {}):
                sheet.add(row)
            else:
                absent[at] += 1
        for event in events(person, own, years):
            mutations[event.day.year].append((event.day, event_row(person, event, areas or {})))
    return Unrolled(
        persons_read=read,
        stands={at: sheet.table() for at, sheet in stands.items()},
        events={year: _in_order(rows) for year, rows in mutations.items()},
        findings=tuple(findings),
        rejected=dict(rejected),
        absent=absent,
    )


def _in_order(rows: list[tuple[date, Row]]) -> pa.Table:
    """Sorting is stable, so events of one person on one day keep the order in which they took effect."""
    sheet = Sheet(_EVENTS)
    for _, row in sorted(rows, key=lambda pair: pair[0]):
        sheet.add(row)
    return sheet.table()
