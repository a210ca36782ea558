"""Coordinates of the earth on a flat map: the Dutch grid as it is, degrees with their right proportions."""

from __future__ import annotations

import math
from collections.abc import Iterable

from internationals.geometry.errors import GeometryError
from internationals.shapes import Ring

DUTCH_GRID = {28992, 7415}
"""RD New, without and with heights above NAP: metres."""
DEGREES = {4326, 4258, 4979}
"""WGS84 and ETRS89: longitude, then latitude, as GeoJSON and GeoPackage both have it."""
METRES_PER_DEGREE = 111_320.0
LIMITS = (-10_000, 310_000, 290_000, 640_000)
"""West, east, south and north of what the Dutch grid covers, with some sea."""


def flat(rings: Iterable[tuple[Ring, ...]], crs: int | None, name: str) -> list[tuple[Ring, ...]]:
    """The rings of every area in metres, x to the east and y to the north.

    Without a coordinate system the numbers decide: what can be degrees is taken for degrees. One degree of
    longitude is shorter than one of latitude, by the cosine of the map's middle. Raises GeometryError for
    another system, and for numbers that do not fit the system that the file names.
    """
    areas = list(rings)
    points = [point for area in areas for ring in area for point in ring]
    if not all(math.isfinite(number) for point in points for number in point):
        raise GeometryError(f"{name}: a coordinate is not a number. Export the map again.")
    degrees = all(abs(x) <= 180 and abs(y) <= 90 for x, y in points)
    if crs is None:
        crs = 4326 if degrees else 28992
    if crs not in DUTCH_GRID | DEGREES:
        raise GeometryError(
            f"{name}: the coordinate system EPSG:{crs} is not read. Export the map in EPSG:28992 (RD) or "
            "EPSG:4326 (WGS84)."
        )
    wrong = next((point for point in points if not _fits(point, crs)), None)
    if wrong is not None:
        raise GeometryError(
            f"{name}: the corner at {wrong[0]:g}, {wrong[1]:g} does not lie in EPSG:{crs}. Export the map in "
            "EPSG:28992 (RD), or in EPSG:4326 (WGS84) with longitude before latitude."
        )
    if crs in DUTCH_GRID or not points:
        return areas
    middle = (min(y for _, y in points) + max(y for _, y in points)) / 2
    across = METRES_PER_DEGREE * math.cos(math.radians(middle))
    return [
        tuple(tuple((x * across, y * METRES_PER_DEGREE) for x, y in ring) for ring in area) for area in areas
    ]


def _fits(point: tuple[float, float], crs: int) -> bool:
    x, y = point
    if crs in DEGREES:
        return abs(x) <= 180 and abs(y) <= 90 and not (45 < x < 60 and y < 10)  # these would be the other way
    west, east, south, north = LIMITS
    return west <= x <= east and south <= y <= north
