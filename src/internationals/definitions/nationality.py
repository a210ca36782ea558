"""Nationality: who is Dutch and under which one nationality an international is counted (D2, D3, D4).

A person holds a set of codes of table 32. Everything here asks that set *at a date*, because membership of
the European Union decides part of the order (CBS: Benelux, EU, other Europe, other, stateless or unknown).
"""

from __future__ import annotations

from datetime import date
from functools import cache

from internationals.definitions.codes import memberships, nationalities
from internationals.shapes import DataError

DUTCH = "0001"
TREATED_AS_DUTCH = "0002"
STATELESS = "0499"
ESTABLISHED_NON_DUTCH = "0500"
UNKNOWN = "0000"

BENELUX = frozenset({"5010", "6018", "6030"})
"""Belgium, Luxembourg and the Netherlands, as countries of table 34."""


def parse(text: str) -> frozenset[str]:
    """The nationalities that count, from codes of table 32 with spaces between them.

    The order means nothing. Unknown (0000) and established non-Dutch (0500) say nothing beside another
    code; stateless (0499) gives way to any nationality; treated as Dutch (0002) is Dutch (0001).
    Nothing left is the empty set: unknown. Raises DataError for a code that no table has.
    """
    strange = unknown_codes(text)
    if strange:
        raise DataError(
            f"The nationalities {text!r} hold {', '.join(strange)}, which table 32 does not have; "
            "expected four-digit codes with a space between them."
        )
    return _counting(frozenset(text.split()))


def unknown_codes(text: str) -> list[str]:
    """The codes in the text that table 32 does not have, each once, in order of appearance."""
    return [code for code in dict.fromkeys(text.split()) if code not in nationalities()]


def is_dutch(codes: frozenset[str]) -> bool:
    """Whether any of the nationalities is Dutch, whatever else is held (D2, D3)."""
    return DUTCH in codes or TREATED_AS_DUTCH in codes


def decide(codes: frozenset[str], at: date) -> str:
    """The one code under which a holder of these nationalities is counted at the date (D4).

    Dutch before all; then each code goes to its group (every British status is British), the lowest class
    (`order_class`) wins, and within a class the lowest code. Stateless is 0499, the empty set 0000.
    """
    table = nationalities()
    groups = {table[code].group for code in _counting(codes)}
    return min(groups, key=lambda code: (order_class(code, at), code), default=UNKNOWN)


def order_class(code: str, at: date) -> int:
    """The class of a nationality in the CBS order at the date.

    0 Dutch, 1 Benelux, 2 European Union at the date, 3 other European, 4 other, 5 stateless or unknown.
    Raises KeyError for a code that table 32 does not have.
    """
    nationality = nationalities()[code]
    if nationality.code in (DUTCH, TREATED_AS_DUTCH):
        return 0
    if not nationality.country:
        return 5
    if nationality.country in BENELUX:
        return 1
    if in_european_union(nationality.country, at):
        return 2
    return 3 if nationality.europe else 4


def in_european_union(country: str, at: date) -> bool:
    """Whether the country (table 34) is a member of the European Union, or its predecessors, at the date."""
    return any(
        member.country == country
        and member.valid_from <= at
        and (member.valid_to is None or at < member.valid_to)
        for member in memberships()
    )


def change_dates(after: date, until: date) -> tuple[date, ...]:
    """The dates d with after < d <= until on which `decide` can answer differently for the same set.

    These are the days on which a country outside the Benelux joins or has left the European Union.
    """
    return tuple(day for day in _membership_days() if after < day <= until)


@cache
def _membership_days() -> tuple[date, ...]:
    members = [member for member in memberships() if member.country not in BENELUX]
    days = {member.valid_from for member in members}
    days |= {member.valid_to for member in members if member.valid_to is not None}
    return tuple(sorted(days))


def _counting(codes: frozenset[str]) -> frozenset[str]:
    named = {DUTCH if code == TREATED_AS_DUTCH else code for code in codes}
    named -= {UNKNOWN, ESTABLISHED_NON_DUTCH}
    return frozenset(named - {STATELESS} or named)
