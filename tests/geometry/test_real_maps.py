"""Maps of the real Leiden and of the country, as they are published."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from internationals import geometry
from internationals.definitions import codes
from internationals.geometry.rings import area
from internationals.shapes import AreaOutline, Geometry

pytestmark = pytest.mark.real_data


def read(real_data: Path, folder: Path, name: str, level: str) -> dict[str, Geometry]:
    shutil.copy(real_data / "geo" / f"{name}.geojson", folder / f"{level}.geojson")
    return geometry.read(folder, "0546")


def size(outline: AreaOutline) -> float:
    return abs(sum(area(ring) for ring in outline.rings))


def proportions(found: Geometry) -> float:
    xs, ys = zip(*(point for one in found.areas for ring in one.rings for point in ring), strict=True)
    return float((max(xs) - min(xs)) / (max(ys) - min(ys)))


@pytest.mark.parametrize("system", ["rd", "wgs84"])
def test_the_neighbourhoods_join_with_our_list_and_keep_their_size(
    real_data: Path, tmp_path: Path, system: str
) -> None:
    found = read(real_data, tmp_path, f"leiden_buurten_2022_{system}", "neighbourhoods")["neighbourhood"]
    assert {one.code for one in found.areas} == {code for code in codes.areas("0546") if len(code) == 8}
    assert sum(map(size, found.areas)) == pytest.approx(23_475_000, rel=0.005)  # 23.475 km², as published


def test_both_coordinate_systems_give_the_same_picture(real_data: Path, tmp_path: Path) -> None:
    grid, degrees = (
        read(real_data, tmp_path, f"leiden_buurten_2022_{system}", "neighbourhoods")["neighbourhood"]
        for system in ("rd", "wgs84")
    )
    assert proportions(degrees) == pytest.approx(proportions(grid), rel=0.02)  # the grid is turned a little


def test_districts_made_of_neighbourhoods_are_those_of_the_published_map(
    real_data: Path, tmp_path: Path
) -> None:
    made = read(real_data, tmp_path, "leiden_buurten_2022_rd", "neighbourhoods")["district"]
    published = read(real_data, tmp_path, "leiden_wijken_2022_derived_rd", "districts")["district"]
    assert {one.code: size(one) for one in made.areas} == pytest.approx(
        {one.code: size(one) for one in published.areas}, rel=0.001
    )


def test_all_municipalities_of_the_country_stay_light_and_keep_their_size(
    real_data: Path, tmp_path: Path
) -> None:
    found = read(real_data, tmp_path, "gemeenten_2022_rd_kiesraad", "municipalities")["municipality"]
    assert len(found.areas) == 344
    assert sum(len(ring) for one in found.areas for ring in one.rings) <= 4000
    leiden = next(one for one in found.areas if one.code == "0546")
    assert size(leiden) == pytest.approx(23.3e6, rel=0.1)
    assert all(len(set(pairwise(ring))) == len(ring) - 1 for one in found.areas for ring in one.rings)
