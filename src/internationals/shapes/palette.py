"""The colours of the charts, in every output. A test computes their contrast and how they look to the colour-blind.

Every series colour is dark enough for text on white (4.5:1), because labels stand in the colour of their
line. Neighbouring series differ in lightness as well as in hue; beyond that markers and labels tell them
apart, so that no meaning rests on colour alone.
"""

from __future__ import annotations

PAPER = "#ffffff"
INK = "#1b2733"
"""Text."""
QUIET = "#52606d"
"""Secondary text: tick labels, notes."""
RULE = "#7b8794"
"""Axes and outlines that carry meaning (3:1)."""
GRID = "#dfe4ea"
"""Grid lines, decoration only."""

LAND = "#eef1f5"
"""Ground of a map on which signs stand."""
CLASSES = ("#d9e8f6", "#9cc5e3", "#5b9fce", "#2471b0", "#003f70")
"""Five classes of a map, from little to much: each clearly darker than the one before."""

SERIES = (
    "#00497a",  # blue
    "#c04a00",  # vermilion
    "#00795c",  # green
    "#7a3b93",  # purple
    "#8a6400",  # ochre
    "#1b2733",  # ink
    "#b8246b",  # magenta
    "#007a99",  # cyan
    "#7b4a33",  # brown
)


def series(position: int) -> str:
    """The colour of the n-th series, counted from zero."""
    return SERIES[position % len(SERIES)]
