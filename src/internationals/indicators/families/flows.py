"""Internationals who settle in the municipality or leave it, by the nationality at the event (D7, D8)."""

from __future__ import annotations

import ibis

from internationals.definitions.flows import EventKind
from internationals.indicators.count import Row, by_code, count_by, summed
from internationals.indicators.facts import Facts


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`arrivals` and `departures`, each also by nationality, gross and in persons; and `out_and_back`."""
    found: dict[str, list[Row]] = {}
    for name, kind in (("arrivals", EventKind.ARRIVAL), ("departures", EventKind.DEPARTURE)):
        gross = facts.events.filter(facts.events.international & (facts.events.kind == kind))
        net = gross.filter(~gross.netted)
        found[name] = summed(count_by(net, "year"))
        found[f"{name}_gross"] = summed(count_by(gross, "year"))
        found[f"{name}_nationality"] = by_code(count_by(net, "year", "nationality"))
        found[f"{name}_persons"] = summed(count_by(net.select("year", "person").distinct(), "year"))
    found["out_and_back"] = _pairs(facts)
    return found


def _pairs(facts: Facts) -> list[Row]:
    """Pairs by year, when the one who leaves or the one who comes back is an international."""
    halves = facts.events.filter(facts.events.netted)
    order = ibis.window(group_by=["year", "person"], order_by=["date", "row"])
    pairs = halves.mutate(back=halves.international.lead().over(order))
    pairs = pairs.filter((pairs.kind == EventKind.DEPARTURE) & (pairs.international | pairs.back))
    return summed(count_by(pairs, "year"))
