"""The shape of a table on a sheet, the same in every language: what stands in rows, and what side by side.

The years stand side by side where anything else can be in rows. A table by year alone, without years, or with hardly
a year per row has one number per row. A combination that is not listed is zero and gets its zero in a row that has
other numbers; rows of nothing else are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import prod

from internationals.outputs.office.shorthand import occurring
from internationals.shapes import Cell, Dimension, ProtectedTable, Status

YEAR = "year"
PER_ROW = 1.5
"""Listed cells per row below which years side by side would be a sheet of zeros."""
FEW_YEARS = 2

Key = tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """The dimensions in rows, the codes of years that stand side by side (none: one number per row), and the rows
    in the order of the card: their codes and their cells."""

    dimensions: tuple[Dimension, ...]
    years: tuple[str, ...]
    rows: tuple[tuple[Key, tuple[Cell, ...]], ...]

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses with a sign that a reader meets in these rows."""
        return occurring(cell for _, cells in self.rows for cell in cells)

    @property
    def leaves_out(self) -> bool:
        """Whether there are combinations of nothing but zeros, which have no row."""
        return len(self.rows) < prod(len(dimension.codes) for dimension in self.dimensions)


def layout(table: ProtectedTable) -> Layout:
    """How a table is laid out."""
    dimensions = table.card.dimensions
    at = next((at for at, dimension in enumerate(dimensions) if dimension.id == YEAR), None)
    if at is not None and len(dimensions) > 1:
        others = (*dimensions[:at], *dimensions[at + 1 :])
        keys = _in_order({(*key[:at], *key[at + 1 :]) for key in table.cells}, others)
        years = tuple(dimensions[at].codes)
        if len(years) <= FEW_YEARS or len(table.cells) >= PER_ROW * len(keys):
            zero, cells = _zero(table), table.cells
            rows = tuple(
                (key, tuple(cells.get((*key[:at], year, *key[at:]), zero) for year in years)) for key in keys
            )
            return Layout(others, years, rows)
    return Layout(
        dimensions, (), tuple((key, (table.cells[key],)) for key in _in_order(table.cells, dimensions))
    )


def _in_order(keys: Iterable[Key], dimensions: tuple[Dimension, ...]) -> list[Key]:
    """Keys in the order in which the card lists its codes."""
    places = [{code: at for at, code in enumerate(dimension.codes)} for dimension in dimensions]
    return sorted(keys, key=lambda key: [place[code] for place, code in zip(places, key, strict=True)])


def _zero(table: ProtectedTable) -> Cell:
    """What a combination is that is not listed: zero, or a rounded zero."""
    codes = {dimension.id: next(iter(dimension.codes), None) for dimension in table.card.dimensions}
    known = {name: code for name, code in codes.items() if code is not None}
    if len(known) < len(codes):
        return table.unlisted  # a dimension without codes: there is no combination
    return ProtectedTable(table.card, {}, table.nature, table.protection).cell(**known)
