"""What happened to a person in the own municipality, day by day, as rows of `mutaties_JJJJ`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from internationals.definitions.flows import EventKind
from internationals.register.person_list_dates import agrees
from internationals.register.person_list_person import Person
from internationals.register.person_list_stays import Stay

_BORN_HERE = ("6030", "0000", "")
_DEATH = "O"
_DEPARTED = ("E", "M", "R")
"""Reasons of suspension that say the person left: emigration, decision of the minister, non-resident."""


@dataclass(frozen=True)
class Counterpart:
    """Where someone came from or went to: a municipality, a country, or neither when unknown."""

    municipality: str = ""
    country: str = ""


@dataclass(frozen=True)
class Event:
    """One event; `nationalities_after` is empty but for a change of nationality."""

    day: date
    kind: EventKind
    counterpart: Counterpart
    nationalities: str
    nationalities_after: str
    address: str


def events(person: Person, own: Collection[str], years: Collection[int]) -> Iterator[Event]:
    """The events of a person in these years, in the order in which they took effect.

    On one day, whoever enters does so with the nationalities of the end of that day and whoever leaves with
    those of its beginning; whoever moves does so before a change of nationality.
    """
    for day in _days(person, years):
        was, now = person.stays.before(day), person.stays.through(day)
        since = person.suspended_from or date.max
        resident_before = was is not None and was.within(own) and since >= day
        resident_after = now is not None and now.within(own) and since > day
        held, holds = person.held_before(day), person.held_through(day)
        if now and resident_after and not resident_before:
            kind, counterpart = _entry(person, day, was, now)
            yield Event(day, kind, counterpart, holds, "", now.address)
        if was and resident_before and not resident_after:
            kind, counterpart = _exit(person, day, was, now)
            yield Event(day, kind, counterpart, held, "", was.address)
        if was and now and resident_before and resident_after:
            if was.address_since != now.address_since:
                yield Event(day, EventKind.MOVE, Counterpart(), held, "", now.address)
            if held != holds:
                gained = set(holds.split()) - set(held.split())
                kind = EventKind.NATIONALITY_GAINED if gained else EventKind.NATIONALITY_LOST
                yield Event(day, kind, Counterpart(), held, holds, now.address)


def _days(person: Person, years: Collection[int]) -> list[date]:
    """The days on which anything can have changed."""
    days = set(person.stays.starts).union(*(stack.starts for stack in person.nationalities))
    if person.suspended_from:
        days.add(person.suspended_from)
    return sorted(day for day in days if day.year in years and day > date.min)


def _entry(person: Person, day: date, was: Stay | None, now: Stay) -> tuple[EventKind, Counterpart]:
    from_abroad = bool(now.country_from) and agrees(now.settled_nl, day)
    if was is None:
        if person.born == day and not now.country_from and person.birth_country in _BORN_HERE:
            return EventKind.BIRTH, Counterpart()
        return EventKind.ARRIVAL, Counterpart(country=now.country_from if from_abroad else "")
    if was.abroad:
        return EventKind.ARRIVAL, Counterpart(country=now.country_from if from_abroad else "0000")
    if from_abroad and now.settled_nl == f"{day:%Y%m%d}":
        return EventKind.ARRIVAL, Counterpart(country=now.country_from)
    return EventKind.ARRIVAL, Counterpart(municipality=was.municipality)


def _exit(person: Person, day: date, was: Stay, now: Stay | None) -> tuple[EventKind, Counterpart]:
    if person.suspended_from == day and person.suspension == _DEATH:
        return EventKind.DEATH, Counterpart()
    if now and now != was:
        if now.abroad:
            return EventKind.DEPARTURE, Counterpart(country=now.destination or "0000")
        return EventKind.DEPARTURE, Counterpart(municipality=now.municipality)
    if person.suspension in _DEPARTED:
        later = (stay for start, stay in person.stays.steps if start > day and stay.abroad)
        return EventKind.DEPARTURE, Counterpart(country=next((stay.destination for stay in later), ""))
    return EventKind.CORRECTION_OUT, Counterpart()
