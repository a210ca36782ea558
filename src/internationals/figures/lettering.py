"""How wide a text will be, and where to break it, without a font at hand.

Widths are Arial's (thousandths of the text size), because the SVG asks for Arial or Helvetica, with a margin
for the fonts that stand in for them.
"""

from __future__ import annotations

from functools import lru_cache

FAMILY = "Arial, Helvetica, Liberation Sans, sans-serif"
MARGIN = 1.05
BOLD = 1.08

_WIDTHS: dict[str, int] = {}
for _width, _letters in (
    (222, "ijl|'‘’"),
    (278, " fIt.,:;/!\\[]  "),
    (333, "r()-*`‐"),
    (500, "cJkszxvy"),
    (556, "abdeghnopqu0123456789L?_#$€–"),
    (611, "FTZ"),
    (667, "ABEKPSVXY&"),
    (722, "wCDHNRU"),
    (778, "GOQ"),
    (833, "mM"),
    (889, "%"),
    (944, "W"),
    (1000, "—…@"),
):
    _WIDTHS.update(dict.fromkeys(_letters, _width))
_OTHER_LATIN, _WIDE_SCRIPT = 640, 1000


@lru_cache(maxsize=8192)
def width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line in pixels, rather too large than too small."""
    units = sum(_WIDTHS.get(letter, _OTHER_LATIN if letter < "\u1100" else _WIDE_SCRIPT) for letter in text)
    return units / 1000 * size * MARGIN * (BOLD if bold else 1)


@lru_cache(maxsize=8192)
def wrap(text: str, size: float, limit: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text that is at most `limit` pixels wide; a word that is wider is cut with a hyphen."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        candidate = f"{line} {word}" if line else word
        if width(candidate, size, bold) <= limit:
            line = candidate
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, size, limit, bold)
        lines.extend(full)
    return (*lines, line) if line else tuple(lines) or ("",)


def _cut(word: str, size: float, limit: float, bold: bool) -> list[str]:
    """Pieces of one word; at least three letters a piece, however narrow the limit."""
    pieces = []
    while width(word, size, bold) > limit and len(word) > 4:
        end = len(word) - 1
        while end > 3 and width(word[:end] + "-", size, bold) > limit:
            end -= 1
        pieces.append(word[:end] + "-")
        word = word[end:]
    return [*pieces, word]
