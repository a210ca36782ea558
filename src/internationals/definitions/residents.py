"""Who is a resident (D1): registered in the own municipality at the start of the reference date.

All events dated before that day are applied and none of that day itself. Registered people in institutions,
in shelters or at a postal address are residents, refugees sheltered by the municipality too.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

NON_RESIDENTS = "1999"
"""The "municipality" in table 33 in which people who live outside the Netherlands are registered."""


class Exclusion(StrEnum):
    """Why a registered person is no resident, in the order in which the reasons are tried."""

    NON_RESIDENT = "non_resident"
    OTHER_MUNICIPALITY = "other_municipality"
    SUSPENDED = "suspended"


def exclusion(municipality: str, suspension: str, own: Collection[str]) -> Exclusion | None:
    """The first reason why a row is no resident's, or None for a resident.

    `municipality` is the row's code of table 33, `suspension` its reason of suspension (empty when the record
    is active), `own` the codes of the own municipality and of those merged into it.
    """
    if municipality == NON_RESIDENTS:
        return Exclusion.NON_RESIDENT
    if municipality not in own:
        return Exclusion.OTHER_MUNICIPALITY
    return Exclusion.SUSPENDED if suspension else None


def is_resident_row(municipality: str, suspension: str, own: Collection[str]) -> bool:
    """Whether the row is a resident's; arguments as for `exclusion`."""
    return exclusion(municipality, suspension, own) is None
