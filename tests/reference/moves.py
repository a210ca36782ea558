"""Arrivals and departures by age and counterpart, and Dutch people who return (D7, D8, D10, D12)."""

from collections.abc import Iterable, Iterator

from tests.reference import ages
from tests.reference.cells import Key, Table, cell
from tests.reference.codes import ABROAD, NETHERLANDS, UNKNOWN, code_list
from tests.reference.nationality import is_dutch
from tests.reference.reading import Event

CARIBBEAN = {
    "5095": "Aruba",
    "5106": "Bonaire",
    "5107": "Curaçao",
    "5108": "Saba",
    "5109": "Sint Eustatius",
    "5110": "Sint Maarten",
    "7011": "the Netherlands Antilles",
}


def tables(net: Iterable[Event]) -> dict[str, Table]:
    """The tables of events, without those that were undone within thirty days."""
    found: dict[str, Table] = {}
    for event in net:
        places = _repat(event) if is_dutch(event.before) else _flow(event)
        for name, place in places:
            found.setdefault(name, Table())[place] += 1
    return found


def place_of(event: Event) -> str:
    """Abroad, unknown, or the municipality at the other end."""
    if event.municipality == ABROAD:
        return "abroad"
    if event.municipality in code_list("municipalities") and event.municipality != UNKNOWN:
        return event.municipality
    return "abroad" if is_foreign(event.country) else "unknown"


def is_foreign(country: str) -> bool:
    """A country that the table has, other than the Netherlands and *unknown*."""
    return country in code_list("countries") and country not in (NETHERLANDS, UNKNOWN)


def _flow(event: Event) -> Iterator[tuple[str, Key]]:
    flow = {"vestiging": "arrivals", "vertrek": "departures"}.get(event.kind)
    if flow is None:
        return
    year, place = event.day.year, place_of(event)
    yield f"{flow}_age", cell(year=year, age=ages.age_group(event.birth, event.day))
    yield f"{flow}_counterpart", cell(year=year, counterpart=place)
    if flow == "arrivals" and place == "abroad":
        country = event.country if is_foreign(event.country) else UNKNOWN
        yield "arrivals_country", cell(year=year, country=country)


def _repat(event: Event) -> Iterator[tuple[str, Key]]:
    if event.kind != "vestiging":
        return
    year, place = event.day.year, place_of(event)
    if place == "unknown":
        yield "quality", cell(year=year, item="dutch_arrivals_counterpart_unknown")
    if place == "abroad":
        yield "repats", cell(year=year)
        yield "repats_age", cell(year=year, age=ages.age_group(event.birth, event.day))
        if event.country in CARIBBEAN:
            yield "repats_caribbean", cell(year=year)
