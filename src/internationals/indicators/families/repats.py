"""Dutch people who come to live here from abroad (D12)."""

from __future__ import annotations

from internationals.definitions.ages import age_group
from internationals.definitions.counterparts import is_caribbean, is_repat
from internationals.definitions.flows import EventKind
from internationals.indicators.count import Row, code, count_by, summed
from internationals.indicators.facts import Facts


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`repats`, `repats_age`, and `repats_caribbean`: those among them from the Caribbean."""
    counted = count_by(
        facts.flow(EventKind.ARRIVAL),
        *("year", "international", "age", "counterpart_municipality", "counterpart_country"),
    )
    found = [
        (year, age_group(years), code(country), count)
        for year, international, years, municipality, country, count in counted
        if is_repat(not international, code(municipality), code(country))
    ]
    return {
        "repats": summed((year, count) for year, _, _, count in found),
        "repats_age": summed((year, age, count) for year, age, _, count in found),
        "repats_caribbean": summed((year, n) for year, _, country, n in found if is_caribbean(country)),
    }
