"""Counting, the one thing that indicators ask of the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from internationals.shapes import Tally

Row = tuple[Any, ...]


def code(number: int) -> str:
    """A code of a register table, four digits."""
    return f"{number:04}"


def count_by(table: Any, *by: str) -> list[Row]:
    """How many rows there are for every combination of these columns: the values, then the count as a `Tally`.

    A person's pseudonym, a keyed hash of 64 bits, is the record key.
    """
    counted = table.group_by(*by).agg(count=table.count(), key=table.person.bit_xor()).to_pyarrow()
    *values, counts, keys = (column.to_pylist() for column in counted.columns)
    return list(zip(*values, map(Tally, counts, keys), strict=True))


def summed(rows: Iterable[Row]) -> list[Row]:
    """Rows with the same codes added up, the codes as text."""
    counts: Counter[tuple[str, ...]] = Counter()
    keys: dict[tuple[str, ...], int] = {}
    for *codes, count in rows:
        place = tuple(map(str, codes))
        counts[place] += int(count)  # numbers and keys apart: adding tallies here takes five times as long
        if isinstance(count, Tally):
            keys[place] = keys.get(place, 0) ^ count.key
    return [
        (*place, Tally(count, keys[place]) if place in keys else count) for place, count in counts.items()
    ]


def by_code(rows: Iterable[Row]) -> list[Row]:
    """Rows of year, register code and count, the codes as text."""
    return [(str(year), code(number), count) for year, number, count in rows]
