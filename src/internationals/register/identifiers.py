"""What must never be found outside the register side: the numbers of persons, and their pseudonyms."""

from __future__ import annotations

from pathlib import Path

from internationals.register import files, raw
from internationals.register.columns import EVENTS, STAND, Column
from internationals.register.pseudonyms import Pseudonyms
from internationals.shapes import ReadingPlan


def identifiers(plan: ReadingPlan) -> frozenset[str]:
    """The person of every row of a plan's extracts as it stands there, and its pseudonym as text and as a number.

    Of person lists nothing is read: their persons are named while they are unrolled.
    """
    found: set[str] = set()
    pseudonyms = Pseudonyms(plan.key)
    listed = files.listed(plan.extracts)
    if not listed.person_lists:
        sources: list[tuple[Path, tuple[Column, ...]]]
        sources = [(listed.stands[at], STAND) for at in plan.stand_dates]
        sources += [(listed.events[year], EVENTS) for year in plan.event_years]
        for path, columns in sources:
            found.update(raw.load(path, columns, plan.columns).columns["persoon"].values)
    hashed = [pseudonyms.text(person) for person in found]
    return frozenset(found).union(hashed, (str(int(text, 16)) for text in hashed))
