"""Packages that are the same whenever they are made: a zip without the clock."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip can name, and the one that XlsxWriter names."""


def packed(parts: Iterable[tuple[str, bytes]], stored: str = "") -> bytes:
    """A zip of these parts, in their order. The part `stored` is not compressed: OpenDocument asks that of its first."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return target.getvalue()


def unpacked(package: bytes) -> list[tuple[str, bytes]]:
    """The parts of a zip, in their order."""
    with zipfile.ZipFile(BytesIO(package)) as opened:
        return [(entry.filename, opened.read(entry)) for entry in opened.infolist()]
