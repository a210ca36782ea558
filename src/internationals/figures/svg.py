"""Elements of SVG as text. What comes from outside passes `escape`; coordinates have one decimal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escape(text: str) -> str:
    """Text that is safe as content and as an attribute; characters that XML does not allow are dropped."""
    return _FORBIDDEN.sub("", text).translate(_SPECIAL)


def coordinate(value: float) -> str:
    """A length with at most one decimal, always written in the same way."""
    written = f"{value:.1f}"
    return "0" if written == "-0.0" else written.removesuffix(".0")


@cache
def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def element(tag: str, content: str = "", /, **attributes: str | float | None) -> str:
    """One element; `content` is markup already. Underscores in attribute names become hyphens."""
    written = "".join(
        f' {_attribute(name)}="{escape(value) if isinstance(value, str) else coordinate(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def text(
    x: float,
    y: float,
    content: str,
    *,
    anchor: str | None = None,
    fill: str | None = None,
    size: float | None = None,
    weight: str | None = None,
    halo: str | None = None,
) -> str:
    """A line of text on the baseline `y`; `anchor` is start (default), middle or end.

    A `halo` is the colour around the letters, for text that stands on a drawing.
    """
    around = {"stroke": halo, "stroke_width": "3", "stroke_linejoin": "round", "paint_order": "stroke"}
    return element(
        "text", escape(content), x=x, y=y, text_anchor=anchor, fill=fill, font_size=size, font_weight=weight,
        **(around if halo else {}),
    )  # fmt: skip


def line(
    x1: float, y1: float, x2: float, y2: float, stroke: str, *, width: float = 1, dash: str | None = None
) -> str:
    """A straight line."""
    return element(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, stroke_dasharray=dash
    )


def rect(x: float, y: float, width: float, height: float, fill: str, *, stroke: str | None = None) -> str:
    """A rectangle; `fill` may be a pattern."""
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, stroke=stroke)


def path(points: Iterable[tuple[float, float]], **attributes: str | float | None) -> str:
    """A path of straight pieces through the points."""
    d = "M" + "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in points)
    return element("path", d=d, **attributes)


def outline(rings: Iterable[Iterable[tuple[float, float]]], hint: str = "", /, **attributes: str) -> str:
    """An area of closed rings, its corners at half pixels; `hint` is what a pointer shows.

    Corners are rounded before they are written relative to each other, so that neighbours keep one border.
    """
    d = []
    for ring in rings:
        whole = [(round(x * 2), round(y * 2)) for x, y in ring]
        (x, y), *rest = whole
        d.append(f"M{_halved(x)} {_halved(y)}")
        steps = []
        for nx, ny in rest:
            if (nx, ny) != (x, y):
                steps.append(f"{_halved(nx - x)} {_halved(ny - y)}")
                x, y = nx, ny
        d.append(f"l{' '.join(steps)}z" if steps else "z")
    content = element("title", escape(hint)) if hint else ""
    return element("path", content, d="".join(d), **attributes)


def _halved(doubled: int) -> str:
    return f"{doubled / 2:g}"


def group(parts: Iterable[str], **attributes: str | float | None) -> str:
    """A group; an empty one is left out."""
    content = "".join(parts)
    return element("g", content, **attributes) if content else ""
