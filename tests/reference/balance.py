"""D9: does the stock of one year, with everything that happened, become the stock of the next?

Here nothing is netted: a person who goes out and comes back within a month leaves and arrives.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tests.reference.nationality import Set, counts_as, is_dutch, is_international
from tests.reference.reading import Mutations, Stands
from tests.reference.rows import CHANGES_NATIONALITY, ENTERS, LEAVES

Key = tuple[tuple[str, str], ...]

Belongs = Callable[[Set, date], bool]
"""Does somebody with these nationalities belong to a population, asked on a day?"""

POPULATIONS: dict[str, Callable[[Set], bool]] = {
    "total": lambda held: True,
    "dutch": is_dutch,
    "international": is_international,
}

ITEM_OF_KIND = {
    "vestiging": "arrivals",
    "vertrek": "departures",
    "geboorte": "births",
    "overlijden": "deaths",
    "correctie_bij": "corrections_in",
    "correctie_af": "corrections_out",
}
ADDS = ("stock_start", "arrivals", "births", "nationality_in", "corrections_in")
TAKES = ("departures", "deaths", "nationality_out", "corrections_out")


def years_in_balance(stands: Stands, mutations: Mutations) -> list[int]:
    """The years of which both stands and the mutation file are there."""
    return [
        year
        for year in mutations.years
        if date(year, 1, 1) in stands.dates and date(year + 1, 1, 1) in stands.dates
    ]


def balance(stands: Stands, mutations: Mutations) -> Counter[Key]:
    """The balance of everybody, of the Dutch and of internationals."""
    table: Counter[Key] = Counter()
    for year in years_in_balance(stands, mutations):
        for population, belongs in POPULATIONS.items():
            items = _items(stands, mutations, year, _on_any_day(belongs))
            for item, number in items.items():
                table[("item", item), ("population", population), ("year", str(year))] = number
    return table


def balance_by_nationality(stands: Stands, mutations: Mutations) -> Counter[Key]:
    """The balance of every nationality, with one more item: who was reclassified."""
    table: Counter[Key] = Counter()
    for year in years_in_balance(stands, mutations):
        moves = reclassified(stands, mutations, year)
        for nationality in _nationalities_of(stands, mutations, year):
            items = _items(stands, mutations, year, _counting_as(nationality))
            items["reclassified"] = sum(after == nationality for _, _, after in moves)
            items["reclassified"] -= sum(before == nationality for _, before, _ in moves)
            items["residual"] -= items["reclassified"]
            for item, number in items.items():
                table[("item", item), ("nationality", nationality), ("year", str(year))] = number
    return table


def _on_any_day(belongs: Callable[[Set], bool]) -> Belongs:
    return lambda held, day: belongs(held)


def _counting_as(nationality: str) -> Belongs:
    return lambda held, day: counts_as(held, day) == nationality


def _items(stands: Stands, mutations: Mutations, year: int, belongs: Belongs) -> Counter[str]:
    items: Counter[str] = Counter()
    start, end = date(year, 1, 1), date(year + 1, 1, 1)
    items["stock_start"] = sum(belongs(resident.held, start) for resident in stands.at(start))
    items["stock_end"] = sum(belongs(resident.held, end) for resident in stands.at(end))
    for event in mutations.of(year):
        before = belongs(event.before, event.day)
        if event.kind in ITEM_OF_KIND and before:
            items[ITEM_OF_KIND[event.kind]] += 1
        if event.kind in CHANGES_NATIONALITY:
            after = belongs(event.after, event.day)
            items["nationality_in"] += after and not before
            items["nationality_out"] += before and not after
    explained = sum(items[item] for item in ADDS) - sum(items[item] for item in TAKES)
    items["residual"] = items["stock_end"] - explained
    return items


def _nationalities_of(stands: Stands, mutations: Mutations, year: int) -> set[str]:
    found = {
        counts_as(resident.held, resident.at)
        for at in (date(year, 1, 1), date(year + 1, 1, 1))
        for resident in stands.at(at)
    }
    for event in mutations.of(year):
        found |= {counts_as(event.before, event.day), counts_as(event.after, event.day)}
    for _, before, after in reclassified(stands, mutations, year):
        found |= {before, after}
    return found


# --- reclassified ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Seen:
    """A resident as last seen: the nationalities held, and the day on which they were seen."""

    held: Set
    day: date


def reclassified(stands: Stands, mutations: Mutations, year: int) -> list[tuple[str, str, str]]:
    """Person, old and new nationality of everybody whom the rule moved while nothing happened to them.

    Every person is followed through the year, from one sighting to the next: the stand of 1 January,
    their events in order, the next 1 January. In between they keep the nationalities with which they
    were last seen, so only the day on which the rule is asked can change the answer. Whether the next
    stand agrees is not asked here: where it does not, that is the residual.
    """
    people = sorted(
        {resident.person for resident in stands.residents} | {event.person for event in mutations.events}
    )
    return [move for person in people for move in _moves_of(person, stands, mutations, year)]


def _moves_of(person: str, stands: Stands, mutations: Mutations, year: int) -> Iterator[tuple[str, str, str]]:
    last = _seen_in_stand(person, stands, date(year, 1, 1))
    for event in mutations.of(year):
        if event.person != person:
            continue
        if last:
            yield from _move(person, last, event.day)
        if event.kind in LEAVES:
            last = None
        elif event.kind in CHANGES_NATIONALITY:
            last = Seen(event.after, event.day)
        elif event.kind in ENTERS or last:
            last = Seen(event.before, event.day)
    if last:
        yield from _move(person, last, date(year + 1, 1, 1))


def _seen_in_stand(person: str, stands: Stands, day: date) -> Seen | None:
    for resident in stands.at(day):
        if resident.person == person:
            return Seen(resident.held, day)
    return None


def _move(person: str, last: Seen, day: date) -> Iterator[tuple[str, str, str]]:
    before, after = counts_as(last.held, last.day), counts_as(last.held, day)
    if before != after:
        yield person, before, after
