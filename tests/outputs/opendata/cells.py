"""All cells of a table, asked of the release one by one: what every file has to say."""

from __future__ import annotations

import itertools

from internationals.shapes import Cell, ProtectedTable

SDMX = {
    "normal": "AF", "provisional": "PF", "break": "BF", "rounded": "EF",
    "suppressed": "QC", "missing": "OF", "not_applicable": "MF", "not_yet": "LF",
}  # fmt: skip
"""As ARCHITECTURE.md has them."""

Key = tuple[str, ...]


def cells(table: ProtectedTable) -> dict[Key, Cell]:
    """Every combination of codes with its cell, in the order of the codes."""
    dimensions = table.card.dimensions
    names = [dimension.id for dimension in dimensions]
    return {
        key: table.cell(**dict(zip(names, key, strict=True)))
        for key in itertools.product(*(dimension.codes for dimension in dimensions))
    }


def expected(table: ProtectedTable) -> dict[Key, tuple[float | None, str]]:
    """Every combination of codes with its number and its status in SDMX codes, as "AF"."""
    return {key: (cell.value, SDMX[cell.status.value]) for key, cell in cells(table).items()}


def words(table: ProtectedTable) -> list[tuple[float | None, str]]:
    """Number and status in our own words, in order."""
    return [(cell.value, cell.status.value) for cell in cells(table).values()]
