"""How long internationals have lived here: since settling in the municipality, and at the present address (D11)."""

from __future__ import annotations

from internationals.definitions.ages import age_group
from internationals.definitions.duration import duration_class
from internationals.indicators.count import Row, code, count_by, summed
from internationals.indicators.facts import Facts

VARIANTS = {"duration_settled": "settled_years", "duration_address": "address_years"}
"""The column of completed years behind every table."""


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`duration_settled` and `duration_address`, each also by age and by nationality."""
    people = facts.internationals
    found: dict[str, list[Row]] = {}
    for name, column in VARIANTS.items():
        by_age = [
            (year, age_group(age), duration_class(years), count)
            for year, age, years, count in count_by(people, "year", "age", column)
        ]
        by_nationality = [
            (year, code(held), duration_class(years), count)
            for year, held, years, count in count_by(people, "year", "nationality", column)
        ]
        found[name] = summed((year, duration, count) for year, _, duration, count in by_age)
        found[f"{name}_age"] = summed(by_age)
        found[f"{name}_nationality"] = summed(by_nationality)
    return found
