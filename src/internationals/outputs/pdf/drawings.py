"""The drawings of a figure as they stand in a PDF: in its fonts, with their size."""

from __future__ import annotations

import re
from collections.abc import Mapping

from internationals.outputs.pdf.look import FAMILY
from internationals.shapes import Figure

VARIANTS = ("wide", "narrow")
_FAMILY = re.compile(r'font-family="[^"]*"')
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def size(svg: str) -> Mapping[str, float]:
    """Width and height of a drawing in CSS pixels."""
    found = _SIZE.search(svg)
    assert found is not None, "every drawing of the figures room has a viewBox from 0 0"
    return {"width": float(found[1]), "height": float(found[2])}


def files(figure: Figure) -> Mapping[str, bytes]:
    """Both drawings by file name, for the template to choose from.

    A browser takes the reader's Arial or what stands in for it; here letters come from the document's own fonts.
    """
    family = f'font-family="{FAMILY}"'
    return {
        f"{figure.chart.id}.{variant}.svg": _FAMILY.sub(family, getattr(figure, variant)).encode("utf-8")
        for variant in VARIANTS
    }
