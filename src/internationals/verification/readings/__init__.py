"""What a published row counts, by the source that counts it.

A module per source, discovered: `SOURCE` is its name in the file of published figures, and `ways` gives the
readings of a row, the definition first and its variants after it. Each way is one or more selections of which the
row says the same. A reader raises NotComputableError for what its source does not have.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module

from internationals.verification.mapping import mapping
from internationals.verification.problems import NotAStatisticError, NotComputableError
from internationals.verification.published import Published
from internationals.verification.selections import Selection, selections

Ways = tuple[tuple[Selection, ...], ...]
Reader = Callable[[Published, str], Ways]


def ways(row: Published, municipality: str) -> Ways:
    """The ways to read a row; `municipality` is the four-digit code of the release.

    Raises NotAStatisticError for what no source counts, and NotComputableError.
    """
    known = mapping()
    if row.measure == "reference_date":
        return ((Selection("residents"),),)
    if row.measure == "claim" and "group" in row.breakdown:
        return (tuple(_of_group(row, group, municipality) for group in row.breakdown["group"].split(",")),)
    source = row.source
    if source in known.other_sources:
        names = (row.subject, row.breakdown.get("event", ""))
        counted = [known.counted_by[name] for name in names if name in known.counted_by]
        if not counted:
            raise NotAStatisticError(known.other_sources[source])
        source = counted[0]
    if source in known.register:
        return selections(row, municipality)
    if source not in readers():
        raise NotComputableError(f"Another source: {source} is a source that the release does not have.")
    return readers()[source](row, municipality)


@cache
def readers() -> dict[str, Reader]:
    """Every reader by the name of its source."""
    modules = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return {source: module.ways for module in modules for source in module.SOURCES}


def _of_group(row: Published, group: str, municipality: str) -> Selection:
    known = mapping()
    source = known.named_groups.get(group)
    if source is None:
        raise NotComputableError(f"The release does not count {group.replace('_', ' ')}.")
    if source in known.register:
        return Selection(known.register_groups[group])
    return readers()[source](row.about(group), municipality)[0][0]
