"""Rows about registrations at the Expat Centre and the employers behind them, and about welcomes of students."""

from __future__ import annotations

from internationals.verification.naming import municipality_named
from internationals.verification.problems import NotComputableError
from internationals.verification.published import Published
from internationals.verification.selections import Selection

SOURCES = ("ECL", "welcome")
_FULL_YEARS, _EQUAL_MONTHS = "registrations", "registrations_same_months"


def ways(row: Published, municipality: str) -> tuple[tuple[Selection, ...], ...]:
    """Full years; equal months where the row is about a part of a year, and as a variant where it mixes them."""
    if "event" in row.breakdown:
        return ((Selection("welcome", {"month": ()}),),)
    if row.subject == "employers":
        named = row.breakdown.get("employer")
        if named is None:
            return ((Selection("employers"),),)
        return (tuple(Selection("employers_top", {"employer": (name,)}) for name in named.split(",")),)
    if row.subject != "ecl_registrations":
        raise NotComputableError(f"No table of registrations counts {row.subject.replace('_', ' ')}.")
    if "municipality" in row.breakdown:
        code = municipality_named(row.breakdown["municipality"])
        return ((Selection(_FULL_YEARS, {"residence": (code,)}),),)
    if "period" in row.breakdown:
        return ((Selection(_EQUAL_MONTHS),),)
    if row.test.startswith("gt_year"):
        return (Selection(_FULL_YEARS),), (Selection(_EQUAL_MONTHS),)
    return ((Selection(_FULL_YEARS),),)
