"""The fonts of the site and the report: Noto Sans, small for browsers and whole for the PDF."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools import subset

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
        shutil.copyfile(PACKAGE / file, fonts / f"{name}.ttf")
    for name in FOR_BROWSERS:
        options = subset.Options(
            flavor="woff2", layout_features=["kern", "liga", "tnum", "lnum"], hinting=False
        )
        font = subset.load_font(str(PACKAGE / FONTS[name]), options)
        chosen = subset.Subsetter(options)
        chosen.populate(unicodes=CHARACTERS)
        chosen.subset(font)
        subset.save_font(font, str(assets / f"{name}.woff2"), options)


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
