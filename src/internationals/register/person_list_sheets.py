"""Rows of the extract made from a person, and the tables that collect them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from internationals.definitions.residents import NON_RESIDENTS
from internationals.register.person_list_events import Event
from internationals.register.person_list_person import Parent, Person, Title

Row = dict[str, str]

_EMIGRATED = "E"
_BATCH = 20_000


class Sheet:
    """A table of text that grows row by row, without keeping every value as an object of its own."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        self._schema = pa.schema([(column, pa.string()) for column in columns])
        self._rows: list[Row] = []
        self._batches: list[pa.RecordBatch] = []

    def add(self, row: Row) -> None:
        """Put a row below the others. Raises KeyError when it has other columns than the sheet."""
        if row.keys() != set(self._schema.names):
            raise KeyError(f"expected the columns {', '.join(self._schema.names)}")
        self._rows.append(row)
        if len(self._rows) == _BATCH:
            self._pack()

    def table(self) -> pa.Table:
        """All rows so far."""
        self._pack()
        return pa.Table.from_batches(self._batches, self._schema)

    def _pack(self) -> None:
        self._batches.append(pa.RecordBatch.from_pylist(self._rows, self._schema))
        self._rows = []


def stand_row(person: Person, at: date, areas: Mapping[str, str]) -> Row | None:
    """The person before any event of the reference date; None when not yet born or registered anywhere."""
    stay = person.stays.before(at)
    if stay is None:
        return None
    first, second = (parent.before(at) or Parent() for parent in person.parents)
    title = person.titles.before(at) or Title()
    suspended = person.suspended_from is not None and person.suspended_from < at
    # The list of someone abroad is suspended, but it keeps its last suspension only: not one that has ended.
    emigrated = _EMIGRATED if stay.abroad and stay.municipality != NON_RESIDENTS else ""
    return {
        "persoon": person.number,
        "geboortedatum": person.birth,
        "geslacht": person.sex.before(at) or "",
        "geboorteland": person.birth_country,
        "geboorteland_ouder_1": first.country,
        "geboorteland_ouder_2": second.country,
        "geslacht_ouder_1": first.sex,
        "geslacht_ouder_2": second.sex,
        "nationaliteiten": person.held_before(at),
        "gemeente": stay.municipality,
        "buurt": areas.get(stay.address, ""),
        "datum_vestiging_gemeente": stay.settled,
        "datum_adres": stay.address_since,
        "land_vanwaar_gevestigd": stay.country_from,
        "datum_vestiging_nederland": stay.settled_nl,
        "verblijfstitel": title.code,
        "verblijfstitel_einde": title.until,
        "opschorting": person.suspension if suspended else emigrated,
        "rij": str(person.line),
    }


def event_row(person: Person, event: Event, areas: Mapping[str, str]) -> Row:
    """One event of the own municipality as a row of the extract."""
    return {
        "persoon": person.number,
        "datum": f"{event.day:%Y%m%d}",
        "soort": event.kind.value,
        "gemeente_tegenpartij": event.counterpart.municipality,
        "land_tegenpartij": event.counterpart.country,
        "geboortedatum": person.birth,
        "geslacht": person.sex.through(event.day) or "",
        "geboorteland": person.birth_country,
        "nationaliteiten": event.nationalities,
        "nationaliteiten_na": event.nationalities_after,
        "buurt": areas.get(event.address, ""),
        "rij": str(person.line),
    }
