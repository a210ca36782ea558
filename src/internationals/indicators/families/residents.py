"""Residents on 1 January: by group (D2, D5, D6), nationality (D4) and origin (D5b, old scheme)."""

from __future__ import annotations

from internationals.indicators.count import Row, by_code, count_by, summed
from internationals.indicators.facts import Facts
from internationals.indicators.groups import groups_of


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`residents_group`, `residents_nationality` and `residents_origin`."""
    people = facts.residents
    grouped = [
        (year, group, count)
        for year, international, background, count in count_by(people, "year", "international", "background")
        for group in groups_of(international, background)
    ]
    return {
        "residents_group": summed(grouped),
        "residents_nationality": by_code(count_by(people, "year", "nationality")),
        "residents_origin": by_code(count_by(people, "year", "origin")),
    }
