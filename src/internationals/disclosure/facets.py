"""How the codes of what people are counted by fit into each other: which code is a part of which.

A facet is a dimension by the name of the policy. Its codes are a tree under everything (""), and every person has
one code of each level: a neighbourhood lies in a district, a nationality other than the Dutch is international.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from internationals.definitions import background, geography, nationality
from internationals.definitions.children import ALL_CHILDREN, CHILD_GROUPS

ALL = ""
"""Everything: what all codes of a facet add up to."""

OTHERS = "others"
"""The code of whoever has none of the codes of a facet that any table has."""

REST = "the rest "
"""Before the number of a set of codes that no table has, which are taken together."""

INTERNATIONAL = "international"
WITH_BACKGROUND = "background"
_REGIONS = ("netherlands", "europe", "outside_europe", "unknown")

FIRST = {
    "nationality": (nationality.DUTCH, INTERNATIONAL),
    "origin": (background.NETHERLANDS, WITH_BACKGROUND),
}
"""The codes into which everything falls, whether or not a table has them all."""


def _nationality(code: str) -> str:
    return ALL if code in (nationality.DUTCH, INTERNATIONAL) else INTERNATIONAL


def _age(code: str) -> str:
    return ALL_CHILDREN if code in CHILD_GROUPS else ALL


def _area(code: str) -> str:
    neighbourhood = len(code) == 8 and code.isdigit()
    return geography.district_of(code) if neighbourhood else ALL


def _origin(code: str) -> str:
    return ALL if code in (background.NETHERLANDS, WITH_BACKGROUND) else WITH_BACKGROUND


def _origin2022(code: str) -> str:
    return ALL if code in _REGIONS else background.origin_region(code)


_PARENTS: dict[str, Callable[[str], str]] = {
    "nationality": _nationality,
    "age": _age,
    "area": _area,
    "origin": _origin,
    "origin2022": _origin2022,
}


@cache
def parent(facet: str, code: str) -> str:
    """The code of which this one is a part; ALL when there is none between it and everything.

    Codes that stand for others (OTHERS, REST) can lie under any: all that is sure of them is everything.
    """
    found = _PARENTS.get(facet)
    return found(code) if found and code != OTHERS and not code.startswith(REST) else ALL
