"""Arrivals and departures of internationals by age on the day and by counterpart (D7, D8, D10)."""

from __future__ import annotations

from typing import Any

from internationals.definitions.ages import age_group
from internationals.definitions.counterparts import ABROAD, counterpart, country_from
from internationals.definitions.flows import EventKind
from internationals.indicators.count import Row, code, count_by, summed
from internationals.indicators.facts import Facts


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`arrivals` and `departures`, each `_age` and `_counterpart`; and `arrivals_country`."""
    found: dict[str, list[Row]] = {}
    for name, kind in (("arrivals", EventKind.ARRIVAL), ("departures", EventKind.DEPARTURE)):
        flow = facts.flow(kind)
        flow = flow.filter(flow.international)
        ages = [(year, age_group(years), count) for year, years, count in count_by(flow, "year", "age")]
        ends = _counterparts(flow)
        found[f"{name}_age"] = summed(ages)
        found[f"{name}_counterpart"] = summed((year, where, count) for year, where, _, count in ends)
        if kind is EventKind.ARRIVAL:
            abroad = ((year, country, count) for year, where, country, count in ends if where == ABROAD)
            found["arrivals_country"] = summed(abroad)
    return found


def _counterparts(flow: Any) -> list[Row]:
    """Year, counterpart, country of the counterpart, and how many events."""
    counted = count_by(flow, "year", "counterpart_municipality", "counterpart_country")
    return [
        (year, counterpart(code(municipality), code(country)), country_from(code(country)), count)
        for year, municipality, country, count in counted
    ]
