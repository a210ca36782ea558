"""The look of the PDFs in one place: the colours of the house, and fonts as on the site and in the charts."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.shapes import HouseStyle, palette

FAMILY = "Noto Sans"
FOR_SIGNS = "DejaVu Sans Mono"
"""Comes with Typst and has the signs that Noto Sans lacks, such as ≈ and ≥."""

FONTS = (FAMILY, FOR_SIGNS)


def colours(style: HouseStyle) -> Mapping[str, str]:
    """The colours of a document by the names of the templates."""
    return {
        "ink": style.ink,
        "quiet": style.quiet,
        "brand": style.brand,
        "brand-ink": palette.PAPER,
        "link": style.link,
        "rule": "#c5ced6",
        "notice": "#4a3200",
        "notice-paper": "#fff1c9",
    }
