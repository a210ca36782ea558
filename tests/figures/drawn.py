"""Reading a drawn SVG back: its texts as boxes, its bars, its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from internationals.figures.lettering import width

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Box:
    """A text and the rectangle that it covers."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def touches(self, other: Box) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


def root(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def slot_width(svg: str) -> float:
    return float(root(svg).attrib["width"])


def texts_in(svg: str) -> list[Box]:
    """The box of every text, from the baseline up to the capitals and down to the descenders."""
    whole = root(svg)
    found = []
    for element in whole.iter(f"{SVG}text"):
        size = float(element.get("font-size", whole.attrib["font-size"]))
        content = element.text or ""
        length = width(content, size, bold=element.get("font-weight") == "bold")
        x, y = float(element.attrib["x"]), float(element.attrib["y"])
        left = x - {"end": length, "middle": length / 2}.get(element.get("text-anchor", "start"), 0)
        found.append(Box(content, left, left + length, y - size * 0.73, y + size * 0.2))
    return found


def words(svg: str) -> list[str]:
    return [box.text for box in texts_in(svg)]


def bars(svg: str, colour: str) -> list[tuple[float, float]]:
    """Width and height of every rectangle of a colour, except the swatches of the key."""
    rects = [rect for rect in root(svg).iter(f"{SVG}rect") if rect.get("fill") == colour]
    sizes = [(float(rect.attrib["width"]), float(rect.attrib["height"])) for rect in rects]
    return [size for size in sizes if size != (12.0, 12.0)]


def strokes(svg: str, colour: str) -> list[list[tuple[float, float]]]:
    """The points of every piece of a series' line."""
    pieces = []
    for group in root(svg).iter(f"{SVG}g"):
        if group.get("stroke") == colour and group.get("fill") == "none":
            for path in group.iter(f"{SVG}path"):
                numbers = [float(n) for n in re.findall(r"-?[\d.]+", path.attrib["d"])]
                pieces.append(list(zip(numbers[::2], numbers[1::2], strict=True)))
    return pieces
