"""Regions: groups of municipalities that a monitor compares its own with (D18).

Region 071 is Leiden and the five municipalities around it. Another source may mean another area by "the
Leiden region" (the Expat Centre's is its own): regions are equal when their municipalities are.
"""

from __future__ import annotations

from functools import cache

from internationals.definitions.codes import rows
from internationals.shapes import Text


@cache
def regions() -> dict[str, tuple[str, ...]]:
    """The municipalities of each region, by four-digit code, in the order of their codes."""
    found: dict[str, list[str]] = {}
    for row in rows("regions.csv", "municipality,region,name"):
        found.setdefault(row["region"], []).append(row["municipality"])
    return {region: tuple(sorted(members)) for region, members in found.items()}


_NAMES = {"071": {"nl": "Regio 071", "en": "Region 071"}}


def names() -> dict[str, Text]:
    """What each region is called."""
    return {region: _NAMES[region] for region in regions()}


def region_of(municipality: str) -> str | None:
    """The region in which a municipality (four digits) lies, or None when it is in no list."""
    return next((region for region, members in regions().items() if municipality in members), None)
