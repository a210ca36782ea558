"""The look of the PDFs in one place: colours and fonts, as on the site and in the charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FAMILY = "Noto Sans"
FOR_SIGNS = "DejaVu Sans Mono"
"""Comes with Typst and has the signs that Noto Sans lacks, such as ≈ and ≥."""

COLOURS: Mapping[str, str] = {
    "ink": "#1b2733",
    "quiet": "#52606d",
    "brand": "#00497a",
    "brand-ink": "#ffffff",
    "link": "#00568f",
    "rule": "#c5ced6",
    "notice": "#4a3200",
    "notice-paper": "#fff1c9",
}


@dataclass(frozen=True)
class Look:
    """What a municipality's theme may change of the PDFs."""

    colours: Mapping[str, str] = field(default_factory=lambda: COLOURS)
    fonts: tuple[str, ...] = (FAMILY, FOR_SIGNS)


HOUSE = Look()
"""The look of a municipality without a theme of its own."""
