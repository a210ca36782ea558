"""Residents on 1 January by origin in the scheme of 2022, and whether they were born here (D5b)."""

from __future__ import annotations

from internationals.definitions.background import BORN, origin_region
from internationals.indicators.count import Row, code, count_by, summed
from internationals.indicators.facts import Facts


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`residents_origin2022` and `residents_origin2022_country`."""
    countries = [
        (year, code(country), BORN[born], count)
        for year, country, born, count in count_by(facts.residents, "year", "origin2022", "born")
    ]
    regions = [(year, origin_region(country), born, count) for year, country, born, count in countries]
    return {"residents_origin2022": summed(regions), "residents_origin2022_country": summed(countries)}
