"""Registrations at the Expat Centre, students welcomed, and the salary criteria (these are real amounts)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from internationals.demo.open.tables import Row, rows, write
from internationals.demo.rounding import apportion

WELCOMED = (2023, "onbekend", 774)
SMALL = 1.0
"""The weight of an employer that is not in the target table."""


def deliver(folder: Path, rng: np.random.Generator) -> None:
    """Write `expat_centre.csv`, `welcome.csv` and `ind_criteria.csv`."""
    write(folder / "expat_centre.csv", "jaar;maand;gemeente;werkgever;aantal", _expat_centre(rng))
    write(folder / "welcome.csv", "jaar;maand;aantal", [WELCOMED])
    write(folder / "ind_criteria.csv", "jaar;leeftijd;bedrag", _criteria())


def _expat_centre(rng: np.random.Generator) -> Iterator[Row]:
    named = rows("employers")
    places = rows("registration_municipalities")
    for row in rows("registrations"):
        months = [int(count) for count in row["months"].split()]
        total, employers = sum(months), int(row["employers"])
        names = [employer["employer"] for employer in named]
        names += [f"Werkgever {number:02} (verzonnen)" for number in range(len(named) - 1, employers - 1)]
        weights = np.array(
            [float(employer["weight"]) for employer in named] + [SMALL] * (employers - len(named))
        )
        of_employer = apportion(total, weights, np.ones(employers, dtype=np.int64), what="the registrations")
        of_place = apportion(total, np.array([float(place["share"]) for place in places]))
        month = np.repeat(np.arange(1, 13), months)
        employer_of = rng.permutation(np.repeat(np.arange(employers), of_employer))
        place_of = rng.permutation(np.repeat(np.arange(len(places)), of_place))
        counted = Counter(zip(month.tolist(), place_of.tolist(), employer_of.tolist(), strict=True))
        for (when, where, who), count in sorted(counted.items()):
            yield int(row["year"]), when, places[where]["municipality"], names[who], count


def _criteria() -> Iterator[Row]:
    for row in rows("wage_criteria"):
        yield row["year"], "onder_30", row["under_30"]
        yield row["year"], "vanaf_30", row["from_30"]
