"""Exports by hand of a table of Statistics Netherlands: read with the options of the source that is fetched."""

from __future__ import annotations

from pathlib import Path

from internationals.shapes import Observations
from internationals.sources.exports.reading import SUFFIXES, read_export
from internationals.sources.harmonising import harmonise
from internationals.sources.source import Place, Source
from internationals.sources.table_options import options_of

__all__ = ["SUFFIXES", "read"]


def read(folder: Path, source: Source, place: Place) -> Observations:
    """The observations in the export of a snapshot. Raises DataError."""
    path = next(each for each in sorted(folder.iterdir()) if each.suffix.lower() in SUFFIXES)
    return harmonise(read_export(path), source, options_of(source), place)
