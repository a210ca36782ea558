"""Leiden itself in the national tables: near the invented register, as the two are in reality."""

from __future__ import annotations

import numpy as np

from internationals.definitions.codes import nationalities
from internationals.demo import tables
from internationals.demo.open.spreading import Weights

LEIDEN = "0546"
MERGED = {"9030": "6024", "5107": "7011", "5095": "7011", "5110": "7011", "5106": "7011", "6029": "9089"}
"""Countries that the national table counts under another: the Dutch East Indies, the Antilles, old Germany."""


def nationality_weights(year: int, codes: list[str], internationals: int) -> Weights:
    """Internationals of Leiden by nationality: those that were published as they are, the rest by weight."""
    published = {
        code: residents
        for (code, when), (residents, _) in tables.fixed().items()
        if when == year and residents is not None and code in codes
    }
    weight = {row["nationality"]: float(row["weight_2022"] or 0) for row in tables.rows("nationalities")}
    rest = np.array([0.0 if code in published else weight.get(code, 40.0) for code in codes])
    rest *= (internationals - sum(published.values())) / rest.sum()
    return np.array([published.get(code, left) for code, left in zip(codes, rest.tolist(), strict=True)])


def origin_weights(origins: list[str], background: int, by_nationality: dict[str, float]) -> Weights:
    """Persons of Leiden by origin: internationals by their nationality's country, Dutch people by their parents'.

    `origins` has an empty text for each leftover; what fits no listed origin is divided over these.
    """
    country = {code: nationality.country for code, nationality in nationalities().items()}
    found: dict[str, float] = {}
    for code, persons in by_nationality.items():
        found[country[code]] = found.get(country[code], 0.0) + persons
    dutch = background - sum(by_nationality.values())
    targets = [(row["country"], float(row["weight"])) for row in tables.rows("countries_of_origin")]
    total = sum(weight for _, weight in targets)
    for code, weight in targets:
        counted = MERGED.get(code, code)
        found[counted] = found.get(counted, 0.0) + dutch * weight / total
    listed = sum(found.get(code, 0.0) for code in origins if code)
    leftover = max(background - listed, 0.0) / max(origins.count(""), 1)
    return np.array([found.get(code, 0.0) if code else leftover for code in origins])
