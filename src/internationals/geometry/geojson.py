"""GeoJSON: polygons with properties (RFC 7946), and the `crs` member of the older specification."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from internationals.geometry.errors import GeometryError
from internationals.geometry.feature import Feature, Layer
from internationals.shapes import Ring

_EPSG = re.compile(r"EPSG:(?:[\d.]*:)?(\d+)$", re.IGNORECASE)


def read(path: Path) -> Layer:
    """The areas of a file. Raises GeometryError for what is no collection of polygons."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise GeometryError(f"{path.name} is not GeoJSON: {problem}. Export the map again.") from problem
    if not isinstance(content, dict) or not isinstance(content.get("features"), list):
        raise GeometryError(f"{path.name}: expected a GeoJSON FeatureCollection with a list of features.")
    features = tuple(_feature(path, at, feature) for at, feature in enumerate(content["features"], 1))
    return Layer(features, _crs(path, content.get("crs")))


def _crs(path: Path, crs: Any) -> int | None:
    if crs is None:
        return None
    name = str(crs["properties"].get("name")) if isinstance(crs, dict) and "properties" in crs else str(crs)
    if name.upper().endswith("CRS84"):
        return 4326
    found = _EPSG.search(name)
    if found is None:
        raise GeometryError(f"{path.name}: the coordinate system {name!r} is unknown; use EPSG:28992.")
    return int(found[1])


def _feature(path: Path, at: int, feature: Any) -> Feature:
    try:
        geometry = feature["geometry"]
        kind = geometry["type"] if geometry else "nothing"
        if kind not in ("Polygon", "MultiPolygon", "nothing"):
            raise GeometryError(f"{path.name}, feature {at}: expected a polygon, found {kind}.")
        polygons = {"nothing": [], "Polygon": [geometry and geometry["coordinates"]]}.get(kind)
        rings = tuple(_rings(geometry["coordinates"] if polygons is None else polygons))
        return Feature({**({"id": feature["id"]} if "id" in feature else {}), **feature["properties"]}, rings)
    except (KeyError, TypeError, ValueError, IndexError) as problem:
        raise GeometryError(
            f"{path.name}, feature {at}: this is no feature with properties and a geometry. "
            "Export the map again."
        ) from problem


def _rings(polygons: list[Any]) -> Iterator[Ring]:
    for polygon in polygons:
        for ring in polygon:
            yield tuple((float(point[0]), float(point[1])) for point in ring)
