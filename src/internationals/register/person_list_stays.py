"""Where a person was registered, from category 08: in a municipality, or gone abroad."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from internationals.definitions.residents import NON_RESIDENTS
from internationals.register.person_list_dates import BEGINNING, moment, unreadable
from internationals.register.person_list_rows import Version
from internationals.register.person_list_timeline import Timeline, dated
from internationals.shapes import Finding

_UNKNOWN_DATE = "00000000"


@dataclass(frozen=True)
class Stay:
    """A registration in one place; dates and codes as the list has them.

    `destination` is the country departed to (08.13.10; "0000" when it is not named) and empty for a stay in
    a municipality. `address` is the BAG identification of the dwelling (08.11.80).
    """

    municipality: str
    settled: str
    address_since: str
    country_from: str
    settled_nl: str
    destination: str
    address: str

    @property
    def abroad(self) -> bool:
        """Whether the person lives outside the Netherlands."""
        return bool(self.destination) or self.municipality == NON_RESIDENTS

    def within(self, own: Collection[str]) -> bool:
        """Whether this is a stay in the municipality with these codes."""
        return not self.abroad and self.municipality in own


def stays(
    stack: Sequence[Version], born: date | None, earliest: date, findings: list[Finding]
) -> Timeline[Stay]:
    """The stays of a person, oldest first.

    `born` is the birth date filled in, None when unknown; `earliest` the first day on which the person can
    have been born: no stay begins before it. When a person list does not go back to the settling in the
    oldest municipality it names, the years between count as a stay there, at an unknown address.
    Raises UnreadableListError for a row without a municipality or with an impossible date.
    """
    entries = dated(stack, "08", findings, _since_address)
    if not entries:
        return Timeline(())
    steps = [(start, _stay(version)) for start, version in entries]
    later = steps[1:]
    return Timeline(_not_before(earliest, _oldest(*entries[0], born, earliest, later) + later))


def _oldest(
    start: date, version: Version, born: date | None, earliest: date, later: Sequence[tuple[date, Stay]]
) -> list[tuple[date, Stay]]:
    """The oldest row and, when its settling lies further back, the stay that it implies before it."""
    stay = _stay(version)
    moved_in = moment(version, "08.10.30")
    if start == BEGINNING:
        start = _since_address(version) or BEGINNING
    elif moved_in and not stay.abroad:
        start = min(start, moved_in)
    settled = moment(version, "08.09.20")
    if settled and settled < start:
        implied = replace(stay, address_since=_UNKNOWN_DATE, destination="", address="")
        return [(settled, implied), (start, stay)]
    if start == BEGINNING:
        start = settled or born or BEGINNING
        if later and start >= later[0][0]:
            start = earliest
    return [(start, stay)]


def _not_before(earliest: date, steps: list[tuple[date, Stay]]) -> tuple[tuple[date, Stay], ...]:
    """No two steps on one day: of those the later one holds."""
    return tuple({max(start, earliest): stay for start, stay in steps}.items())


def _since_address(version: Version) -> date | None:
    """When the person moved in, or moved abroad."""
    return moment(version, "08.10.30") or moment(version, "08.13.20")


def _stay(version: Version) -> Stay:
    municipality = version["08.09.10"]
    if len(municipality) != 4 or not municipality.isdecimal():
        raise unreadable(version, "08.09.10", "a municipality code of four digits")
    for element in ("08.09.20", "08.10.30", "08.13.20", "08.14.20"):
        moment(version, element)
    departed = version["08.13.10"] or ("0000" if version["08.13.20"] else "")
    return Stay(
        municipality=municipality,
        settled=version["08.09.20"],
        address_since=version["08.10.30"],
        country_from=version["08.14.10"],
        settled_nl=version["08.14.20"],
        destination=departed,
        address=version["08.11.80"],
    )
