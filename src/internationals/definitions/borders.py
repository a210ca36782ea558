"""Municipalities along the land border with Germany or Belgium (D21).

Their largest foreign nationality is mostly that of the neighbour, so that a list of the most international
municipalities is also made without them. A municipality that touches a border at sea or in an estuary only is
not among them. A municipality that became part of one at the border is not kept: the list is that of today.
"""

from __future__ import annotations

from functools import cache

from internationals.definitions.codes import rows


@cache
def border_municipalities() -> dict[str, str]:
    """The neighbouring countries (`BE`, `DE`, or both as `BE+DE`) by the four-digit code of a municipality."""
    return {
        row["municipality"]: row["neighbour"] for row in rows("borders.csv", "municipality,neighbour,name")
    }


def is_border(municipality: str) -> bool:
    """Whether the municipality (four digits) has a land border with another country."""
    return municipality in border_municipalities()


NEIGHBOURS = {"nationality": ("0052", "0055"), "origin": ("5010", "6029", "9089")}
"""Belgium and Germany, which the register knows by two codes, as nationalities and as countries of origin."""
