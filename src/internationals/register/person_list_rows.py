"""From rows to person lists.

A person list fills several rows: the first holds the newest version of every category, the rows below it
older versions and further nationalities, every category counting for itself. So one row can hold
unrelated versions side by side.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from internationals.register.person_list_layout import Layout, opened
from internationals.shapes import DataError, Finding

INCORRECT = "O"
"""Element 84.10: this version was wrong (onjuist) or against public order, and counts for nothing."""


class UnreadableListError(DataError):
    """A person list that cannot be read in full: the person is rejected, for the reason in `finding`."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.file}, row {finding.row}: {finding.rule}")
        self.finding = finding


@dataclass(frozen=True)
class Row:
    """One row of the file: its line number and its values, spaces around them removed."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Version:
    """What one row says of one category."""

    layout: Layout
    row: Row

    def __getitem__(self, element: str) -> str:
        """The value of an element of LO BRP; empty when the file has no column for it."""
        position = self.layout.positions.get(element)
        return "" if position is None else self.row.cells[position]


@dataclass(frozen=True)
class PersonList:
    """The rows of one person."""

    layout: Layout
    rows: tuple[Row, ...]

    @property
    def line(self) -> int:
        """The line of the file on which the list starts."""
        return self.rows[0].line


def person_lists(path: Path, layout: Layout) -> Iterator[PersonList]:
    """Every person list of the file, in its order.

    Raises DataError for a row above the first person list, and for a quotation mark that hides line ends.
    """
    collected: list[Row] = []
    for row in _rows(path, layout):
        if _starts(row, layout, collected):
            if collected:
                yield PersonList(layout, tuple(collected))
            collected = [row]
        elif collected:
            collected.append(row)
        else:
            raise DataError(
                f"{layout.file}, row {row.line}: this row belongs to no person; expected the first row of a "
                "person list below the header. Deliver the file in its original order, complete."
            )
    if collected:
        yield PersonList(layout, tuple(collected))


def _rows(path: Path, layout: Layout) -> Iterator[Row]:
    with opened(path, layout.encoding) as text:
        records = csv.reader(text, delimiter=layout.delimiter, strict=True)
        line = 0
        try:
            for cells in records:
                if records.line_num != line + 1:
                    raise csv.Error
                line = records.line_num
                if line > 1 and any(cells):
                    yield Row(line, tuple(cell.strip() for cell in cells))
        except csv.Error as problem:
            # The marks may have swallowed whole persons, so rejecting one of them would not account for all.
            raise DataError(
                f"{layout.file}, row {line + 1}: a quotation mark that is not closed on its own line, or "
                'stands undoubled inside a value; expected "" inside a quoted value. Correct that row.'
            ) from problem


def _starts(row: Row, layout: Layout, collected: list[Row]) -> bool:
    """Whether the row is the first of a person list.

    Labels say so; without them it is a row of category 01 with a number that is not the person's above. As
    numbers change, such a row is still an older version when it was announced and shares the birth date.
    """
    if layout.labelled:
        return bool(row.cells[0])
    number = _number(row, layout)
    if not number or not collected:
        return bool(number)
    first, above = collected[0], collected[-1]
    announced = _held(above, layout, "01.H") == "51"
    same_birth = _held(row, layout, "01.03.10") == _held(first, layout, "01.03.10")
    return number != _number(first, layout) and not (announced and same_birth)


def _number(row: Row, layout: Layout) -> str:
    return _held(row, layout, "01.01.10") or _held(row, layout, "01.01.20")


def _held(row: Row, layout: Layout, element: str) -> str:
    """The value of an element, also in a row that is too short to have it."""
    position = layout.positions.get(element, layout.width)
    return row.cells[position] if position < len(row.cells) else ""
