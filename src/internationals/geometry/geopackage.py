"""GeoPackage (OGC 12-128): a SQLite file with tables of features."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from internationals.geometry import wkb
from internationals.geometry.errors import GeometryError
from internationals.geometry.feature import Feature, Layer

_ENVELOPES = (0, 32, 48, 48, 64)
"""Bytes of the envelope in a geometry's header, by its code."""


def read(path: Path, preferred: tuple[str, ...] = ()) -> Layer:
    """The areas of a file's only feature table, or of the one with a `preferred` word in its name.

    Raises GeometryError for what is no GeoPackage with polygons, and where there is a choice.
    """
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            table, column, crs = _chosen(path, database, preferred)
            return Layer(tuple(_features(path, database, table, column)), crs)
    except sqlite3.DatabaseError as problem:
        raise GeometryError(f"{path.name} is not a GeoPackage: {problem}. Export the map again.") from problem


def _chosen(path: Path, database: sqlite3.Connection, preferred: tuple[str, ...]) -> tuple[str, str, int]:
    found = [
        (str(table), str(column), int(crs))
        for table, column, crs in database.execute(
            "SELECT g.table_name, g.column_name, COALESCE(s.organization_coordsys_id, g.srs_id) "
            "FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s USING (srs_id) ORDER BY 1"
        )
    ]
    if len(found) > 1:
        found = [one for one in found if any(word in one[0].lower() for word in preferred)] or found
    if len(found) != 1:
        listed = ", ".join(table for table, _, _ in found) or "none"
        raise GeometryError(
            f"{path.name}: expected one table of areas, found {len(found)} ({listed}). "
            "Export the one to use to a file of its own."
        )
    return found[0]


def _features(path: Path, database: sqlite3.Connection, table: str, column: str) -> Iterator[Feature]:
    quoted = table.replace('"', '""')
    cursor = database.execute(f'SELECT * FROM "{quoted}"')
    names = [described[0] for described in cursor.description]
    shape = names.index(column)
    for at, row in enumerate(cursor, 1):
        properties = {name: value for name, value in zip(names, row, strict=True) if name != column}
        try:
            rings = wkb.rings(_body(row[shape])) if row[shape] is not None else ()
        except ValueError as problem:
            raise GeometryError(f"{path.name}, {table}, row {at}: {problem}. Export it again.") from problem
        yield Feature(properties, rings)


def _body(stored: object) -> bytes:
    """The well-known binary behind the header of a GeoPackage's geometry."""
    if not isinstance(stored, bytes) or stored[:2] != b"GP" or len(stored) < 8:
        raise ValueError("the shape has no GeoPackage header")
    flags = stored[3]
    envelope = flags >> 1 & 7
    if envelope >= len(_ENVELOPES):
        raise ValueError("the shape has an envelope of an unknown kind")
    return stored[8 + _ENVELOPES[envelope] :]
