"""What a number is a share of: for a table and a dimension, where the number for everything along it stands.

Most tables have no total of their own, and parts that are withheld or rounded cannot be added up. Another table has
the total, counted and protected by itself. Which one is a matter of meaning, so it is said here and not guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from internationals.shapes import Card, Dimension

TOTALS = ("total", "all", "0-17")
"""Codes of a dimension that stand for everything along it."""

_ALL = {"group": "total"}
_BASES: Mapping[str, Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "residents_age": {"age": ("residents_group", {})},
    "residents_sex": {"sex": ("residents_group", {})},
    "residents_district": {"district": ("residents_group", {})},
    "residents_neighbourhood": {"neighbourhood": ("residents_group", {})},
    "residents_nationality": {"nationality": ("residents_group", _ALL)},
    "residents_origin": {"origin": ("residents_group", _ALL)},
    "residents_nationality_age": {
        "nationality": ("residents_age", _ALL),
        "age": ("residents_nationality", {}),
    },
    "residents_nationality_sex": {
        "nationality": ("residents_sex", _ALL),
        "sex": ("residents_nationality", {}),
    },
    "residents_nationality_district": {
        "nationality": ("residents_district", _ALL),
        "district": ("residents_nationality", {}),
    },
    "residents_nationality_neighbourhood": {
        "nationality": ("residents_neighbourhood", _ALL),
        "neighbourhood": ("residents_nationality", {}),
    },
    "arrivals_age": {"age": ("arrivals", {})},
    "arrivals_country": {"country": ("arrivals", {})},
    "arrivals_counterpart": {"counterpart": ("arrivals", {})},
    "arrivals_nationality": {"nationality": ("arrivals", {})},
    "departures_age": {"age": ("departures", {})},
    "departures_counterpart": {"counterpart": ("departures", {})},
    "departures_nationality": {"nationality": ("departures", {})},
    "repats_age": {"age": ("repats", {})},
    "duration_address_age": {"age": ("duration_address", {})},
    "duration_address_nationality": {"nationality": ("duration_address", {})},
    "duration_settled_age": {"age": ("duration_settled", {})},
    "duration_settled_nationality": {"nationality": ("duration_settled", {})},
    "children_nationality": {"nationality": ("children", {})},
    "children_neighbourhood": {"neighbourhood": ("children", {})},
    "status_holders_district": {"district": ("status_holders", {})},
    "status_holders_nationality": {"nationality": ("status_holders", {})},
    "status_holders_sex": {"sex": ("status_holders", {})},
}


def total_of(dimension: Dimension) -> str | None:
    """The code of a dimension that stands for everything along it, if it has one."""
    return next((code for code in TOTALS if code in dimension.codes), None)


def base_of(card: Card, dimension: Dimension, cards: Mapping[str, Card]) -> dict[str, Any] | None:
    """The table that has the totals along a dimension, and the codes to take there; None when there is none.

    The table has to be in the release, with all other dimensions of this one and those codes, in the same unit.
    """
    name, codes = _BASES.get(card.id, {}).get(dimension.id, ("", {}))
    base = cards.get(name)
    if base is None or base.unit != card.unit:
        return None
    rest = {each.id for each in card.dimensions} - {dimension.id}
    theirs = {each.id: each for each in base.dimensions}
    if set(theirs) != rest | set(codes):
        return None
    if any(code not in theirs[where].codes for where, code in codes.items()):
        return None
    return {"table": name, "codes": dict(codes)}
