"""Migration background and origin (D5, D5b), in two named schemes that are never mixed in one series.

The old scheme (CBS until 2022) looks at the parents' countries of birth; the scheme of 2022 looks at the
person's own country of birth first. Countries are codes of table 34; empty, 0000, international territory
(9999) and codes that the table does not have are all unknown. The sexes of the parents are M, V, O or empty.
"""

from __future__ import annotations

from typing import Literal

from internationals.definitions.codes import countries

NETHERLANDS = "6030"
UNKNOWN = "0000"
INTERNATIONAL_TERRITORY = "9999"

Born = Literal["nl", "abroad", "unknown"]

BORN: tuple[Born, ...] = ("nl", "abroad", "unknown")
"""Where someone was born, in the scheme of 2022."""

Region = Literal["netherlands", "europe", "outside_europe", "unknown"]


def known(country: str) -> bool:
    """Whether the code says in which country someone was born."""
    return country not in (UNKNOWN, INTERNATIONAL_TERRITORY) and country in countries()


def abroad(country: str) -> bool:
    """Whether the country is known and not the Netherlands; overseas parts of the Kingdom are abroad."""
    return known(country) and country != NETHERLANDS


def has_background(birth: str, parent1: str, parent2: str) -> bool:
    """Migration background in the old scheme: at least one parent born abroad (D5).

    An unknown parent beside a known one decides nothing. Both unknown: the person's own country of birth
    decides, and with that unknown too there is no background.
    """
    if not known(parent1) and not known(parent2):
        return abroad(birth)
    return abroad(parent1) or abroad(parent2)


def origin(birth: str, parent1: str, parent2: str, sex1: str = "", sex2: str = "") -> str:
    """Country of origin in the old scheme (D5b): 6030 without a background, so also when nothing is known.

    Born abroad: the own country. Born here, or in an unknown country: the mother's country of birth, unless
    that is the Netherlands or unknown; then the other parent's.
    """
    if not has_background(birth, parent1, parent2):
        return NETHERLANDS
    if abroad(birth):
        return birth
    return _parental_origin(parent1, parent2, sex1, sex2)


def origin2022(birth: str, parent1: str, parent2: str, sex1: str = "", sex2: str = "") -> tuple[str, Born]:
    """Country of origin in the scheme of 2022, and where the person was born: here, abroad or unknown (D5b).

    Born abroad: the own country, whatever the parents. Own country unknown: origin unknown (0000). Born here:
    as in the old scheme, an unknown parent counting as born here; 6030 when neither parent is from abroad.
    """
    if not known(birth):
        return UNKNOWN, "unknown"
    if abroad(birth):
        return birth, "abroad"
    if not (abroad(parent1) or abroad(parent2)):
        return NETHERLANDS, "nl"
    return _parental_origin(parent1, parent2, sex1, sex2), "nl"


def origin_region(country: str) -> Region:
    """The part of the world in which a country of origin lies, in the scheme of 2022.

    Europe is value 02 in DUO's Dec_land_naar_herkomstindikking.
    """
    if not known(country):
        return "unknown"
    if country == NETHERLANDS:
        return "netherlands"
    return "europe" if countries()[country].europe else "outside_europe"


def unknown_parent(parent1: str, parent2: str) -> bool:
    """Whether the country of birth of at least one parent is unknown: a line of the quality table."""
    return not (known(parent1) and known(parent2))


def _parental_origin(parent1: str, parent2: str, sex1: str, sex2: str) -> str:
    mother_is_second = sex2 == "V" and sex1 != "V"
    mother, other = (parent2, parent1) if mother_is_second else (parent1, parent2)
    return mother if abroad(mother) else other
