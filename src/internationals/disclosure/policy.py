"""The disclosure policy: `policy.yml`, and what a municipality makes stricter in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import Any

import yaml

from internationals.shapes import DisclosureError, Method

INTERNAL = "internal"
"""The tier of a table that is counted for the register side alone, and left out of a release."""

FORBIDDEN = "forbidden"
"""The tier of a table that may not even be offered to a release."""

_STRICTNESS = (Method.EXACT.value, Method.ROUNDED.value, INTERNAL, FORBIDDEN)
_FLOORS = {
    "threshold": "the smallest count that is published",
    "base": "the base of rounding",
    "area_base": "the internationals that an area needs",
}


@dataclass(frozen=True)
class Rule:
    """What the policy says of one table: its tier, and whom it counts.

    `of` is a population (residents on 1 January, arrivals in a year), `where` which of it, `called` the name here
    of each dimension that has another in the table, `without` a code of a dimension that it does not speak of.
    `anew`: each edition counts other people (its own months), whose number cannot be held against another edition's.
    `share_of`: the table has percentages, of everybody whatever their code of this facet. `by_area`: nationalities
    within areas, which need enough internationals. `own`: the dimension of a table of others in which our own
    municipality is one code.
    """

    tier: str = Method.ROUNDED.value
    of: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)
    without: Mapping[str, str] = field(default_factory=dict)
    by_area: bool = False
    share_of: str = ""
    anew: bool = False
    own: str = ""


@dataclass(frozen=True)
class Policy:
    """The whole policy. `width` is the narrowest range in which a sensitive number may be known to lie."""

    threshold: int
    base: int
    area_base: int
    width: int
    tables: Mapping[str, Rule]
    known: Mapping[str, Rule]
    called: Mapping[str, str]
    meanings: Mapping[str, Mapping[str, Mapping[str, Any]]]
    pairs: frozenset[str]
    telling: Mapping[str, str]
    signed: frozenset[str]
    apart: frozenset[str]
    identities: Mapping[str, Mapping[str, Any]]

    def rule(self, table: str) -> Rule:
        """The rule of a table; one that is not listed is rounded, and counts a population of its own."""
        return self.tables.get(table) or self.known.get(table) or Rule(of=f"table {table}")

    def tier(self, table: str) -> str:
        """exact, rounded or forbidden."""
        return self.rule(table).tier

    def described(self) -> dict[str, Any]:
        """What a manifest says of the policy, besides how each table is protected."""
        return {
            "threshold": self.threshold,
            "base": self.base,
            "area_base": self.area_base,
            "width": self.width,
        }


def policy(stricter: Mapping[str, Any] | None = None) -> Policy:
    """The policy, with what a municipality has made stricter: `threshold`, `base`, `area_base`, and `tables`.

    Raises DisclosureError where that would be looser than the floor, or names a tier that does not exist.
    """
    floor, wanted = _floor(), dict(stricter or {})
    tables = dict(floor.tables)
    for name, tier in wanted.pop("tables", {}).items():
        current = floor.rule(name)
        if tier not in _STRICTNESS or _STRICTNESS.index(tier) < _STRICTNESS.index(current.tier):
            raise DisclosureError(
                f"`disclosure: tables: {name}` is {tier!r} and the policy says {current.tier}. "
                f"Only stricter is possible; from loose to strict: {', '.join(_STRICTNESS)}."
            )
        tables[name] = replace(current, tier=tier)
    for name, least in ((name, getattr(floor, name)) for name in _FLOORS):
        if wanted.get(name, least) < least:
            raise DisclosureError(
                f"`disclosure: {name}` ({_FLOORS[name]}) is {wanted[name]}, under the floor of {least}. "
                f"Remove it from municipality.yml, or raise it."
            )
    if wanted.get("base", floor.base) < wanted.get("threshold", floor.threshold):
        wanted["base"] = wanted["threshold"]  # rounding has to blur at least what is withheld elsewhere
    return replace(floor, tables=tables, **wanted)


@cache
def _floor() -> Policy:
    text = resources.files(__package__).joinpath("policy.yml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.safe_load(text)
    for part in ("tables", "known"):
        said[part] = {name: Rule(**rule) for name, rule in said[part].items()}
    for part in ("pairs", "signed", "apart"):
        said[part] = frozenset(said[part])
    return Policy(**said)
