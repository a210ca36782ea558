"""Tables of Statistics Netherlands as its service gives them as CSV: a code per dimension, one topic."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from internationals.demo.open.country import Country
from internationals.demo.open.spreading import Weights
from internationals.demo.open.tables import rows, write

NATION = "NL00"
BOTH_SEXES, ALL_AGES = "T001038", "10000"

Line = tuple[object, ...]


def export(path: Path, dimensions: str, lines: Iterable[Line]) -> None:
    """Write lines of (year, region, groups..., persons) as an export; `dimensions` are those of the groups."""
    write(
        path,
        f"ID;Geslacht;Leeftijd;{dimensions};RegioS;Perioden;Bevolking_1",
        (
            (number, BOTH_SEXES, ALL_AGES, *groups, region, f"{year}JJ00", persons)
            for number, (year, region, *groups, persons) in enumerate(lines)
        ),
        mark=True,
    )


def lean(country: Country, groups: list[dict[str, str]], noise: Weights) -> Weights:
    """How a group is over- or underrepresented per municipality: by chance, and in cities as `centre` says.

    `noise` has a row per municipality and a column per group; the spread of a column is its `variety`.
    """
    variety = np.array([float(group["variety"]) for group in groups])
    centre = np.array([float(group["centre"]) for group in groups])
    persons = np.array([float(group["persons"]) for group in groups])
    urban = np.clip(np.log(country.internationals / country.residents / 0.04), -1, 1.6)
    return np.asarray(
        persons[None, :] * np.exp(variety[None, :] * noise + 0.45 * centre[None, :] * urban[:, None])
    )


def leaders(country: Country, column: str, order: list[str]) -> dict[int, int]:
    """Which group is first in which municipality, where the target table says so: row -> column."""
    known = {row["code"]: row[column] for row in rows("municipalities") if row[column]}
    return {at: order.index(known[code]) for at, code in enumerate(country.codes) if code in known}
