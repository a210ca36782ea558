"""What a kind of chart hands back before it is framed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Drawing:
    """Markup within the slot's width, its height in pixels, and notes to be set beneath it."""

    parts: tuple[str, ...]
    height: float
    notes: tuple[str, ...] = ()
