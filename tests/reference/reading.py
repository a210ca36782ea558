"""D1: the residents at every reference date and the events of every year, with every row accounted for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.reference import dates, files
from tests.reference.background import birth_country
from tests.reference.codes import UNKNOWN, code_list, neighbourhoods
from tests.reference.files import RefusedError
from tests.reference.nationality import Set, nationalities
from tests.reference.rows import (
    rejected_as_double_event,
    rejected_as_double_in_stand,
    why_event_rejected,
    why_excluded,
    why_stand_row_rejected,
)

__all__ = ["Event", "Mutations", "RefusedError", "Resident", "Stands", "read"]


@dataclass(frozen=True)
class Resident:
    """One resident at one reference date."""

    at: date
    person: str
    held: Set
    birth: str
    birth_country: str
    parent1: str
    parent2: str
    sex1: str
    sex2: str
    neighbourhood: str
    sex: str
    settled: str
    address_since: str
    title: str
    title_end: str


@dataclass(frozen=True)
class Event:
    """One event; `row` is its place in the file, which decides within a day."""

    day: date
    row: int
    person: str
    kind: str
    before: Set
    after: Set
    counterpart_known: bool
    municipality: str
    country: str
    birth: str


@dataclass(frozen=True)
class Stands:
    """The residents of every reference date, and what became of the rows of every file."""

    dates: tuple[date, ...]
    residents: tuple[Resident, ...]
    accounting: dict[date, Counter[str]]

    def at(self, day: date) -> list[Resident]:
        """The residents on one reference date."""
        return [resident for resident in self.residents if resident.at == day]


@dataclass(frozen=True)
class Mutations:
    """The events of every year, in the order in which they took effect, and the account of every file."""

    years: tuple[int, ...]
    events: tuple[Event, ...]
    accounting: dict[int, Counter[str]]

    def of(self, year: int) -> list[Event]:
        """The events of one year, by day and then by their place in the file."""
        return [event for event in self.events if event.day.year == year]


def read(
    folder: Path,
    municipality: str = "0546",
    former_codes: Iterable[str] = (),
    *,
    reference_dates: Iterable[date],
    years: Iterable[int],
) -> tuple[Stands, Mutations]:
    """The extract files of a folder. Raises RefusedError when a file is missing or cannot be read."""
    ours = {municipality, *former_codes}
    residents: list[Resident] = []
    events: list[Event] = []
    stand_accounts = {}
    event_accounts = {}
    for at in sorted(reference_dates):
        stand_accounts[at], found = _read_stand(folder, at, municipality, ours)
        residents += found
    for year in sorted(years):
        event_accounts[year], happened = _read_events(folder, year, ours)
        events += sorted(happened, key=lambda event: (event.day, event.row))
    return (
        Stands(tuple(stand_accounts), tuple(residents), stand_accounts),
        Mutations(tuple(event_accounts), tuple(events), event_accounts),
    )


def _read_stand(
    folder: Path, at: date, municipality: str, ours: set[str]
) -> tuple[Counter[str], list[Resident]]:
    path = files.find(folder, f"stand_{at.isoformat()}")
    extract = files.read_file(path, files.STAND_COLUMNS, files.STAND_OPTIONAL)
    account = Counter(read=len(extract.rows) + extract.ragged, rejected=extract.ragged)
    here = []
    for row in extract.rows:
        reason = why_excluded(row, ours)
        if reason:
            account[f"excluded_{reason}"] += 1
        else:
            here.append(row)
    doubles = rejected_as_double_in_stand(here)
    residents = []
    for number, row in enumerate(here):
        if number in doubles or why_stand_row_rejected(row, at):
            account["rejected"] += 1
        else:
            account["used"] += 1
            residents.append(_resident(row, at, municipality))
    return account, residents


def _resident(row: files.Row, at: date, municipality: str) -> Resident:
    return Resident(
        at=at,
        person=row["persoon"],
        held=nationalities(row["nationaliteiten"]),
        birth=row["geboortedatum"],
        birth_country=birth_country(row["geboorteland"]),
        parent1=birth_country(row["geboorteland_ouder_1"]),
        parent2=birth_country(row["geboorteland_ouder_2"]),
        sex1=row.get("geslacht_ouder_1", ""),
        sex2=row.get("geslacht_ouder_2", ""),
        neighbourhood=row["buurt"] if row["buurt"] in neighbourhoods(municipality) else "",
        sex=row["geslacht"] if row["geslacht"] in ("M", "V") else "O",
        settled=row["datum_vestiging_gemeente"],
        address_since=row["datum_adres"],
        title=row["verblijfstitel"] if row["verblijfstitel"] in code_list("residence_titles") else "",
        title_end=row.get("verblijfstitel_einde", ""),
    )


def _read_events(folder: Path, year: int, ours: set[str]) -> tuple[Counter[str], list[Event]]:
    path = files.find(folder, f"mutaties_{year}")
    extract = files.read_file(path, files.EVENT_COLUMNS, files.EVENT_OPTIONAL)
    account = Counter(read=len(extract.rows) + extract.ragged, rejected=extract.ragged)
    doubles = rejected_as_double_event(extract.rows)
    events = []
    for number, row in enumerate(extract.rows):
        day = dates.complete(row["datum"])
        if number in doubles or day is None or why_event_rejected(row, year, ours):
            account["rejected"] += 1
        else:
            account["used"] += 1
            events.append(
                Event(
                    day=day,
                    row=number,
                    person=row["persoon"],
                    kind=row["soort"],
                    before=nationalities(row["nationaliteiten"]),
                    after=nationalities(row["nationaliteiten_na"]),
                    counterpart_known=_counterpart_known(row),
                    municipality=row["gemeente_tegenpartij"],
                    country=row["land_tegenpartij"],
                    birth=row["geboortedatum"],
                )
            )
    return account, events


def _counterpart_known(row: files.Row) -> bool:
    """Where somebody came from or went to: a municipality or a country that a table has, not 0000."""
    municipality, country = row["gemeente_tegenpartij"], row["land_tegenpartij"]
    known = (municipality in code_list("municipalities"), country in code_list("countries"))
    return (known[0] and municipality != UNKNOWN) or (known[1] and country != UNKNOWN)
