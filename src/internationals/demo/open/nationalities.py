"""`cbs_nationality`: residents by nationality, every municipality on 1 January."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from internationals.demo.open.country import Country
from internationals.demo.open.own_town import LEIDEN, nationality_weights
from internationals.demo.open.spreading import settled, whole
from internationals.demo.open.statline import NATION, Line, export, leaders, lean
from internationals.demo.open.tables import rows
from internationals.demo.rounding import Whole

NEIGHBOUR = 6.0
"""How many times more people of the neighbouring country live in a municipality on the border."""


def deliver(folder: Path, countries: dict[int, Country], rng: np.random.Generator) -> None:
    """Write `cbs_nationality.csv`."""
    groups = rows("nationalities")
    codes = [group["nationality"] for group in groups]
    border = {
        row["code"]: codes.index(row["neighbour"]) for row in rows("municipalities") if row["neighbour"]
    }
    places = sorted({code for country in countries.values() for code in country.codes})
    noise = dict(zip(places, rng.normal(size=(len(places), len(groups))), strict=True))

    def lines() -> Iterator[Line]:
        for year, country in countries.items():
            weights = lean(country, groups, np.array([noise[code] for code in country.codes]))
            for at, code in enumerate(country.codes):
                if code in border:
                    weights[at, border[code]] *= NEIGHBOUR
            persons = np.array([float(group["persons"]) for group in groups])
            share = persons * (country.internationals.sum() / persons.sum())
            fitted = settled(
                weights, country.internationals.astype(float), share, leaders(country, "nationality", codes)
            )
            at = country.codes.index(LEIDEN)
            fitted[at] = nationality_weights(year, codes, int(country.internationals[at]))
            yield from _year(year, country, whole(fitted, country.internationals), groups)

    export(folder / "cbs_nationality.csv", "Nationaliteiten", lines())


def _year(year: int, country: Country, parts: Whole, groups: list[dict[str, str]]) -> Iterator[Line]:
    dutch = country.residents - country.internationals
    table = np.column_stack([country.residents, dutch, parts])
    titles = ["Totaal", "Nederlands", *(group["title"] for group in groups)]
    for region, values in [
        (NATION, table.sum(axis=0).tolist()),
        *((f"GM{code}", row) for code, row in zip(country.codes, table.tolist(), strict=True)),
    ]:
        for title, value in zip(titles, values, strict=True):
            yield year, region, title, value
