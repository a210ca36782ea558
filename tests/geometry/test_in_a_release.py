"""A map goes with the release: what publishes needs the project's own file no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals import build, geometry, release
from internationals.project import open_project
from tests.extracts import put, resident
from tests.geometry.files import feature, geojson, square
from tests.reference.project_folder import write_project


def project(folder: Path) -> Path:
    extracts = write_project(folder, stands=[2022], events=[])
    put(extracts / "stand_2022-01-01.csv", [resident()])
    return folder


def test_a_release_holds_the_map_of_the_project_and_names_its_file(tmp_path: Path) -> None:
    folder = project(tmp_path)
    geojson(folder / "geometry" / "neighbourhoods.geojson", feature("BU05460000", [square(0, 0)]))
    built = build.build(open_project(folder), "now")
    found = release.read(built.folder)
    assert {level: len(areas.areas) for level, areas in found.geometry.items()} == {
        "district": 1,
        "neighbourhood": 1,
    }
    assert "neighbourhoods.geojson" in [entry["file"] for entry in found.manifest["inputs"]]


def test_a_map_that_can_not_be_read_stops_the_build_before_the_register_is_read(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "geometry").mkdir()
    (folder / "geometry" / "map.shp").write_text("")
    read = []
    with pytest.raises(geometry.GeometryError, match=r"geometry/map\.shp is not read"):
        build.build(open_project(folder), "now", lambda what, _part: read.append(what))
    assert read == []
