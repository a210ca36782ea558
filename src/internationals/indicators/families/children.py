"""International children on 1 January: in total, by nationality, by neighbourhood, and born here (D13)."""

from __future__ import annotations

from collections.abc import Iterator

from internationals.definitions.children import born_here, child_groups
from internationals.indicators.areas import neighbourhood_code
from internationals.indicators.count import Row, code, count_by, summed
from internationals.indicators.facts import Facts


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`children`, `children_nationality`, `children_neighbourhood` and `children_born_nl`."""
    return {
        "children": summed(
            (year, group, count) for year, group, _, count in _children(facts, "international")
        ),
        "children_nationality": summed(
            (year, code(held), group, count) for year, group, held, count in _children(facts, "nationality")
        ),
        "children_neighbourhood": summed(
            (year, neighbourhood_code(area), group, count)
            for year, group, area, count in _children(facts, "neighbourhood")
        ),
        "children_born_nl": summed(
            (year, group, count)
            for year, group, birth, count in _children(facts, "birth_country")
            if born_here(code(birth))
        ),
    }


def _children(facts: Facts, column: str) -> Iterator[Row]:
    """Year, age group (each child in one of three and in the union), value of the column, and how many."""
    for year, years, value, count in count_by(facts.internationals, "year", "age", column):
        for group in child_groups(True, years):
            yield year, group, value, count
