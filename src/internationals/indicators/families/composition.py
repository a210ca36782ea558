"""Residents on 1 January by age, sex and area (D10, D25), for the main groups and for every nationality."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from internationals.definitions.ages import age_group
from internationals.indicators.areas import district_code, neighbourhood_code
from internationals.indicators.count import Row, code, count_by, summed
from internationals.indicators.facts import Facts
from internationals.indicators.groups import by_main_group

DIMENSIONS: Mapping[str, tuple[str, Callable[[Any], str]]] = {
    "age": ("age", age_group),
    "sex": ("sex", str),
    "district": ("neighbourhood", district_code),
    "neighbourhood": ("neighbourhood", neighbourhood_code),
}
"""The column behind every dimension, and the code of a value in it."""


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`residents_<dimension>` by group and `residents_nationality_<dimension>`."""
    found: dict[str, list[Row]] = {}
    for name, (column, coded) in DIMENSIONS.items():
        found[f"residents_{name}"] = summed(by_main_group(facts.residents, column, coded))
        found[f"residents_nationality_{name}"] = summed(_by_nationality(facts, column, coded))
    return found


def _by_nationality(facts: Facts, column: str, coded: Callable[[Any], str]) -> Iterator[Row]:
    for year, held, value, count in count_by(facts.residents, "year", "nationality", column):
        yield year, code(held), coded(value), count
