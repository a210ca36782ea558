"""Rows about answers to the survey of the city, and about who answered."""

from __future__ import annotations

from internationals.verification.mapping import mapping
from internationals.verification.naming import word
from internationals.verification.published import Published
from internationals.verification.selections import Selection

SOURCES = ("survey",)
_NAMED_WITHOUT = "willing_to_help"


def ways(row: Published, municipality: str) -> tuple[tuple[Selection, ...], ...]:
    """One way: the composition of the respondents, or the share of a group that gives an answer."""
    if "nationality" in row.breakdown:
        return ((Selection("respondents", {"group": (row.breakdown["nationality"],)}),),)
    items = mapping().words["item"]
    named = [row.breakdown.get("item", ""), *row.breakdown]
    item = next((items[name] for name in named if name in items), _NAMED_WITHOUT)
    return ((Selection("survey", {"item": (item,), "group": (word("group", row.subject),)}),),)
