"""Internationals with a residence title that can make them a status holder (D14): few, so they are all asked."""

from __future__ import annotations

from internationals.definitions.status_holders import ASYLUM_TITLES
from internationals.indicators.count import Row, count_by
from internationals.indicators.dates import day
from internationals.indicators.facts import Facts


def asylum_titles(facts: Facts, *by: str) -> list[Row]:
    """Reference date, code of the title, its end date as in `Persons`, the columns `by`, and how many."""
    people = facts.internationals
    held = people.filter(people.title.isin([int(title) for title in ASYLUM_TITLES]))
    return [
        (day(at), f"{title:02}", end, *values)
        for at, title, end, *values in count_by(held, "at", "title", "title_end", *by)
    ]
