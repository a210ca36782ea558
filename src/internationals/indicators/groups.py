"""The groups in which a resident is counted; they overlap (D2, D5, D6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from internationals.indicators.count import Row, count_by

MAIN_GROUPS = frozenset({"total", "dutch", "international", "migration_background"})
"""The groups that are also counted by age, sex and area."""


def groups_of(international: bool, background: bool) -> Iterator[str]:
    """The groups that a resident belongs to."""
    yield "total"
    yield "international" if international else "dutch"
    if background:
        yield "migration_background"
        if not international:
            yield "dutch_with_background"
    elif international:
        yield "international_without_background"


def by_main_group(people: Any, column: str, coded: Callable[[Any], str]) -> Iterator[Row]:
    """Rows of year, main group, the code of the column's value, and how many residents."""
    for year, international, background, value, count in count_by(
        people, "year", "international", "background", column
    ):
        for group in groups_of(international, background):
            if group in MAIN_GROUPS:
                yield year, group, coded(value), count
