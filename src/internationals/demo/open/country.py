"""The invented country: every municipality of a year with its residents, internationals and background.

Sizes are rounded magnitudes where a municipality is well known, and drawn elsewhere; shares are invented, so
that the ranks are those that were published. The totals of the country are sums of the municipalities.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from internationals.definitions.codes import municipalities
from internationals.demo.open.tables import rows
from internationals.demo.rounding import Whole, apportion

YEARS = (2020, 2021, 2022)
NO_PLACE = ("0000", "1999")
GROWTH = {2020: (0.965, -0.45), 2021: (1.0, 0.0), 2022: (1.045, 0.6)}
"""Per year: times the share of internationals of 2021, and points to add to that of background."""
MOST_INTERNATIONAL, MOST_BACKGROUND = 0.096, 0.285
"""Shares that no municipality goes beyond of which nothing was published, so that none takes a rank."""


@dataclass(frozen=True)
class Country:
    """One year: municipality codes in order, and beside each its persons."""

    year: int
    codes: tuple[str, ...]
    residents: Whole
    internationals: Whole
    background: Whole


def existing(year: int) -> tuple[str, ...]:
    """The codes of the municipalities that exist on 1 January of a year, in order."""
    day = date(year, 1, 1)
    return tuple(
        code
        for code, place in sorted(municipalities().items())
        if code not in NO_PLACE
        and (place.valid_from is None or place.valid_from <= day)
        and (place.valid_to is None or day < place.valid_to)
    )


def invent(rng: np.random.Generator) -> dict[int, Country]:
    """The country in every year. Raises DataError when the target tables contradict each other."""
    known = {row["code"]: row for row in rows("municipalities")}
    exact = {(row["code"], int(row["year"])): row for row in rows("exact")}
    everywhere = sorted({code for year in YEARS for code in existing(year)})
    traits = {
        code: tuple(draw)
        for code, draw in zip(everywhere, rng.normal(size=(len(everywhere), 3)), strict=True)
    }
    return {year: _year(year, known, exact, traits) for year in YEARS}


def _year(
    year: int,
    known: dict[str, dict[str, str]],
    exact: dict[tuple[str, int], dict[str, str]],
    traits: dict[str, tuple[float, ...]],
) -> Country:
    codes = existing(year)
    total = exact["NL", year]
    fixed = {code: _published(known[code], exact.get((code, year)), year) for code in codes if code in known}
    free = [code for code in codes if code not in known]
    size = np.array([28_500 * np.exp(0.42 * traits[code][0]) for code in free])

    def rest(column: int, name: str) -> int:
        return int(total[name]) - sum(persons[column] for persons in fixed.values())

    smallest = np.full(len(free), 3000, dtype=np.int64)
    largest = np.full(len(free), 65_000, dtype=np.int64)
    residents = apportion(rest(0, "residents"), size, smallest, largest, what=f"the residents of {year}")
    parts = {"residents": residents}
    for name, column, trait, spread, most in (
        ("internationals", 1, 1, 0.4, MOST_INTERNATIONAL),
        ("background", 2, 2, 0.25, MOST_BACKGROUND),
    ):
        parts[name] = apportion(
            rest(column, name),
            residents * np.array([np.exp(spread * traits[code][trait]) for code in free]),
            np.floor(residents * 0.01).astype(np.int64),
            np.floor(residents * most).astype(np.int64),
            what=f"the {name} of {year}",
        )
    places = {code: tuple(int(parts[name][at]) for name in parts) for at, code in enumerate(free)} | fixed
    table = np.array([places[code] for code in codes], dtype=np.int64)
    return Country(year, codes, table[:, 0], table[:, 1], table[:, 2])


def _published(place: dict[str, str], exact: dict[str, str] | None, year: int) -> tuple[int, int, int]:
    """Residents, internationals and persons with a background of a municipality in the target table."""
    if exact:
        return int(exact["residents"]), int(exact["internationals"]), int(exact["background"])
    times, points = GROWTH[year]
    residents = round(float(place["residents"]) * (1 + 0.006 * (year - 2021)))
    shares = {}
    for name, usual in (
        ("international", float(place["international"]) * times),
        ("background", float(place["background"]) + points),
    ):
        shares[name] = float(place[f"{name}_2020"]) if year == 2020 else usual
    return (
        residents,
        round(residents * shares["international"] / 100),
        round(residents * shares["background"] / 100),
    )
