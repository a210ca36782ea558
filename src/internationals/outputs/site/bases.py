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

SUM = "sum"
"""In the place of a table: the parts are all there is, and where all of them are known they are added up."""

_EVERYTHING = "_total"
"""As a code: the total of the other table along that dimension, which that table has from elsewhere in turn."""
_OWN = "own"
"""As a code: the municipality that the edition is about."""

_Base = tuple[str, Mapping[str, str]]
_ALL = {"group": "total"}
_INTERNATIONAL = {"group": "international"}
_BACKGROUND = {"group": "migration_background"}
BASES: Mapping[str, Mapping[str, _Base]] = {
    "residents_age": {"age": ("residents_group", {})},
    "residents_sex": {"sex": ("residents_group", {})},
    "residents_district": {"district": ("residents_group", {})},
    "residents_neighbourhood": {"neighbourhood": ("residents_group", {})},
    "residents_nationality": {"nationality": ("residents_group", _ALL)},
    "residents_origin": {"origin": ("residents_group", _ALL)},
    "residents_origin2022": {"origin": (SUM, {}), "born": (SUM, {})},
    "residents_origin2022_country": {
        "origin": ("residents_origin2022", {"origin": _EVERYTHING}),
        "born": (SUM, {}),
    },
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
    "arrivals_country": {"country": ("arrivals_counterpart", {"counterpart": "abroad"})},
    "arrivals_counterpart": {"counterpart": ("arrivals", {})},
    "arrivals_nationality": {"nationality": ("arrivals", {})},
    "departures_age": {"age": ("departures", {})},
    "departures_counterpart": {"counterpart": ("departures", {})},
    "departures_nationality": {"nationality": ("departures", {})},
    "repats_age": {"age": ("repats", {})},
    "duration_address": {"duration": ("residents_group", _INTERNATIONAL)},
    "duration_address_age": {
        "age": ("duration_address", {}),
        "duration": ("residents_age", _INTERNATIONAL),
    },
    "duration_address_nationality": {
        "nationality": ("duration_address", {}),
        "duration": ("residents_nationality", {}),
    },
    "duration_settled": {"duration": ("residents_group", _INTERNATIONAL)},
    "duration_settled_age": {
        "age": ("duration_settled", {}),
        "duration": ("residents_age", _INTERNATIONAL),
    },
    "duration_settled_nationality": {
        "nationality": ("duration_settled", {}),
        "duration": ("residents_nationality", {}),
    },
    "children_nationality": {"nationality": ("children", {})},
    "children_neighbourhood": {"neighbourhood": ("children", {})},
    "status_holders_district": {"district": ("status_holders", {})},
    "status_holders_nationality": {"nationality": ("status_holders", {})},
    "status_holders_sex": {"sex": ("status_holders", {})},
    "country_nationality": {"nationality": ("country_group", _INTERNATIONAL)},
    "country_origin": {"origin": ("country_group", _BACKGROUND)},
    "municipalities_group": {"municipality": ("country_group", {})},
    "municipalities_nationality": {
        "nationality": ("municipalities_group", _INTERNATIONAL),
        "municipality": ("country_nationality", {}),
    },
    "municipalities_origin": {
        "origin": ("municipalities_group", _BACKGROUND),
        "municipality": ("country_origin", {}),
    },
    "expat_registrations_municipality": {"residence": ("expat_registrations", {})},
    "expat_employers_top": {"employer": ("expat_registrations", {})},
    "students_applied_sciences": {"institution": ("students_sector", {"sector": "hbo"})},
    "students_universities": {"institution": ("students_sector", {"sector": "wo"})},
    "students_sector": {"sector": (SUM, {})},
    "students_region": {"region": (SUM, {})},
    "students_country": {"country": (SUM, {})},
    "workers_sector": {"sector": ("workers", {"area": _OWN})},
    "workers_residence": {"residence": ("workers", {"area": _OWN, "perspective": "works_in"})},
}


_WITHOUT: Mapping[str, Mapping[str, str]] = {
    "duration_address_nationality": {"nationality": "0001"},
    "duration_settled_nationality": {"nationality": "0001"},
}
"""Codes that a table lists and does not speak of, while the table with its totals does: of these nothing is a share."""


def total_of(dimension: Dimension) -> str | None:
    """The code of a dimension that stands for everything along it, if it has one."""
    return next((code for code in TOTALS if code in dimension.codes), None)


def base_of(
    card: Card, dimension: Dimension, cards: Mapping[str, Card], own: str
) -> dict[str, Any] | str | None:
    """The table that has the totals along a dimension, and the codes to take there; SUM where they are added up; None
    when there is none. `own` is the code of the municipality that the edition is about.

    The table has to be in the release, with all other dimensions of this one and those codes, in the same unit.
    """
    name, wanted = BASES.get(card.id, {}).get(dimension.id, ("", {}))
    if name == SUM:
        return SUM
    base = cards.get(name)
    if base is None or base.unit != card.unit:
        return None
    codes = {where: own if code == _OWN else code for where, code in wanted.items()}
    rest = {each.id for each in card.dimensions} - {dimension.id}
    theirs = {each.id: each for each in base.dimensions}
    if set(theirs) != rest | set(codes):
        return None
    for where, code in codes.items():
        there = (
            base_of(base, theirs[where], cards, own) if code == _EVERYTHING else code in theirs[where].codes
        )
        if not there:
            return None
    without = {where: [code] for where, code in _WITHOUT.get(card.id, {}).items() if where in rest}
    return {"table": name, "codes": codes, **({"without": without} if without else {})}
