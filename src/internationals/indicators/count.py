"""Counting, the one thing that indicators ask of the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

Row = tuple[Any, ...]


def code(number: int) -> str:
    """A code of a register table, four digits."""
    return f"{number:04}"


def count_by(table: Any, *by: str) -> list[Row]:
    """How many rows there are for every combination of these columns: the values, then the count."""
    counted = table.group_by(*by).agg(count=table.count()).to_pyarrow()
    return list(zip(*(column.to_pylist() for column in counted.columns), strict=True))


def summed(rows: Iterable[Row]) -> list[Row]:
    """Rows with the same codes added up, the codes as text."""
    total: Counter[tuple[str, ...]] = Counter()
    for *codes, count in rows:
        total[tuple(str(code) for code in codes)] += count
    return [(*codes, count) for codes, count in total.items()]


def by_code(rows: Iterable[Row]) -> list[Row]:
    """Rows of year, register code and count, the codes as text."""
    return [(str(year), code(number), count) for year, number, count in rows]
