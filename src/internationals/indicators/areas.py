"""Neighbourhoods of residents as codes: the number that the register side keeps, as text (D25)."""

from __future__ import annotations

from internationals.definitions.geography import UNKNOWN, district_of


def neighbourhood_code(number: int) -> str:
    """The eight digits of a neighbourhood; `unknown` for 0."""
    return f"{number:08}" if number else UNKNOWN


def district_code(number: int) -> str:
    """The six digits of the district in which a neighbourhood lies; `unknown` for 0."""
    return district_of(neighbourhood_code(number)) if number else UNKNOWN
