"""Areas in pixels: a map fitted into its place, and the point at which an area's sign stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from internationals.shapes import AreaOutline, Ring

Point = tuple[float, float]


@dataclass(frozen=True)
class Ground:
    """A map in pixels from its top left corner, y downwards; the centre of an area lies within it."""

    outlines: Mapping[str, tuple[Ring, ...]]
    centres: Mapping[str, Point]
    width: float
    height: float


def fitted(areas: tuple[AreaOutline, ...], width: float, height: float, margin: float) -> Ground:
    """The map as large as it fits, equally enlarged in both directions, with a margin on all sides."""
    points = [point for area in areas for ring in area.rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    room_x, room_y = width - 2 * margin, height - 2 * margin
    scale = min(room_x / max(east - west, 1e-9), room_y / max(north - south, 1e-9))

    def place(point: Point) -> Point:
        return margin + (point[0] - west) * scale, margin + (north - point[1]) * scale

    outlines = {area.code: tuple(tuple(map(place, ring)) for ring in area.rings) for area in areas}
    return Ground(
        outlines,
        {code: centre(rings) for code, rings in outlines.items()},
        (east - west) * scale + 2 * margin,
        (north - south) * scale + 2 * margin,
    )


def centre(rings: tuple[Ring, ...]) -> Point:
    """The centroid of the largest ring; where that lies outside, the middle of the widest part at its height."""
    ring = max(rings, key=lambda ring: abs(_moments(ring)[0]))
    size, x, y = _moments(ring)
    if not size:
        return ring[0]
    crossings = sorted(
        x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        for ring in rings
        for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]])
        if (y0 > y) != (y1 > y)
    )
    inside = list(zip(crossings[::2], crossings[1::2], strict=False))
    if not inside or any(left <= x <= right for left, right in inside):
        return x, y
    left, right = max(inside, key=lambda span: span[1] - span[0])
    return (left + right) / 2, y


def mean_side(ground: Ground) -> float:
    """The side of a square as large as the areas are on average."""
    sizes = [abs(_moments(ring)[0]) for rings in ground.outlines.values() for ring in rings]
    return float((sum(sizes) / len(ground.outlines)) ** 0.5)


def _moments(ring: Ring) -> tuple[float, float, float]:
    """The area of a ring and its centroid."""
    base_x, base_y = ring[0]
    size = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]):
        x0, y0, x1, y1 = x0 - base_x, y0 - base_y, x1 - base_x, y1 - base_y
        cross = x0 * y1 - x1 * y0
        size, x, y = size + cross / 2, x + (x0 + x1) * cross / 6, y + (y0 + y1) * cross / 6
    return (size, base_x + x / size, base_y + y / size) if size else (0.0, base_x, base_y)
