"""Small maps as files, in both formats: squares of a hundred metres in the Dutch grid."""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

Corners = Sequence[tuple[float, float]]
WEST, SOUTH = 93_000, 463_000
RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}


def square(column: int, row: int, side: float = 100) -> list[tuple[float, float]]:
    """A closed ring; rows count northwards."""
    west, south = WEST + column * side, SOUTH + row * side
    return [
        (west, south),
        (west + side, south),
        (west + side, south + side),
        (west, south + side),
        (west, south),
    ]


def feature(
    code: str | int, *polygons: Sequence[Corners], name: str = "statcode", **more: Any
) -> dict[str, Any]:
    """A feature of one or several polygons, each a list of rings."""
    return {
        "type": "Feature",
        "properties": {name: code, "naam": "05460000", **more},
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }


def geojson(path: Path, *features: Mapping[str, Any], crs: Any = RD) -> Path:
    path.parent.mkdir(exist_ok=True)
    content = {"type": "FeatureCollection", "features": features, **({"crs": crs} if crs else {})}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def polygon_bytes(rings: Sequence[Corners], *, order: str = "<", extra: int = 0) -> bytes:
    """Well-known binary of one polygon; `extra` 1000 gives every corner a height."""
    content = struct.pack(f"{order}BII", order == "<", 3 + extra, len(rings))
    for ring in rings:
        content += struct.pack(f"{order}I", len(ring))
        for x, y in ring:
            content += struct.pack(f"{order}2d", x, y) + (struct.pack(f"{order}d", 7.0) if extra else b"")
    return content


def multipolygon_bytes(*polygons: Sequence[Corners]) -> bytes:
    return struct.pack("<BII", 1, 6, len(polygons)) + b"".join(map(polygon_bytes, polygons))


def stored(shape: bytes, envelope: int = 0) -> bytes:
    """A shape with the header of a GeoPackage, with an envelope of as many bytes."""
    flags = 1 | {0: 0, 32: 1, 48: 2}[envelope] << 1
    return b"GP" + struct.pack("<BBi", 0, flags, 28992) + bytes(envelope) + shape


def geopackage(path: Path, tables: Mapping[str, Mapping[str, bytes | None]], crs: int = 28992) -> Path:
    """A GeoPackage whose tables hold a shape per code; the number of the system in the file is its own."""
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as database:
        database.execute(
            "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization_coordsys_id INTEGER)"
        )
        database.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (1, ?)", (crs,))
        database.execute(
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)"
        )
        for table, shapes in tables.items():
            database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 1)", (table,))
            database.execute(f'CREATE TABLE "{table}" (fid INTEGER, geom BLOB, buurtcode TEXT)')
            rows = [(at, shape, code) for at, (code, shape) in enumerate(shapes.items())]
            database.executemany(f'INSERT INTO "{table}" VALUES (?, ?, ?)', rows)
        database.commit()
    return path
