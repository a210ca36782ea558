"""What the pages are dressed in: the style sheets, scripts and fonts that are made at set-up, and a theme."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from internationals.outputs.site.errors import SiteError

FONTS = {400: "NotoSans-Regular.woff2", 700: "NotoSans-Bold.woff2"}
"""The files of the letters by their weight, beside the style sheet that names them."""

_SHEETS = ("theme.css", "site.css")
_AS_THEY_ARE = ("explorer.css", "explorer.js", "search.js", "licences.txt")


def assets(theme: str) -> Iterator[tuple[str, bytes]]:
    """Every file in `assets/`: its path in the site and its bytes.

    `theme` are the municipality's own tokens as CSS, or nothing; they stand after those of the built-in theme, so
    that they win. Raises SiteError when the assets were not made.
    """
    built_in, own = (_read(name).decode("utf-8") for name in _SHEETS)
    yield "assets/style.css", "\n".join(part for part in (built_in, theme, own) if part).encode()
    for name in _AS_THEY_ARE:
        yield f"assets/{name}", _read(name)
    for name in FONTS.values():
        yield f"assets/{name}", _read(name)
    icon = resources.files(__package__) / "icon.svg"
    yield "assets/icon.svg", icon.read_bytes()


def built_in_theme() -> str:
    """The tokens of the built-in theme, as CSS."""
    return _read("theme.css").decode("utf-8")


def _read(name: str) -> bytes:
    file = resources.files("internationals.outputs") / "assets" / name
    if not file.is_file():
        raise SiteError(
            f"The site's {name} is not there: style sheets and scripts are made once, at set-up. "
            "Run 'make assets' in the folder of internationals."
        )
    return file.read_bytes()
