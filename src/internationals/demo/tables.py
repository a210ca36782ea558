"""Reading the target tables that lie in the folder `targets`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `targets/NAME.csv`, as text under the names of its header."""
    text = files("internationals.demo").joinpath("targets", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def by_year(name: str) -> Mapping[int, Mapping[str, float]]:
    """A table with one row per year: year -> column -> number. The ids of the figures are left out."""
    return {
        int(row["year"]): {key: float(value) for key, value in row.items() if key not in ("year", "figures")}
        for row in rows(name)
    }


@cache
def fixed() -> Mapping[tuple[str, int], tuple[int | None, int | None]]:
    """(nationality, year) -> residents on 1 January and arrivals in the year; None is free."""
    return {
        (row["nationality"], int(row["year"])): (
            int(row["residents"]) if row["residents"] else None,
            int(row["arrivals"]) if row["arrivals"] else None,
        )
        for row in rows("nationality_years")
    }


@dataclass(frozen=True)
class Durations:
    """How long internationals have had their address on a 1 January: for all of them ("") and for some of the
    nationalities, the percentages of one to three years and of three years and more."""

    nationalities: tuple[str, ...]
    shares: NDArray[np.float64]


@cache
def durations() -> Mapping[int, Durations]:
    """Year -> the durations at the address on 1 January, where there is a target."""
    table = rows("durations")
    result = {}
    for year in sorted({row["year"] for row in table}):
        mine = sorted((row for row in table if row["year"] == year), key=lambda row: row["nationality"])
        result[int(year)] = Durations(
            tuple(row["nationality"] for row in mine),
            np.array([[float(row["one_to_three"]), float(row["three_or_more"])] for row in mine]),
        )
    return result


@dataclass(frozen=True)
class Profile:
    """How a group of people lives: relative rates, how they come, and where they live.

    `turnover`, `births`, `deaths` and `naturalisation` are relative to other profiles; `abroad`, `back` and
    `asylum` are shares of arrivals, `home` the share of those from abroad who come from their own country;
    `years_here` is the mean stay in years at the start; `title` is the residence title of those who need
    one (0 none); `housing` is a column of the neighbourhoods.
    """

    turnover: float
    births: float
    deaths: float
    naturalisation: float
    abroad: float
    home: float
    back: float
    years_here: float
    asylum: float
    title: int
    housing: str


@cache
def profiles() -> Mapping[str, Profile]:
    """The profiles under their names, in the order of the table."""
    return {
        row["profile"]: Profile(
            float(row["turnover"]),
            float(row["births"]),
            float(row["deaths"]),
            float(row["naturalisation"]),
            float(row["abroad"]),
            float(row["home"]),
            float(row["return"]),
            float(row["years_here"]),
            float(row["asylum"]),
            int(row["rights"]),
            row["housing"],
        )
        for row in rows("profiles")
    }


@dataclass(frozen=True)
class Ages:
    """Age bands, both bounds inclusive, with a weight for the people who are there and for who arrives."""

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    stock: NDArray[np.float64]
    arrival: NDArray[np.float64]


@cache
def ages(profile: str) -> Ages:
    """The age bands of one profile."""
    mine = [row for row in rows("ages") if row["profile"] == profile]
    return Ages(
        np.array([int(row["from"]) for row in mine]),
        np.array([int(row["to"]) for row in mine]),
        shares([row["stock"] for row in mine]),
        shares([row["arrival"] for row in mine]),
    )


def shares(weights: list[str]) -> NDArray[np.float64]:
    """Weights as shares of their sum."""
    numbers = np.array([float(weight) for weight in weights])
    return np.asarray(numbers / numbers.sum())


@dataclass(frozen=True)
class Homes:
    """The neighbourhoods, and for every kind of housing the share that each of them has of it."""

    codes: tuple[str, ...]
    shares: Mapping[str, NDArray[np.float64]]


@cache
def homes() -> Homes:
    """The neighbourhoods of the town."""
    table = rows("neighbourhoods")
    kinds = [name for name in table[0] if name != "neighbourhood"]
    return Homes(
        tuple(row["neighbourhood"] for row in table),
        {kind: shares([row[kind] for row in table]) for kind in kinds},
    )
