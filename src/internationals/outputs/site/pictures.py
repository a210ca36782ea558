"""Figures as pictures of dots, for places that take no SVG: a newsletter, a post, a word processor."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

import resvg_py

ZOOM = 1.25


def pictures(drawings: Iterable[tuple[str, str]], cache: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """The PNG of each named SVG, under the same name.

    Drawing takes a twentieth of a second each, so that a `cache` folder keeps them by what they show: a figure that
    has not changed is not drawn again. It may be removed at any time.
    """
    for name, svg in drawings:
        png = _kept(svg, cache)
        if png is None:
            png = _png(svg)
            _keep(svg, png, cache)
        yield name, png


def _png(svg: str) -> bytes:
    folder = resources.files("internationals.outputs") / "fonts"
    fonts = [str(folder / f"NotoSans-{weight}.ttf") for weight in ("Regular", "Bold")]
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=ZOOM, font_files=fonts, skip_system_fonts=True, sans_serif_family="Noto Sans"
    )
    return bytes(drawn)


def _place(svg: str, cache: Path) -> Path:
    return cache / f"{hashlib.sha256(f'{ZOOM} {resvg_py.__version__} {svg}'.encode()).hexdigest()}.png"


def _kept(svg: str, cache: Path | None) -> bytes | None:
    if cache is None:
        return None
    place = _place(svg, cache)
    return place.read_bytes() if place.is_file() else None


def _keep(svg: str, png: bytes, cache: Path | None) -> None:
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
        fresh = _place(svg, cache).with_suffix(f".{os.getpid()}")
        fresh.write_bytes(png)
        fresh.rename(_place(svg, cache))
