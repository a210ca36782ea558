"""What a reader of the figures should know about the data: gaps, oddities, and what became of every row."""

from __future__ import annotations

from typing import Any

from internationals.definitions import nationality
from internationals.definitions.counterparts import UNKNOWN, counterpart
from internationals.definitions.flows import EventKind
from internationals.definitions.status_holders import asylum_title, has_ended
from internationals.indicators.asylum import asylum_titles
from internationals.indicators.count import Row, code, count_by, summed
from internationals.indicators.facts import Facts


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`quality` (year, item) and `accounting` (year, file, item)."""
    people, events = facts.residents, facts.events
    items = {
        "unknown_nationality": people.nationality == int(nationality.UNKNOWN),
        "stateless": people.nationality == int(nationality.STATELESS),
        "one_parent_unknown": people.one_parent_unknown,
        "unknown_birth_country": people.birth_country == 0,
        "incomplete_birth_date": people.birth % 100 == 0,
        "unknown_neighbourhood": people.neighbourhood == 0,
        "international_without_background": people.international & ~people.background,
    }
    flows = {
        "arrivals_counterpart_unknown": _unknown(events, EventKind.ARRIVAL),
        "departures_counterpart_unknown": _unknown(events, EventKind.DEPARTURE),
        "corrections_in": events.kind == EventKind.CORRECTION_IN,
        "corrections_out": events.kind == EventKind.CORRECTION_OUT,
        "out_and_back": events.netted & (events.kind == EventKind.DEPARTURE),
    }
    rows: list[Row] = []
    for table, tests in ((people, items), (events, flows)):
        for item, test in tests.items():
            rows += [(year, item, count) for year, count in count_by(table.filter(test), "year")]
    rows += _dutch_from_nowhere(facts) + _ended_titles(facts)
    return {"quality": summed(rows), "accounting": _accounting(facts)}


def _unknown(events: Any, kind: EventKind) -> Any:
    return (events.kind == kind) & (events.counterpart_municipality == 0) & (events.counterpart_country == 0)


def _dutch_from_nowhere(facts: Facts) -> list[Row]:
    """Arrivals of Dutch people whom nobody can call returning or not (D12)."""
    arrivals = facts.flow(EventKind.ARRIVAL)
    dutch = arrivals.filter(~arrivals.international)
    return [
        (year, "dutch_arrivals_counterpart_unknown", count)
        for year, municipality, country, count in count_by(
            dutch, "year", "counterpart_municipality", "counterpart_country"
        )
        if counterpart(code(municipality), code(country)) == UNKNOWN
    ]


def _ended_titles(facts: Facts) -> list[Row]:
    """Internationals who are no status holders only because their asylum title has ended (D14)."""
    return [
        (at.year, "asylum_title_ended", count)
        for at, title, end, count in asylum_titles(facts)
        if asylum_title(title, at) and has_ended(end, at)
    ]


def _accounting(facts: Facts) -> list[Row]:
    rows: list[Row] = []
    for report in facts.files:
        name = report.file.split(".")[0]
        rows.append((report.year, name, "read", report.read))
        rows.append((report.year, name, "used", report.used))
        rows += [(report.year, name, f"excluded_{reason}", n) for reason, n in report.excluded.items()]
        rows.append((report.year, name, "rejected", sum(report.rejected.values())))
    return summed(rows)
