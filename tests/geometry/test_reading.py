"""Maps that a municipality puts into its `geometry/` folder: joined on code, in metres, or refused in a sentence."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from internationals import geometry
from internationals.shapes import Geometry
from tests.geometry.files import (
    RD,
    SOUTH,
    WEST,
    feature,
    geojson,
    geopackage,
    multipolygon_bytes,
    polygon_bytes,
    square,
    stored,
)

ONE, TWO = "05460000", "05460001"


def codes(level: Geometry) -> list[str]:
    return [area.code for area in level.areas]


def corners(level: Geometry, code: str) -> set[tuple[float, float]]:
    return {point for area in level.areas if area.code == code for ring in area.rings for point in ring}


def test_neighbourhoods_of_a_geojson_are_joined_on_code_and_kept_in_metres(tmp_path: Path) -> None:
    geojson(
        tmp_path / "neighbourhoods.geojson", feature(f"BU{TWO}", [square(1, 0)]), feature(ONE, [square(0, 0)])
    )
    found = geometry.read(tmp_path, "0546")["neighbourhood"]
    assert codes(found) == [ONE, TWO]
    assert corners(found, ONE) == {
        (WEST, SOUTH), (WEST + 100, SOUTH), (WEST + 100, SOUTH + 100), (WEST, SOUTH + 100),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["statcode", "BU_CODE", "buurtcode", "code", "BuurtCode"])
@pytest.mark.parametrize("code", [ONE, f"BU{ONE}", f"bu{ONE}", 5460000])
def test_a_code_is_found_under_its_usual_names_with_or_without_letters(
    tmp_path: Path, name: str, code: str | int
) -> None:
    geojson(tmp_path / "neighbourhoods.geojson", feature(code, [square(0, 0)], name=name))
    assert codes(geometry.read(tmp_path, "0546")["neighbourhood"]) == [ONE]


def test_a_name_that_looks_like_a_code_joins_nothing(tmp_path: Path) -> None:
    geojson(tmp_path / "neighbourhoods.geojson", feature("Pieterswijk", [square(0, 0)], name="statnaam"))
    with pytest.raises(geometry.GeometryError, match=r"none of the 1 areas.*0546.*statnaam, naam"):
        geometry.read(tmp_path, "0546")


def test_of_a_map_of_the_whole_country_only_our_own_areas_are_read(tmp_path: Path) -> None:
    geojson(
        tmp_path / "neighbourhoods.geojson",
        feature("BU05180000", [square(5, 5)]),
        feature(ONE, [square(0, 0)]),
    )
    assert codes(geometry.read(tmp_path, "0546")["neighbourhood"]) == [ONE]


def test_a_map_of_municipalities_has_the_others_as_well(tmp_path: Path) -> None:
    path = tmp_path / "municipalities.geojson"
    geojson(
        path,
        *(feature(code, [square(at, 0)], name="regiocode") for at, code in enumerate(("G0518", "GM0546"))),
    )
    assert codes(geometry.read(tmp_path, "0546")["municipality"]) == ["0518", "0546"]


def test_water_that_has_a_neighbourhoods_code_is_left_out(tmp_path: Path) -> None:
    water = feature(ONE, [square(9, 9)], water="JA")
    geojson(tmp_path / "neighbourhoods.geojson", feature(ONE, [square(0, 0)], water="NEE"), water)
    assert (WEST + 900, SOUTH + 900) not in corners(geometry.read(tmp_path, "0546")["neighbourhood"], ONE)


def test_holes_and_islands_are_rings_of_the_same_area(tmp_path: Path) -> None:
    hole = [(WEST + x, SOUTH + y) for x, y in ((20, 20), (20, 80), (80, 80), (80, 20), (20, 20))]
    geojson(tmp_path / "neighbourhoods.geojson", feature(ONE, [square(0, 0), hole], [square(4, 4)]))
    assert len(geometry.read(tmp_path, "0546")["neighbourhood"].areas[0].rings) == 3


@pytest.mark.parametrize("crs", [None, {"properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}])
def test_degrees_get_the_proportions_of_the_earth(tmp_path: Path, crs: object) -> None:
    ring = [(4.40, 52.10), (4.50, 52.10), (4.50, 52.20), (4.40, 52.20), (4.40, 52.10)]
    geojson(tmp_path / "neighbourhoods.geojson", feature(ONE, [ring]), crs=crs)
    points = corners(geometry.read(tmp_path, "0546")["neighbourhood"], ONE)
    width, height = (max(axis) - min(axis) for axis in zip(*points, strict=True))
    assert width / height == pytest.approx(math.cos(math.radians(52.15)), rel=0.001)
    assert height == pytest.approx(11_132, abs=2)


@pytest.mark.parametrize(
    ("crs", "ring", "sentence"),
    [
        ({"properties": {"name": "EPSG:3857"}}, square(0, 0), "EPSG:3857 is not read.*EPSG:28992"),
        (RD, [(4.4, 52.1), (4.5, 52.1), (4.5, 52.2)], r"4\.4, 52\.1 does not lie in EPSG:28992"),
        (None, [(52.1, 4.4), (52.1, 4.5), (52.2, 4.5)], "longitude before latitude"),
        (
            None,
            [(500_000, 6_800_000), (500_100, 6_800_000), (500_100, 6_800_100)],
            "does not lie in EPSG:28992",
        ),
        (RD, [(math.nan, SOUTH), (WEST, SOUTH), (WEST, SOUTH + 9)], "a coordinate is not a number"),
        (RD, [(WEST, SOUTH), (WEST + 5, SOUTH), (WEST, SOUTH)], f"{ONE} has a shape that encloses nothing"),
        ({"properties": {"name": "local"}}, square(0, 0), "coordinate system 'local' is unknown"),
    ],
)
def test_coordinates_that_can_not_be_right_are_refused(
    tmp_path: Path, crs: object, ring: list[tuple[float, float]], sentence: str
) -> None:
    geojson(tmp_path / "neighbourhoods.geojson", feature(ONE, [ring]), crs=crs)
    with pytest.raises(geometry.GeometryError, match=sentence):
        geometry.read(tmp_path, "0546")


def test_a_polygon_that_crosses_itself_is_drawn_as_it_is(tmp_path: Path) -> None:
    bow = [(WEST + x, SOUTH + y) for x, y in ((0, 0), (100, 300), (100, 0), (0, 200), (0, 0))]
    geojson(tmp_path / "neighbourhoods.geojson", feature(ONE, [bow]))
    assert len(corners(geometry.read(tmp_path, "0546")["neighbourhood"], ONE)) == 4


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe", "not GeoJSON"),
        (b"{", "not GeoJSON"),
        (b"[]", "expected a GeoJSON FeatureCollection"),
        (b'{"features": [7]}', "feature 1: this is no feature"),
        (
            b'{"features": [{"properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}}]}',
            "found Point",
        ),
        (
            b'{"features": [{"properties": {}, "geometry": {"type": "Polygon", "coordinates": [[["a"]]]}}]}',
            "feature 1",
        ),
        (b'{"features": []}', "none of the 0 areas"),
    ],
)
def test_what_is_no_geojson_with_polygons_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "neighbourhoods.geojson").write_bytes(content)
    with pytest.raises(geometry.GeometryError, match=sentence):
        geometry.read(tmp_path, "0546")


@pytest.mark.parametrize(
    "shape",
    [
        stored(polygon_bytes([square(0, 0)])),
        stored(polygon_bytes([square(0, 0)], order=">"), envelope=32),
        stored(polygon_bytes([square(0, 0)], extra=1000), envelope=48),
        stored(multipolygon_bytes([square(0, 0)])),
    ],
    ids=["polygon", "big endian", "with heights", "multipolygon"],
)
def test_a_geopackage_gives_the_same_map_as_a_geojson(tmp_path: Path, shape: bytes) -> None:
    geopackage(tmp_path / "gpkg" / "neighbourhoods.gpkg", {"buurten": {f"BU{ONE}": shape}})
    geojson(tmp_path / "json" / "neighbourhoods.geojson", feature(ONE, [square(0, 0)]))
    assert geometry.read(tmp_path / "gpkg", "0546") == geometry.read(tmp_path / "json", "0546")


def test_of_several_tables_the_one_of_the_level_is_read(tmp_path: Path) -> None:
    shape = {ONE: stored(polygon_bytes([square(0, 0)]))}
    geopackage(tmp_path / "neighbourhoods.gpkg", {"wijken": {}, "buurten": shape, "gemeenten": {}})
    assert codes(geometry.read(tmp_path, "0546")["neighbourhood"]) == [ONE]


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        ({}, r"found 0 \(none\)"),
        ({"a": {}, "b": {}}, r"found 2 \(a, b\)"),
        ({"buurten": {ONE: b"no shape"}}, "row 1: the shape has no GeoPackage header"),
        ({"buurten": {ONE: stored(polygon_bytes([square(0, 0)])[:-5])}}, "row 1: the shape is cut off"),
        ({"buurten": {ONE: stored(polygon_bytes([square(0, 0)]) + b"x")}}, "followed by something else"),
        ({"buurten": {ONE: stored(b"\x01\x01\x00\x00\x00" + bytes(16))}}, "expected a polygon"),
        ({"buurten": {ONE: stored(b"")}}, "not well-known binary"),
        ({"buurten": {ONE: None}}, "encloses nothing"),
    ],
)
def test_what_is_no_geopackage_with_polygons_is_refused(
    tmp_path: Path, tables: dict[str, dict[str, bytes | None]], sentence: str
) -> None:
    geopackage(tmp_path / "neighbourhoods.gpkg", tables)
    with pytest.raises(geometry.GeometryError, match=sentence):
        geometry.read(tmp_path, "0546")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "neighbourhoods.gpkg").write_bytes(
        b"no database at all, but long enough to be looked at" * 20
    )
    with pytest.raises(geometry.GeometryError, match="is not a GeoPackage"):
        geometry.read(tmp_path, "0546")


def test_a_file_that_nobody_reads_and_two_maps_of_one_level_are_refused(tmp_path: Path) -> None:
    (tmp_path / "buurten.geojson").write_text("{}")
    with pytest.raises(
        geometry.GeometryError, match=r"geometry/buurten\.geojson is not read.*neighbourhoods"
    ):
        geometry.read(tmp_path, "0546")
    (tmp_path / "buurten.geojson").rename(tmp_path / "districts.geojson")
    (tmp_path / "districts.gpkg").write_text("")
    with pytest.raises(geometry.GeometryError, match=r"districts\.geojson and districts\.gpkg are two maps"):
        geometry.read(tmp_path, "0546")


def test_a_note_beside_the_maps_is_no_map(tmp_path: Path) -> None:
    geojson(tmp_path / "districts.geojson", feature("WK054600", [square(0, 0)]))
    (tmp_path / "README.txt").write_text("where it came from")
    assert set(geometry.read(tmp_path, "0546")) == {"district"}


def test_the_maker_of_the_map_is_named_in_every_language(tmp_path: Path) -> None:
    geojson(tmp_path / "districts.geojson", feature("WK054600", [square(0, 0)]))
    (tmp_path / "source.yml").write_text("nl: Kaart van ons\nen: Map of ours\n")
    assert geometry.read(tmp_path, "0546")["district"].source == {"nl": "Kaart van ons", "en": "Map of ours"}
    for content, sentence in (
        ("nl: Kaart\n", "en is missing"),
        ("7", "a text per language"),
        ("{", "can not be read"),
    ):
        (tmp_path / "source.yml").write_text(content)
        with pytest.raises(geometry.GeometryError, match=sentence):
            geometry.read(tmp_path, "0546")


def test_districts_without_a_map_of_their_own_are_their_neighbourhoods_together(tmp_path: Path) -> None:
    areas = [feature(code, [square(at, 0)]) for at, code in enumerate((ONE, TWO, "05460100"))]
    geojson(tmp_path / "neighbourhoods.geojson", *areas)
    found = geometry.read(tmp_path, "0546")["district"]
    assert codes(found) == ["054600", "054601"]
    assert corners(found, "054600") == {
        (WEST, SOUTH), (WEST + 200, SOUTH), (WEST + 200, SOUTH + 100), (WEST, SOUTH + 100),
    }  # fmt: skip


def test_without_files_leiden_has_tiles_and_another_municipality_has_no_map(tmp_path: Path) -> None:
    tiles = geometry.read(tmp_path / "absent", "0546")
    assert {level: len(found.areas) for level, found in tiles.items()} == {
        "district": 10,
        "neighbourhood": 54,
    }
    assert "tegel" in tiles["district"].source["nl"]
    assert geometry.read(tmp_path / "absent", "0518") == {}


def test_the_same_file_gives_the_same_map(tmp_path: Path) -> None:
    path = geojson(
        tmp_path / "neighbourhoods.geojson", feature(ONE, [square(0, 0)]), feature(TWO, [square(1, 0)])
    )
    before = geometry.read(tmp_path, "0546")
    content = json.loads(path.read_text())
    path.write_text(json.dumps({**content, "features": content["features"][::-1]}))
    assert geometry.read(tmp_path, "0546") == before
