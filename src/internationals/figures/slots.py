"""The two places on a page that a chart is drawn for.

Drawn at slot size, not scaled to it: text that is right at 720 px is too small at 340. A narrow slot may be
shown at 300 px on the smallest phones, where 14 px is still more than 12.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Slot:
    """Width in CSS pixels, sizes of text and of values in a crowd, and the height of a plot without labels."""

    name: str
    width: float
    text: float
    value: float
    plot_height: float

    @property
    def line_height(self) -> float:
        return round(self.text * 1.3, 1)

    @property
    def is_wide(self) -> bool:
        return self.width >= 600


WIDE = Slot("wide", 720, 13, 12, 300)
NARROW = Slot("narrow", 340, 14, 14, 250)
