"""What must never be found outside the register side: the numbers of persons, and their pseudonyms."""

from __future__ import annotations

from internationals.register import files, raw
from internationals.register.columns import STAND
from internationals.register.pseudonyms import Pseudonyms
from internationals.shapes import ReadingPlan


def identifiers(plan: ReadingPlan) -> frozenset[str]:
    """The person of every row of the stands of a plan as it stands there, and its pseudonym as text and as a number.

    Of person lists nothing is read: their persons are named while they are unrolled.
    """
    found: set[str] = set()
    pseudonyms = Pseudonyms(plan.key)
    listed = files.listed(plan.extracts)
    for at in plan.stand_dates if not listed.person_lists else ():
        persons = raw.load(listed.stands[at], STAND, plan.columns).columns["persoon"].values
        found.update(persons)
    hashed = [pseudonyms.text(person) for person in found]
    return frozenset(found).union(hashed, (str(int(text, 16)) for text in hashed))
