"""The largest few areas, named on the map: in full where that is clear for all of them, else by a numeral.

A name that reaches into a neighbour's area, or covers another sign, leaves the reader to guess whose it is. Then
every area gets a numeral instead, and the legend says whose.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from internationals.figures import svg
from internationals.figures.lettering import width
from internationals.figures.places import Ground, Point
from internationals.figures.slots import Slot
from internationals.shapes import Ring, palette

Signs = Mapping[str, tuple[Point, float]]
"""The centre and the radius of the sign at every area."""

_DIRECTIONS = tuple((math.cos(math.radians(a)), math.sin(math.radians(a))) for a in range(-90, 270, 30))
_DISTANCES = (0, 6, 12, 20, 30, 44)
_PULL = 12
"""Pixels of distance that weigh as much as hiding one sign."""
_INSIDE = 9.0
"""The radius of a sign in which a numeral fits."""


@dataclass(frozen=True)
class _Box:
    """A text's place: its centre, width and height."""

    x: float
    y: float
    width: float
    height: float

    def touches(self, other: _Box) -> bool:
        return (
            abs(self.x - other.x) * 2 < self.width + other.width + 4
            and abs(self.y - other.y) * 2 < self.height + other.height + 2
        )

    def hides(self, sign: Point, radius: float) -> bool:
        dx = max(abs(sign[0] - self.x) - self.width / 2, 0)
        dy = max(abs(sign[1] - self.y) - self.height / 2, 0)
        return math.hypot(dx, dy) < radius

    def probes(self) -> list[Point]:
        """Points spread over the box."""
        xs = [self.x + self.width * part / 8 for part in range(-4, 5)]
        return [(x, self.y + self.height * part) for x in xs for part in (-0.4, 0.4)]


def named(
    wanted: Sequence[tuple[str, str]], ground: Ground, signs: Signs, slot: Slot, room: float
) -> list[str] | None:
    """Names in full, each beside or upon its own area; None when one of them would not be clear.

    `wanted` has the code and the text of each area; `room` is the width that they may use.
    """
    placed: list[tuple[str, _Box]] = []
    for code, text in wanted:
        others = [(rings, _frame(rings)) for other, rings in ground.outlines.items() if other != code]
        for box in _places(code, width(text, slot.text, bold=True), signs, slot, (room, ground.height)):
            taken = any(box.touches(other) for _, other in placed)
            if not taken and not _hidden(box, code, signs) and not _reaches(box, others):
                placed.append((text, box))
                break
        else:
            return None
    return [_written(text, box, slot) for text, box in placed]


def numbered(codes: Sequence[str], ground: Ground, signs: Signs, slot: Slot, inside: bool) -> list[str]:
    """A numeral at each area in this order, from 1: within a sign that has room, or where it hides the least.

    `inside` says that signs are dark discs; a numeral that finds no place of its own stands at its area.
    """
    placed: list[_Box] = []
    parts = []
    for at, code in enumerate(codes, 1):
        (x, y), radius = signs[code]
        length = width(str(at), slot.text, bold=True)
        if inside and radius >= _INSIDE:
            box = _Box(x, y, length, slot.text)
            parts.append(_written(str(at), box, slot, disc=True))
        else:
            free = [
                box
                for box in _places(code, length, signs, slot, (ground.width, ground.height), close=True)
                if not any(box.touches(other) for other in placed)
            ]
            box = min(free, key=lambda box: _cost(box, code, signs), default=_Box(x, y, length, slot.text))
            parts.append(_written(str(at), box, slot))
        placed.append(box)
    return parts


def _written(text: str, box: _Box, slot: Slot, disc: bool = False) -> str:
    return svg.text(
        box.x, box.y + slot.text * 0.35, text, anchor="middle", weight="bold",
        fill=palette.PAPER if disc else None, halo=None if disc else palette.PAPER,
    )  # fmt: skip


def _places(
    code: str, length: float, signs: Signs, slot: Slot, limits: tuple[float, float], close: bool = False
) -> list[_Box]:
    """Where a text may stand within the limits, nearest first; upon its area when that has no disc."""
    (x, y), radius = signs[code]
    found = [_Box(x, y, length, slot.text)] if radius < _INSIDE else []
    for distance in _DISTANCES:
        for dx, dy in _DIRECTIONS:
            reach = radius + distance
            found.append(
                _Box(
                    x + dx * (reach + length / 2 + 2), y + dy * (reach + slot.text / 2 + 2), length, slot.text
                )
            )
    right, bottom = limits
    half = slot.text / 2 + 2
    within = [
        box
        for box in found
        if box.x - length / 2 >= 0 and box.x + length / 2 <= right and half <= box.y <= bottom - half
    ]
    return within if close else [box for box in within if _near(box, signs[code])]


def _near(box: _Box, sign: tuple[Point, float]) -> bool:
    (x, y), radius = sign
    return box.hides((x, y), radius + 8)


def _hidden(box: _Box, code: str, signs: Signs) -> int:
    return sum(box.hides(place, size) for other, (place, size) in signs.items() if other != code)


def _cost(box: _Box, code: str, signs: Signs) -> float:
    (x, y), radius = signs[code]
    own = box.hides((x, y), radius)
    return _hidden(box, code, signs) + 3 * own + math.hypot(box.x - x, box.y - y) / _PULL


def _reaches(box: _Box, others: list[tuple[tuple[Ring, ...], tuple[float, float, float, float]]]) -> bool:
    """Whether the box lies partly in one of these areas."""
    return any(
        left <= x <= right and top <= y <= bottom and _within(x, y, rings)
        for rings, (left, right, top, bottom) in others
        for x, y in box.probes()
    )


def _frame(rings: tuple[Ring, ...]) -> tuple[float, float, float, float]:
    xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
    return min(xs), max(xs), min(ys), max(ys)


def _within(x: float, y: float, rings: tuple[Ring, ...]) -> bool:
    inside = False
    for ring in rings:
        for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                inside = not inside
    return inside
