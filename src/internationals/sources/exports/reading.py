"""Which of the known exports a file is: the two dialects of StatLine, or a sheet of Swing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from internationals.shapes import DataError
from internationals.sources.exports import api_style, swing_sheet, web_style
from internationals.sources.raw import RawTable
from internationals.sources.tabular import decoded

SUFFIXES = (".csv", ".xlsx")


def read_export(path: Path) -> RawTable:
    """The raw table in an export. Raises DataError when it is none that we know."""
    return replace(_raw(path), file=path.name)


def _raw(path: Path) -> RawTable:
    if path.suffix.lower() == ".xlsx":
        return swing_sheet.read(path)
    first = decoded(path).partition("\n")[0].strip().strip('"')
    if re.match(r"ID\"?;", first):
        return api_style.read(path)
    if ";" in first or "," in first:
        return web_style.read(path)
    raise DataError(
        f"{path.name} is no export that we know. Expected a CSV of StatLine (its first column is ID, or a dimension), "
        "or an XLSX of Swing."
    )
