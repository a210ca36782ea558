"""The colours by which a municipality is known, wherever its monitor stands on white paper."""

from __future__ import annotations

from dataclasses import dataclass

from internationals.shapes import palette


@dataclass(frozen=True)
class HouseStyle:
    """Four colours (`#rrggbb`), each readable on white: of text, secondary text, titles and surfaces, and links.

    Those of the charts are not among them: series and classes must be told apart by everybody (`palette`).
    """

    ink: str = palette.INK
    quiet: str = palette.QUIET
    brand: str = palette.SERIES[0]
    link: str = "#00568f"
