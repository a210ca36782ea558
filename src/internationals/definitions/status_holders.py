"""Status holders (D14): internationals with a valid residence title on grounds of asylum."""

from __future__ import annotations

from datetime import date, timedelta

from internationals.definitions.ages import filled
from internationals.definitions.codes import residence_titles

ASYLUM_TITLES = ("26", "27", "92")
"""Asylum in table 56: fixed term, indefinite term, and fixed term under transitional law. From when until when
each is given out stands in the table itself; 92 ended on 6 January 2014.
"""

GRACE_DAYS = 0
"""For how many days after its end date a title still counts."""


def asylum_title(title: str, at: date) -> bool:
    """Whether a code of table 56 is an asylum title on the date.

    Applications (32), extensions being dealt with (33, 34) and temporary protection (46) are not.
    """
    if title not in ASYLUM_TITLES:
        return False
    known = residence_titles()[title]
    return (known.valid_from is None or known.valid_from <= at) and (
        known.valid_to is None or at < known.valid_to
    )


def has_ended(title_end: int, at: date, grace_days: int = GRACE_DAYS) -> bool:
    """Whether a title with this end date (JJJJMMDD, 0 none) no longer counts on the date.

    It counts as long as its end is not before the date less the grace period. An end date without a year says
    nothing; an unknown month or day is filled in as in D10.
    """
    end = filled(title_end)
    return end is not None and end < at - timedelta(days=grace_days)


def is_status_holder(dutch: bool, title: str, title_end: int, at: date, grace_days: int = GRACE_DAYS) -> bool:
    """Whether a resident is a status holder on the date.

    `title` is a code of table 56, `title_end` its end date as a register date (JJJJMMDD, 0 when there is
    none or it is unknown). Someone naturalised is Dutch, and out.
    """
    return not dutch and asylum_title(title, at) and not has_ended(title_end, at, grace_days)
