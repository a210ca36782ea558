"""One person list as what held when: the person that stands and events are read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from internationals.register.person_list_dates import BEGINNING, is_incomplete, moment, unreadable
from internationals.register.person_list_rows import PersonList, Version
from internationals.register.person_list_stacks import refuse_ragged, used_categories
from internationals.register.person_list_stays import Stay, stays
from internationals.register.person_list_timeline import Timeline, correct, dated, note
from internationals.shapes import Finding

T = TypeVar("T")
Stacks = Sequence[tuple[Version, ...]]

_SPECIAL_STATUS = {"B": "0002", "V": "0500"}
"""Element 04.65.10: treated as Dutch (B) and established as not Dutch (V), as codes of table 32."""


@dataclass(frozen=True)
class Parent:
    """The country of birth (table 34, empty when unknown) and the sex of a parent."""

    country: str = ""
    sex: str = ""


@dataclass(frozen=True)
class Title:
    """A residence title (table 56, empty for none) and the day on which it ends, JJJJMMDD or empty."""

    code: str = ""
    until: str = ""


@dataclass(frozen=True)
class Person:
    """One person, read in full. `number` is the A-number, or the BSN where there is none.

    `born` is the birth date with its unknown parts filled in; `suspended_from` is None for an active list.
    """

    line: int
    number: str
    birth: str
    birth_country: str
    born: date | None
    sex: Timeline[str]
    parents: tuple[Timeline[Parent], Timeline[Parent]]
    nationalities: tuple[Timeline[str], ...]
    stays: Timeline[Stay]
    titles: Timeline[Title]
    suspension: str
    suspended_from: date | None

    def held_before(self, day: date) -> str:
        """The codes of the nationalities before any event of that day, sorted, a space between."""
        return _codes(stack.before(day) for stack in self.nationalities)

    def held_through(self, day: date) -> str:
        """The codes of the nationalities after the events of that day, sorted, a space between."""
        return _codes(stack.through(day) for stack in self.nationalities)


def read_person(person: PersonList, findings: list[Finding]) -> Person:
    """Everything the monitor uses of one person list; notes on what was read with care go to `findings`.

    Raises UnreadableListError when any of it cannot be read: half a person would be a wrong person.
    """
    refuse_ragged(person)
    found = used_categories(person, findings)
    identity = _newest(found["01"], "01")
    residence = found["08"][0] if found["08"] else ()
    if identity is None or not (identity["01.01.10"] or identity["01.01.20"]):
        raise unreadable(Version(person.layout, person.rows[0]), "01.01.10", "the person's A-number or BSN")
    born = moment(identity, "01.03.10")
    where = stays(residence, born, _earliest(identity["01.03.10"], born), findings)
    if not where.steps:
        raise unreadable(Version(person.layout, person.rows[0]), "08.09.10", "a municipality of registration")
    suspension, suspended_from = _suspension(found["07"], findings)
    return Person(
        line=person.line,
        number=identity["01.01.10"] or identity["01.01.20"],
        birth=identity["01.03.10"],
        birth_country=identity["01.03.30"],
        born=born,
        sex=_always([(start, entry["01.04.10"]) for start, entry in dated(found["01"][0], "01", [])]),
        parents=(_parent(found["02"], "02"), _parent(found["03"], "03")),
        nationalities=tuple(_nationality(stack, findings) for stack in found["04"]),
        stays=where,
        titles=_titles(found["10"], findings),
        suspension=suspension,
        suspended_from=suspended_from,
    )


def _codes(states: Iterable[str | None]) -> str:
    return " ".join(sorted({state for state in states if state}))


def _newest(stacks: Stacks, category: str) -> Version | None:
    """The version known to be right now: facts of birth are corrected, they do not change."""
    return next((version for stack in stacks for version in correct(stack, category)), None)


def _earliest(birth: str, born: date | None) -> date:
    """The first day on which someone with this, perhaps incomplete, birth date can have been born."""
    if born is None:
        return BEGINNING
    return date(born.year, 1, 1) if birth.endswith("0000") else born


def _parent(stacks: Stacks, category: str) -> Timeline[Parent]:
    entries = dated(stacks[0], category, []) if stacks else []
    return _always(
        [(start, Parent(entry[f"{category}.03.30"], entry[f"{category}.04.10"])) for start, entry in entries]
    )


def _always(steps: list[tuple[date, T]]) -> Timeline[T]:
    """Someone has a sex and parents from birth: the oldest version holds for all the time before it."""
    return Timeline(((BEGINNING, steps[0][1]), *steps[1:]) if steps else ())


def _nationality(stack: Sequence[Version], findings: list[Finding]) -> Timeline[str]:
    return Timeline(tuple((start, _code(entry)) for start, entry in dated(stack, "04", findings)))


def _code(entry: Version) -> str:
    """The code that a version of a nationality stands for; empty when it says that the nationality ended."""
    code, status = entry["04.05.10"], entry["04.65.10"]
    if status not in ("", *_SPECIAL_STATUS):
        raise unreadable(entry, "04.65.10", "B, V or nothing")
    if code and (len(code) != 4 or not code.isdecimal()):
        raise unreadable(entry, "04.05.10", "a nationality code of four digits, leading zeros included")
    if entry["04.64.10"]:
        if code or status:
            raise unreadable(entry, "04.64.10", "nothing beside a nationality: a reason of loss ends it")
        return ""
    if code and status:
        raise unreadable(entry, "04.65.10", "nothing beside a nationality: a special status stands alone")
    return _SPECIAL_STATUS[status] if status else code


def _titles(stacks: Stacks, findings: list[Finding]) -> Timeline[Title]:
    entries = dated(stacks[0], "10", findings) if stacks else []
    for _, entry in entries:
        moment(entry, "10.39.20")
    return Timeline(tuple((start, Title(entry["10.39.10"], entry["10.39.20"])) for start, entry in entries))


def _suspension(stacks: Stacks, findings: list[Finding]) -> tuple[str, date | None]:
    """The reason of suspension and the day from which it counts; ("", None) for an active list."""
    if not stacks or not (stacks[0][0]["07.67.20"] or stacks[0][0]["07.67.10"]):
        return "", None
    entry = stacks[0][0]
    since = moment(entry, "07.67.10")
    if since is None:
        findings.append(note(entry, "07.67.10", "unknown_suspension_date"))
    elif is_incomplete(entry["07.67.10"]):
        findings.append(note(entry, "07.67.10", "incomplete_date"))
    return entry["07.67.20"] or ".", since or BEGINNING
