"""Well-known binary: polygons as bytes, as in a GeoPackage. Heights and measures are passed over."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from internationals.shapes import Ring

POLYGON, MULTIPOLYGON = 3, 6
_SURFACES = {POLYGON, 17}
"""Polygon and triangle: rings of points."""
_COLLECTIONS = {MULTIPOLYGON, 7, 15, 16}
"""Collections of surfaces."""


def rings(content: bytes) -> tuple[Ring, ...]:
    """All rings of a polygon or multipolygon. Raises ValueError, in words, for anything else."""
    try:
        found, end = _geometry(content, 0)
    except struct.error as problem:
        raise ValueError("the shape is cut off") from problem
    if end != len(content):
        raise ValueError("the shape is followed by something else")
    return tuple(found)


def _geometry(content: bytes, at: int) -> tuple[list[Ring], int]:
    order = {0: ">", 1: "<"}.get(content[at] if at < len(content) else -1)
    if order is None:
        raise ValueError("the shape is not well-known binary")
    (code,) = struct.unpack_from(f"{order}I", content, at + 1)
    at += 5
    if code & 0x20000000:  # the extended form names the coordinate system again
        at += 4
    kind, dimensions = code & 0x0FFFFFFF & ~0x20000000, 2 + bool(code & 0x80000000) + bool(code & 0x40000000)
    dimensions += (0, 1, 1, 2)[kind // 1000 % 4]
    kind %= 1000
    (count,) = struct.unpack_from(f"{order}I", content, at)
    at += 4
    found: list[Ring] = []
    if kind in _SURFACES:
        for _ in range(count):
            (points,) = struct.unpack_from(f"{order}I", content, at)
            at += 4
            found.append(tuple(_points(content, at, order, points, dimensions)))
            at += points * dimensions * 8
        return found, at
    if kind not in _COLLECTIONS:
        raise ValueError(f"expected a polygon, found a shape of kind {kind}")
    for _ in range(count):
        more, at = _geometry(content, at)
        found += more
    return found, at


def _points(
    content: bytes, at: int, order: str, count: int, dimensions: int
) -> Iterator[tuple[float, float]]:
    if at + count * dimensions * 8 > len(content):
        raise ValueError("the shape is cut off")
    for position in range(count):
        x, y = struct.unpack_from(f"{order}2d", content, at + position * dimensions * 8)
        yield x, y
