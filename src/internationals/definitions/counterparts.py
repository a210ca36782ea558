"""Counterparts of arrivals and departures (D7, D8), and who returns to the Netherlands (D12).

A counterpart is a code of table 33 or of table 34; empty, 0000 and codes that the tables do not have are
unknown. Municipality 1999, the register of non-residents, is abroad.
"""

from __future__ import annotations

from internationals.definitions.background import NETHERLANDS
from internationals.definitions.codes import countries, municipalities
from internationals.definitions.residents import NON_RESIDENTS

UNKNOWN = "unknown"
ABROAD = "abroad"
UNKNOWN_COUNTRY = "0000"

CARIBBEAN = frozenset({"5095", "5106", "5107", "5108", "5109", "5110", "7011"})
"""The Caribbean parts of the Kingdom in table 34: Aruba, Bonaire, Curaçao, Saba, Sint Eustatius, Sint Maarten
and the former Netherlands Antilles."""


def counterpart(municipality: str, country: str) -> str:
    """Where someone came from or went to: a municipality's code, `abroad` or `unknown`.

    The Netherlands as the country, without a municipality, is unknown; every other country is abroad, the
    Caribbean parts of the Kingdom and international territory (9999) too.
    """
    if municipality == NON_RESIDENTS:
        return ABROAD
    if municipality != UNKNOWN_COUNTRY and municipality in municipalities():
        return municipality
    return ABROAD if _from_abroad(country) else UNKNOWN


def country_from(country: str) -> str:
    """The country of someone who came from abroad; 0000 when it is unknown."""
    return country if _from_abroad(country) else UNKNOWN_COUNTRY


def is_repat(dutch: bool, municipality: str, country: str) -> bool:
    """Whether this arrival is that of a returning Dutch person: Dutch on the day, and from abroad (D12)."""
    return dutch and counterpart(municipality, country) == ABROAD


def is_caribbean(country: str) -> bool:
    """Whether the country is a Caribbean part of the Kingdom, now or before October 2010."""
    return country in CARIBBEAN


def _from_abroad(country: str) -> bool:
    return country in countries() and country not in (UNKNOWN_COUNTRY, NETHERLANDS)
