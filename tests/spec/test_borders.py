"""Which municipalities have a land border with another country (D21)."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import pairwise
from math import dist
from pathlib import Path

import pytest

from internationals.definitions import codes
from internationals.definitions.borders import border_municipalities, is_border


@pytest.mark.parametrize(
    "name", ["Vaals", "Maastricht", "Hulst", "Kerkrade", "Winterswijk", "Oldambt", "Heerlen"]
)
def test_these_touch_belgium_or_germany(name: str) -> None:
    (code,) = (c for c, place in codes.municipalities().items() if place.name == name and not place.valid_to)
    assert is_border(code)


@pytest.mark.parametrize("code", ["0362", "0518", "0363", "0546", "0946", "0944"])
def test_these_do_not(code: str) -> None:
    assert not is_border(code)


def test_every_border_municipality_exists_today_and_says_its_neighbour() -> None:
    for code, neighbour in border_municipalities().items():
        assert codes.municipalities()[code].valid_to is None
        assert neighbour in ("BE", "DE", "BE+DE")


def test_the_three_countries_meet_at_vaals() -> None:
    assert border_municipalities()["0981"] == "BE+DE"


@pytest.mark.real_data
def test_every_border_municipality_has_an_edge_that_it_shares_with_none(real_data: Path) -> None:
    drawn = json.loads((real_data / "geo" / "gemeenten_2022_rd_kiesraad.geojson").read_text(encoding="utf-8"))
    owners: defaultdict[tuple[tuple[int, int], ...], set[str]] = defaultdict(set)
    for place in drawn["features"]:
        shape, code = place["geometry"], place["properties"]["regiocode"][1:]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        for ring in (ring for polygon in polygons for ring in polygon):
            corners = [(round(x), round(y)) for x, y, *_ in ring]
            for edge in pairwise(corners):
                owners[tuple(sorted(edge))].add(code)
    outer: defaultdict[str, float] = defaultdict(float)
    for (start, end), codes_of in owners.items():
        if len(codes_of) == 1:
            outer[next(iter(codes_of))] += dist(start, end)
    # The shortest stretch of border is the 400 metres of Oost Gelre.
    assert not [code for code in border_municipalities() if outer[code] < 400]
