"""The fonts of the site and the report: Noto Sans, small for browsers and whole for the PDF.

Noto Sans has no sign for "almost equal", with which we mark every rounded number. A line with one letter that its
font lacks may be set in another font whole, so the sign is made of two of its own tildes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

PACKAGE = Path("node_modules/@expo-google-fonts/noto-sans")
FONTS = {
    "NotoSans-Regular": "400Regular/NotoSans_400Regular.ttf",
    "NotoSans-Bold": "700Bold/NotoSans_700Bold.ttf",
    "NotoSans-Italic": "400Regular_Italic/NotoSans_400Regular_Italic.ttf",
    "NotoSans-BoldItalic": "700Bold_Italic/NotoSans_700Bold_Italic.ttf",
}
FOR_BROWSERS = ("NotoSans-Regular", "NotoSans-Bold")
# Latin with all accents of Europe, and the signs that we write with: ≈ − × – — ‘ ’ “ ” … € → ← ↑ ↓ ✓.
CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B]
CHARACTERS += [ord(sign) for sign in "≈−×–—‘’“”‚„…€→←↑↓≤≥•‰′″\u00a0\u2009\u202f"]


def write(assets: Path, fonts: Path) -> None:
    """Write woff2 files for browsers into `assets`, and TrueType files for the report into `fonts`."""
    for name, file in FONTS.items():
        font = TTFont(PACKAGE / file, recalcTimestamp=False)
        add_almost_equal(font)
        font.save(fonts / f"{name}.ttf")
    for name in FOR_BROWSERS:
        options = subset.Options(
            flavor="woff2", layout_features=["kern", "liga", "tnum", "lnum"], hinting=False
        )
        font = subset.load_font(str(fonts / f"{name}.ttf"), options)
        chosen = subset.Subsetter(options)
        chosen.populate(unicodes=CHARACTERS)
        chosen.subset(font)
        subset.save_font(font, str(assets / f"{name}.woff2"), options)


def add_almost_equal(font: TTFont) -> None:
    """Give a font the sign ≈: its tilde twice, bent a little more, so that small letters do not make it a =."""
    if ord("≈") in font.getBestCmap():
        return
    tilde = font["glyf"]["asciitilde"]
    middle, apart, bent = (tilde.yMin + tilde.yMax) / 2, font["OS/2"].sxHeight * 0.27, 1.35
    pen = TTGlyphPen(font.getGlyphSet())
    for up in (apart, -apart):
        pen.addComponent("asciitilde", (1, 0, 0, bent, 0, round(middle * (1 - bent) + up)))
    font["glyf"]["approxequal"] = pen.glyph()
    font["hmtx"]["approxequal"] = font["hmtx"]["asciitilde"]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord("≈")] = "approxequal"


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
