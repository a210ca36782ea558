"""Residence titles (table 56) of people who need one, and what becomes of them over the years."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from internationals.definitions.codes import nationalities
from internationals.definitions.nationality import in_european_union
from internationals.demo.cells import FIRST_INTERNATIONAL, cells
from internationals.demo.days import NO_DATE, Days, day
from internationals.demo.drawing import Rows, between
from internationals.demo.people import People
from internationals.demo.tables import profiles

NO_TITLE = 0
REGULAR_PERMANENT, ASYLUM, ASYLUM_PERMANENT = 25, 26, 27
OLD_PERMANENT, OLD_ASYLUM = 91, 92
"""Titles of before 2001 that ended on 6 January 2014."""

FREE_TO_STAY = frozenset({"5003", "6011", "6012", "6027"})
"""Switzerland, Iceland, Liechtenstein and Norway: no title is needed."""


def needs_title(at: date) -> NDArray[np.bool_]:
    """Per cell, whether its people need a residence title at the date."""
    result = []
    for index, cell in enumerate(cells()):
        country = nationalities()[cell.counted_as(at)].country
        free = bool(country) and (country in FREE_TO_STAY or in_european_union(country, at))
        result.append(index >= FIRST_INTERNATIONAL and not free)
    return np.array(result)


def grant(rng: np.random.Generator, people: People, who: Rows, since: Days, now: int) -> None:
    """Titles for who lives here since a day, as they stand on the day `now`."""
    needs = needs_title(date(1970, 1, 1) + timedelta(days=now))
    who, since = who[needs[people.cell[who]]], since[needs[people.cell[who]]]
    rates = [profiles()[cell.profile] for cell in cells()]
    asylum = rng.random(len(who)) < np.array([rate.asylum for rate in rates])[people.cell[who]]
    title = np.where(asylum, ASYLUM, np.array([rate.title for rate in rates])[people.cell[who]])
    other = ~asylum & (rng.random(len(who)) < 0.3)
    title[other] = rng.choice(
        [21, 23, 24, 31, 33, 98], size=int(other.sum()), p=[0.4, 0.2, 0.3, 0.04, 0.03, 0.03]
    )
    lasts = np.where(asylum, 5 * 365, np.floor(365 * (1 + 4 * rng.random(len(who)))).astype(int))
    end = since + lasts
    people.title[who], people.title_end[who] = title, end
    people.title_end[who[(title == 98) | (title == NO_TITLE)]] = NO_DATE
    if now < day(2014, 1, 6):
        old = who[(end < now) & (rng.random(len(who)) < 0.35)]
        people.title[old] = np.where(people.title[old] == ASYLUM, OLD_ASYLUM, OLD_PERMANENT)
        people.title_end[old] = between(rng, np.full(len(old), day(2014, 2)), np.full(len(old), day(2016)))


def renew(rng: np.random.Generator, people: People, year: int) -> None:
    """Renew what ended before the end of the year: most get a longer or a permanent title, some wait."""
    last = day(year, 12, 31)
    if year == 2014:
        people.title[people.title == OLD_ASYLUM] = ASYLUM_PERMANENT
        people.title[people.title == OLD_PERMANENT] = REGULAR_PERMANENT
    ended = (
        people.present & (people.title > NO_TITLE) & (people.title_end <= last) & (people.title_end > NO_DATE)
    )
    who = np.flatnonzero(ended)
    chance = rng.random(len(who))
    asylum = people.title[who] == ASYLUM
    longer = who[(chance < 0.55) | ((chance < 0.93) & ~asylum & (people.title_end[who] < last - 2000))]
    people.title_end[longer] = last + np.floor(rng.random(len(longer)) * 4 * 365).astype(np.int32) + 30
    lasting = who[(chance >= 0.55) & (chance < 0.9)]
    people.title[lasting] = np.where(people.title[lasting] == ASYLUM, ASYLUM_PERMANENT, REGULAR_PERMANENT)
    people.title_end[lasting] = NO_DATE


def cease(people: People, who: Rows) -> None:
    """Who becomes Dutch needs no title any more."""
    people.title[who] = NO_TITLE
    people.title_end[who] = NO_DATE
