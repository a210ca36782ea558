"""`cbs_background` and `cbs_origin2022`: residents by the old and the new classification of origin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from internationals.demo.open.country import Country
from internationals.demo.open.own_town import LEIDEN, nationality_weights, origin_weights
from internationals.demo.open.spreading import Weights, settled, whole
from internationals.demo.open.statline import NATION, Line, export, leaders, lean
from internationals.demo.open.tables import rows
from internationals.demo.rounding import Whole

NEW_YEARS = (2022,)
MORE_BY_NEW = 1.02
"""Persons of foreign origin by the new classification, per person with a background by the old."""


def deliver(folder: Path, countries: dict[int, Country], rng: np.random.Generator) -> None:
    """Write `cbs_background.csv` and `cbs_origin2022.csv`."""
    groups = rows("origins")
    codes = [group["origin"] for group in groups]
    places = sorted({code for country in countries.values() for code in country.codes})
    noise = dict(zip(places, rng.normal(size=(len(places), len(groups))), strict=True))
    western = np.array([group["group"] == "western" for group in groups])
    persons = np.array([float(group["persons"]) for group in groups])
    border = {
        row["code"]: codes.index("9089" if row["neighbour"] == "0055" else "5010")
        for row in rows("municipalities")
        if row["neighbour"]
    }
    spread: dict[int, Whole] = {}
    for year, country in countries.items():
        weights = lean(country, groups, np.array([noise[code] for code in country.codes]))
        for at, code in enumerate(country.codes):
            if code in border:
                weights[at, border[code]] *= 2.5
        share = persons * (country.background.sum() / persons.sum())
        fitted = settled(weights, country.background.astype(float), share, leaders(country, "origin", codes))
        at = country.codes.index(LEIDEN)
        fitted[at] = _leiden(year, codes, int(country.internationals[at]), int(country.background[at]))
        spread[year] = whole(fitted, country.background)

    def old() -> Iterator[Line]:
        titles = [
            "Totaal",
            "Nederlandse achtergrond",
            "Westerse migratieachtergrond",
            "Niet-westerse migratieachtergrond",
            *(group["title"] for group in groups),
        ]
        for year, country in countries.items():
            parts = spread[year]
            table = np.column_stack(
                [
                    country.residents,
                    country.residents - country.background,
                    parts[:, western].sum(axis=1),
                    parts[:, ~western].sum(axis=1),
                    parts,
                ]
            )
            for region, values in _regions(country, table):
                for title, value in zip(titles, values, strict=True):
                    yield year, region, title, value

    export(folder / "cbs_background.csv", "Migratieachtergrond", old())
    export(folder / "cbs_origin2022.csv", "Herkomstland;Geboorteland", _new(countries, spread, western))


def _leiden(year: int, origins: list[str], internationals: int, background: int) -> Weights:
    by_code = [row["nationality"] for row in rows("nationalities")]
    persons = nationality_weights(year, by_code, internationals)
    return origin_weights(origins, background, dict(zip(by_code, persons.tolist(), strict=True)))


def _new(
    countries: dict[int, Country], spread: dict[int, Whole], western: NDArray[np.bool_]
) -> Iterator[Line]:
    """The new classification: origin by own country of birth first, in Europe (Indonesia is not) or outside."""
    for year in NEW_YEARS:
        country, parts = countries[year], spread[year]
        foreign = np.rint(country.background * MORE_BY_NEW).astype(np.int64)
        europe = np.rint(parts[:, western].sum(axis=1) * 0.72).astype(np.int64)
        outside = foreign - europe
        born_abroad = [np.zeros_like(foreign), np.rint(europe * 0.6).astype(np.int64)]
        born_abroad.append(np.rint(outside * 0.53).astype(np.int64))
        origins = [country.residents - foreign, europe, outside]
        cells: list[tuple[str, str, Whole]] = []
        for title, all_of_them, abroad in zip(
            ("Nederland", "Europa (exclusief Nederland)", "Buiten Europa"), origins, born_abroad, strict=True
        ):
            cells += [
                (title, "Totaal", all_of_them),
                (title, "Geboren in Nederland", all_of_them - abroad),
                (title, "Geboren buiten Nederland", abroad),
            ]
        total_abroad = born_abroad[1] + born_abroad[2]
        cells = [
            ("Totaal", "Totaal", country.residents),
            ("Totaal", "Geboren in Nederland", country.residents - total_abroad),
            ("Totaal", "Geboren buiten Nederland", total_abroad),
            *cells,
        ]
        table = np.column_stack([persons for _, _, persons in cells])
        for region, values in _regions(country, table):
            for (origin, born, _), value in zip(cells, values, strict=True):
                yield year, region, origin, born, value


def _regions(country: Country, table: Whole) -> Iterator[tuple[str, list[int]]]:
    """The country and then every municipality, with the numbers of its row."""
    yield NATION, table.sum(axis=0).tolist()
    for code, row in zip(country.codes, table.tolist(), strict=True):
        yield f"GM{code}", row
