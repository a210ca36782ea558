"""The balance of the population (D9): does every person who appears or disappears do so by an event?

stock at the end = stock at the start + arrivals - departures + births - deaths + nationality changes
+ corrections (+ reclassified, per nationality) + residual. All flows here are gross: out-and-back pairs
stay in. The residual is what the register does not explain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from internationals.definitions import nationality
from internationals.definitions.flows import ENTERING, LEAVING, NATIONALITY_CHANGES, EventKind
from internationals.indicators.count import Row, code, count_by
from internationals.indicators.facts import Facts

ITEMS = {
    EventKind.ARRIVAL: "arrivals",
    EventKind.DEPARTURE: "departures",
    EventKind.BIRTH: "births",
    EventKind.DEATH: "deaths",
    EventKind.CORRECTION_IN: "corrections_in",
    EventKind.CORRECTION_OUT: "corrections_out",
}
SIGNS = {
    "stock_start": 1,
    "arrivals": 1,
    "departures": -1,
    "births": 1,
    "deaths": -1,
    "nationality_in": 1,
    "nationality_out": -1,
    "corrections_in": 1,
    "corrections_out": -1,
    "reclassified": 1,
    "stock_end": -1,
}

Ledger = Counter[tuple[int, str, str]]  # (year, nationality or population, item) -> count


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`balance` (total, dutch, international) and `balance_nationality`, for every year that is complete."""
    ledger = _ledger(facts)
    populations: Ledger = Counter()
    for (year, held, item), count in ledger.items():
        if item in ("nationality_in", "nationality_out", "reclassified"):
            continue
        populations[year, "dutch" if held == nationality.DUTCH else "international", item] += count
        populations[year, "total", item] += count
    for year, became_international, count in _changes(facts):
        gains, loses = ("international", "dutch") if became_international else ("dutch", "international")
        populations[year, gains, "nationality_in"] += count
        populations[year, loses, "nationality_out"] += count
    return {"balance": list(_closed(populations)), "balance_nationality": list(_closed(ledger))}


def complete_years(facts: Facts) -> list[int]:
    """Years with a stand on 1 January, one on the next, and all events between."""
    firsts = {at.year for at in facts.frame.stand_dates if (at.month, at.day) == (1, 1)}
    return [year for year in facts.frame.event_years if {year, year + 1} <= firsts]


def _ledger(facts: Facts) -> Ledger:
    years = complete_years(facts)
    ledger: Ledger = Counter()
    for year, number, count in count_by(facts.residents, "year", "nationality"):
        if year in years:
            ledger[year, code(number), "stock_start"] += count
        if year - 1 in years:
            ledger[year - 1, code(number), "stock_end"] += count
    counted = count_by(facts.events, "year", "kind", "nationality", "nationality_after")
    for year, kind, before, after, count in counted:
        if year not in years:
            continue
        if kind in ITEMS:
            ledger[year, code(before), ITEMS[EventKind(kind)]] += count
        elif kind in NATIONALITY_CHANGES and before != after:
            ledger[year, code(before), "nationality_out"] += count
            ledger[year, code(after), "nationality_in"] += count
    for year, held, count in _reclassified(facts, years):
        ledger[year, held, "reclassified"] += count
    return ledger


def _changes(facts: Facts) -> Iterator[tuple[int, bool, int]]:
    """Per year: how many became international (True) or Dutch (False)."""
    changed = facts.events.filter(
        facts.events.kind.isin(sorted(NATIONALITY_CHANGES))
        & (facts.events.international != facts.events.international_after)
    )
    years = complete_years(facts)
    for year, after, count in count_by(changed, "year", "international_after"):
        if year in years:
            yield year, after, count


def _reclassified(facts: Facts, years: list[int]) -> Iterator[tuple[int, str, int]]:
    """Who is counted under another nationality because the priority rule is asked at another date.

    On a day when the rule changes, everyone who then holds a set that it answers differently moves. How
    many hold the set is the stock of 1 January plus those who came to hold it before that day, less those
    who ceased to.
    """
    for year in years:
        for day in nationality.change_dates(date(year, 1, 1), date(year + 1, 1, 1)):
            eve = date.fromordinal(day.toordinal() - 1)
            for held, count in _holders(facts, year, day).items():
                codes = frozenset(held.split())
                before, after = nationality.decide(codes, eve), nationality.decide(codes, day)
                if before != after and count:
                    yield year, before, -count
                    yield year, after, count


def _holders(facts: Facts, year: int, day: date) -> Counter[str]:
    """How many residents hold each set of nationalities just before a day."""
    people, events = facts.residents, facts.events
    holders: Counter[str] = Counter()
    for held, count in count_by(people.filter(people.year == year), "nationalities"):
        holders[held] += count
    before = events.filter(
        (events.year == year) & (events.date < day.year * 10000 + day.month * 100 + day.day)
    )
    for kind, held, after, count in count_by(before, "kind", "nationalities", "nationalities_after"):
        if kind in ENTERING:
            holders[held] += count
        elif kind in LEAVING:
            holders[held] -= count
        elif kind in NATIONALITY_CHANGES:
            holders[held] -= count
            holders[after] += count
    return holders


def _closed(ledger: Ledger) -> Iterator[Row]:
    """The ledger's rows, with the residual that closes each balance."""
    residual: Counter[tuple[int, str]] = Counter()
    for (year, group, item), count in ledger.items():
        residual[year, group] -= SIGNS[item] * count
        yield str(year), group, item, count
    for (year, group), count in residual.items():
        yield str(year), group, "residual", count
