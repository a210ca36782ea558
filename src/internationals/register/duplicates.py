"""The same person, or the same event, twice.

Equal rows count once and the others are rejected; a person with different rows in a stand is rejected
whole, because nobody here can tell which row is right. Rows that are excluded anyway take no part.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from internationals.register.assemble import Assembly
from internationals.register.columns import Column


def mark(rows: Assembly, columns: tuple[Column, ...], exclusions: int) -> None:
    """Give the rows that are duplicates their reason."""
    by_person = any(rule.name == "duplicate_different" for rule in rows.reasons)
    judged = rows.used | (rows.reason > exclusions)
    key = rows.raw.columns["persoon"].codes.astype(np.int64)
    if not by_person:
        key = key * 100_000_000 + rows.columns["date"].to_numpy()
    groups: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for row in _repeated(key, judged):
        values = _values(rows, columns, row)
        if values[0]:
            groups[values[0]].append((row, values))
    equal, different = np.zeros(len(rows.raw), dtype=bool), np.zeros(len(rows.raw), dtype=bool)
    for group in groups.values():
        if by_person and len({values for _, values in group}) > 1:
            different[[row for row, _ in group]] = True
            continue
        seen: set[tuple[str, ...]] = set()
        for row, values in group:
            equal[row] = values in seen
            seen.add(values)
    for name, found in (("duplicate_equal", equal), ("duplicate_different", different)):
        rows.note(name, found & rows.used)


def _repeated(key: NDArray[np.int64], judged: NDArray[np.bool_]) -> list[int]:
    """The judged rows whose key occurs more than once among them, in order."""
    places = np.flatnonzero(judged)
    order = np.argsort(key[places], kind="stable")
    ordered = key[places][order]
    same = ordered[1:] == ordered[:-1]
    if not same.any():
        return []
    twice = np.zeros(len(ordered), dtype=bool)
    twice[1:] |= same
    twice[:-1] |= same
    found: list[int] = sorted(places[order[twice]].tolist())
    return found


def _values(rows: Assembly, columns: tuple[Column, ...], row: int) -> tuple[str, ...]:
    """A row's values; nationalities without their order, which means nothing."""
    found = []
    for column in columns:
        value = rows.raw.columns[column.name].at(row)
        found.append(" ".join(sorted(value.split())) if column.holds == "nationalities" else value)
    return tuple(found)
