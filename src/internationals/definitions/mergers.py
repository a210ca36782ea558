"""Municipal mergers: which municipalities there were on a day, and what became of those that are no more.

From the successors in `codes/municipalities.csv`, which is kept up to 1 January 2025. A municipality whose land
was shared out over several others (`codes/divided_municipalities.csv`, since 2012) has a successor there too, the
one with most of it; it can be followed, but never added up. Dates are half-open: a municipality that ends on a day
is not there on that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from internationals.definitions.codes import municipalities, rows

_NONE = ("0000", "1999")
"""Codes on the list that are no municipality: unknown, and the non-residents."""


def existed(code: str, at: date) -> bool:
    """Whether there was a municipality with this code on a day. A code that is on no list never was one."""
    entry = municipalities().get(code)
    if entry is None or code in _NONE:
        return False
    return (entry.valid_from is None or entry.valid_from <= at) and (
        entry.valid_to is None or at < entry.valid_to
    )


def successor(code: str, at: date) -> str | None:
    """The municipality that this one has become by a day: itself while it exists.

    None for a municipality that had not begun, that left no successor, or that is on no list.
    """
    seen: set[str] = set()
    while code not in seen:
        if existed(code, at):
            return code
        seen.add(code)
        entry = municipalities().get(code)
        if entry is None or not entry.successor or (entry.valid_from is not None and entry.valid_from > at):
            return None
        code = entry.successor
    return None


@cache
def merged_between(first: date, last: date) -> Mapping[str, tuple[str, ...]]:
    """The municipalities of the last day that were others on the first day, with the codes of all of those.

    A municipality that took in others and kept its code is among its own old codes. One that got only part of
    another is left out, because it is no sum of what was there before.
    """
    parts: dict[str, list[str]] = {}
    for code in municipalities():
        now = successor(code, last) if existed(code, first) else None
        if now is not None:
            parts.setdefault(now, []).append(code)
    shared = {
        successor(part, last)
        for code, into in divided().items()
        if existed(code, first) and not existed(code, last)
        for part in into
    }
    return {
        now: tuple(sorted(old)) for now, old in sorted(parts.items()) if old != [now] and now not in shared
    }


@cache
def divided() -> Mapping[str, tuple[str, ...]]:
    """Municipalities that were shared out over several others since 2012, with the codes of those."""
    return {
        row["code"]: tuple(row["into"].split()) for row in rows("divided_municipalities.csv", "code,into")
    }
