"""Rings made fit for a page: whole metres, no more corners than the eye can see, borders that stay shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from internationals.shapes import Ring

FINENESS = 1600
"""The part of the map's size that may be smoothed away: a third of a pixel on a map of 500 pixels."""
COARSEST = 250
MOST_CORNERS = 4000
"""A map with more corners than this is smoothed further, down to two pixels, to keep its page light."""

Areas = Mapping[str, tuple[Ring, ...]]
Point = tuple[float, float]


def tidied(rings: Iterable[Ring]) -> tuple[Ring, ...]:
    """Rings in whole metres without repeated corners; what encloses nothing is dropped."""
    found = []
    for ring in rings:
        whole = [(float(round(x)), float(round(y))) for x, y in ring]
        corners = [point for at, point in enumerate(whole) if point != whole[at - 1]]
        if len(set(corners)) > 2 and area(corners):
            found.append(tuple(corners))
    return tuple(found)


def area(ring: Iterable[Point]) -> float:
    """The area inside a ring, positive when its corners run counter-clockwise."""
    corners = list(ring)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*corners, corners[0]])) / 2


def simplified(areas: Areas) -> dict[str, tuple[Ring, ...]]:
    """The areas with fewer corners. A border between two areas stays one line, seen from both sides.

    A ring that would lose its shape keeps its corners, unless it is too small to be seen beside others.
    """
    points = [point for rings in areas.values() for ring in rings for point in ring]
    if not points:
        return dict(areas)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    size = max(max(xs) - min(xs), max(ys) - min(ys))
    junctions = _junctions(areas)
    fineness = FINENESS * 1.0
    while True:
        made = {code: _lighter(rings, junctions, size / fineness) for code, rings in areas.items()}
        corners = sum(len(ring) for rings in made.values() for ring in rings)
        if corners <= MOST_CORNERS or fineness <= COARSEST:
            return made
        fineness = max(fineness / 1.5, COARSEST)


def _lighter(rings: tuple[Ring, ...], junctions: set[Point], tolerance: float) -> tuple[Ring, ...]:
    fewer = [_fewer(ring, junctions, tolerance) for ring in rings]
    large = [ring for ring in fewer if abs(area(ring)) >= tolerance**2]
    return tuple(large or [max(fewer, key=lambda ring: abs(area(ring)))])


def _junctions(areas: Areas) -> set[Point]:
    """The corners at which borders meet or part: those with other than two neighbours."""
    neighbours: dict[Point, set[Point]] = {}
    for rings in areas.values():
        for ring in rings:
            for one, other in pairwise([*ring, ring[0]]):
                neighbours.setdefault(one, set()).add(other)
                neighbours.setdefault(other, set()).add(one)
    return {point for point, around in neighbours.items() if len(around) != 2}


def _fewer(ring: Ring, junctions: set[Point], tolerance: float) -> Ring:
    starts = [at for at, point in enumerate(ring) if point in junctions]
    if len(starts) < 2:  # an island: cut where everyone would cut it
        first = starts[0] if starts else ring.index(min(ring))
        x, y = ring[first]
        far = max(
            range(len(ring)), key=lambda at: ((ring[at][0] - x) ** 2 + (ring[at][1] - y) ** 2, ring[at])
        )
        starts = sorted({first, far})
    turned = [*ring[starts[0] :], *ring[: starts[0] + 1]]
    cuts = [*(start - starts[0] for start in starts), len(ring)]
    kept: list[Point] = []
    for begin, end in pairwise(cuts):
        piece = turned[begin : end + 1]
        backwards = piece[::-1] < piece
        smooth = _smooth(piece[::-1] if backwards else piece, tolerance)
        kept += (smooth[::-1] if backwards else smooth)[:-1]
    return tuple(kept) if len(set(kept)) > 2 and area(kept) else ring


def _smooth(piece: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker: keep the corner farthest from the straight line, as long as it is far enough."""
    keep = {0, len(piece) - 1}
    waiting = [(0, len(piece) - 1)]
    while waiting:
        begin, end = waiting.pop()
        distance, at = max(
            ((_distance(piece[at], piece[begin], piece[end]), at) for at in range(begin + 1, end)),
            default=(0.0, 0),
        )
        if distance > tolerance:
            keep.add(at)
            waiting += [(begin, at), (at, end)]
    return [piece[at] for at in sorted(keep)]


def _distance(point: Point, begin: Point, end: Point) -> float:
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    length = dx * dx + dy * dy
    px, py = point[0] - begin[0], point[1] - begin[1]
    along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return float(((px - along * dx) ** 2 + (py - along * dy) ** 2) ** 0.5)


def dissolved(parts: Iterable[tuple[Ring, ...]]) -> tuple[Ring, ...]:
    """The outline of areas together: every side that two of them share is left out."""
    sides = Counter(
        frozenset(side) for rings in parts for ring in rings for side in pairwise([*ring, ring[0]])
    )
    onward: dict[Point, list[Point]] = {}
    for side in sorted((sorted(side) for side, times in sides.items() if times % 2), reverse=True):
        for one, other in (side, side[::-1]):
            onward.setdefault(one, []).append(other)
    rings = []
    for start in sorted(onward):
        while onward[start]:
            ring = [start]
            while onward[ring[-1]] and (len(ring) == 1 or ring[-1] != start):
                following = onward[ring[-1]].pop()
                onward[following].remove(ring[-1])
                ring.append(following)
            rings.append(tuple(ring[:-1]))
    return tidied(rings)
