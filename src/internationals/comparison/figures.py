"""Figures that differ: cells revised since, and the last year against the last year before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from internationals.comparison.results import CellChange, TableChange
from internationals.shapes import Cell, ProtectedTable, Release, Status

Key = tuple[str, ...]
Pair = tuple[Key, Key]

_BY_FILE = {"accounting"}
"""Tables of which a code names a year as well: one year's codes say nothing in another."""


def table_changes(before: Release, after: Release) -> tuple[TableChange, ...]:
    """The tables that both releases have and of which something differs, those with the largest change first."""
    both = sorted(set(before.tables) & set(after.tables))
    changed = (_table_change(before.tables[name], after.tables[name]) for name in both)
    found = [change for change in changed if change is not None]
    return tuple(sorted(found, key=lambda change: (-_largest(change), change.table)))


def _table_change(before: ProtectedTable, after: ProtectedTable) -> TableChange | None:
    names = [[dimension.id for dimension in table.card.dimensions] for table in (before, after)]
    if names[0] != names[1] or "year" not in names[0]:
        # Tables of another make cannot be held cell against cell; their cards say what changed.
        return None
    at = names[0].index("year")
    years = [_years(table, at) for table in (before, after)]
    if not years[0] or not years[1]:
        return None
    last = years[0][-1], years[1][-1]
    known = [_known_codes(table) for table in (before, after)]
    everywhere = set(before.cells) | set(after.cells)
    same = ((key, key) for key in everywhere)
    revised = _changes(before, after, (pair for pair in same if _in_both(pair, known)))
    rest = {_with_year(key, at, "") for key in everywhere if key[at] in last}
    later = ((_with_year(key, at, last[0]), _with_year(key, at, last[1])) for key in rest)
    comparable = last[0] != last[1] and before.card.id not in _BY_FILE
    moved = _changes(before, after, (pair for pair in later if comparable and _in_both(pair, known)))
    gone, added = (tuple(sorted(set(one) - set(other))) for one, other in (years, years[::-1]))
    if not (revised or moved or gone or added):
        return None
    return TableChange(before.card.id, gone, added, last, revised, moved)


def _changes(before: ProtectedTable, after: ProtectedTable, pairs: Iterable[Pair]) -> tuple[CellChange, ...]:
    names = [dimension.id for dimension in before.card.dimensions]
    found = []
    for old, new in pairs:
        was, became = before.cells.get(old, Cell(0)), after.cells.get(new, Cell(0))
        if was != became:
            size = abs((became.value or 0) - (was.value or 0))
            found.append(
                CellChange(
                    _named(names, old),
                    _named(names, new),
                    _said(was),
                    _said(became),
                    size,
                    _label(after, new),
                )
            )
    return tuple(sorted(found, key=lambda change: (-change.size, *change.after.values())))


def _named(names: Iterable[str], key: Key) -> Mapping[str, str]:
    return dict(zip(names, key, strict=True))


def _label(table: ProtectedTable, key: Key) -> str:
    """What the codes are called in English, the year apart."""
    named = zip(table.card.dimensions, key, strict=True)
    return ", ".join(d.codes[code].get("en", code) for d, code in named if d.id != "year")


def _largest(change: TableChange) -> float:
    return max((cell.size for cell in (*change.revised, *change.moved)), default=0)


def _said(cell: Cell) -> str:
    if cell.value is None:
        return cell.status.value
    number = f"{cell.value:,.0f}" if cell.value == int(cell.value) else f"{cell.value:,}"
    return number if cell.status is Status.NORMAL else f"{number} ({cell.status.value})"


def _in_both(pair: Pair, known: list[list[set[str]]]) -> bool:
    """A code that only one release knows is no zero in the other."""
    return all(
        all(code in codes for code, codes in zip(key, lists, strict=True))
        for key, lists in zip(pair, known, strict=True)
    )


def _known_codes(table: ProtectedTable) -> list[set[str]]:
    return [set(dimension.codes) for dimension in table.card.dimensions]


def _years(table: ProtectedTable, at: int) -> list[str]:
    return sorted(table.card.dimensions[at].codes)


def _with_year(key: Key, at: int, year: str) -> Key:
    return (*key[:at], year, *key[at + 1 :])
