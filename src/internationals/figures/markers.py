"""The shape at the points of a line: the second way, beside colour, to tell lines apart."""

from __future__ import annotations

import math
from collections.abc import Callable

from internationals.figures import svg

_Shape = Callable[[float, float, float, str | None, str], str]
_POLYGONS = ((4, 45), (3, 0), (4, 0), (3, 180))
"""Corners and turn in degrees: square, triangle, diamond, triangle pointing down."""
_ARMS = (0, 45)
"""Turn in degrees: plus, cross."""


def marker(
    position: int, x: float, y: float, *, size: float = 3, fill: str | None = None, title: str = ""
) -> str:
    """The marker of the n-th series (counted from zero) at a point, with the text that a pointer shows.

    Its colour is that of the group around it (`fill`, `stroke`); an own `fill` makes it hollow.
    """
    hint = svg.element("title", svg.escape(title)) if title else ""
    return _SHAPES[position % len(_SHAPES)](x, y, size, fill, hint)


def _circle(x: float, y: float, size: float, fill: str | None, hint: str) -> str:
    return svg.element("circle", hint, cx=x, cy=y, r=size, fill=fill)


def _polygon(corners: int, turn: float) -> _Shape:
    offsets = [_direction(turn + 360 * n / corners, 1.25) for n in range(corners)]

    def draw(x: float, y: float, size: float, fill: str | None, hint: str) -> str:
        points = " ".join(
            f"{svg.coordinate(x + dx * size)},{svg.coordinate(y + dy * size)}" for dx, dy in offsets
        )
        return svg.element("polygon", hint, points=points, fill=fill)

    return draw


def _arms(turn: float) -> _Shape:
    pairs = [(_direction(turn + angle, 1.6), _direction(turn + angle + 180, 1.6)) for angle in (0, 90)]

    def draw(x: float, y: float, size: float, fill: str | None, hint: str) -> str:
        d = "".join(
            f"M{svg.coordinate(x + ax * size)} {svg.coordinate(y + ay * size)}"
            f"L{svg.coordinate(x + bx * size)} {svg.coordinate(y + by * size)}"
            for (ax, ay), (bx, by) in pairs
        )
        return svg.element("path", hint, d=d, stroke_width=2)

    return draw


def _direction(degrees: float, length: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return length * math.sin(angle), -length * math.cos(angle)


_SHAPES: tuple[_Shape, ...] = (
    _circle,
    *(_polygon(corners, turn) for corners, turn in _POLYGONS),
    *(_arms(turn) for turn in _ARMS),
)
