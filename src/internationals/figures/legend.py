"""The legend of a map: signs with their meaning, one beneath the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from internationals.figures import svg
from internationals.figures.lettering import wrap
from internationals.figures.slots import Slot

GAP = 8


@dataclass(frozen=True)
class Entry:
    """One sign, drawn around a point within a square of `size` pixels, and what it stands for."""

    sign: Callable[[float, float], str]
    size: float
    text: str


def legend(
    heading: str, entries: list[Entry], slot: Slot, x: float, y: float, limit: float
) -> tuple[list[str], float]:
    """The markup from a top left corner, at most `limit` wide, and the height at which it ends."""
    parts = []
    for line in wrap(heading, slot.text, limit, bold=True):
        y += slot.line_height
        parts.append(svg.text(x, y - slot.line_height * 0.25, line, weight="bold"))
    y += 4
    column = max((entry.size for entry in entries), default=0)
    for entry in entries:
        lines = wrap(entry.text, slot.text, limit - column - GAP)
        height = max(entry.size, len(lines) * slot.line_height) + 3
        parts.append(entry.sign(x + column / 2, y + height / 2))
        baseline = y + height / 2 - (len(lines) - 1) * slot.line_height / 2 + slot.text * 0.35
        for line in lines:
            parts.append(svg.text(x + column + GAP, baseline, line))
            baseline += slot.line_height
        y += height
    return parts, y
