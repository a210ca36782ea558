"""The CSV that StatLine's data service gives: `ID`, a column of codes per dimension, then measures as `Name_1`."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from internationals.shapes import DataError
from internationals.sources.exports.numbers import number
from internationals.sources.raw import RawDimension, RawRow, RawTable
from internationals.sources.tabular import decoded

_MEASURE = re.compile(r".+_\d+")


def read(path: Path) -> RawTable:
    """The raw table; a code is its own title. Raises DataError for a ragged row, or an id that stands twice."""
    reader = csv.reader(io.StringIO(decoded(path), newline=""), delimiter=";", strict=True)
    try:
        header = [name.strip() for name in next(reader)]
        lines = [(reader.line_num, values) for values in reader if any(values)]
    except csv.Error as problem:
        raise DataError(f"{path.name}, row {reader.line_num}: this is no row of CSV: {problem}.") from problem
    measures = [n for n, name in enumerate(header) if _MEASURE.fullmatch(name)]
    dimensions = [n for n in range(1, len(header)) if n not in measures]
    if not measures or not dimensions:
        raise DataError(
            f"{path.name}: expected ID, dimensions and measures such as Bevolking_1; found {', '.join(header)}."
        )
    seen: set[str] = set()
    rows = []
    for line, values in lines:
        if len(values) != len(header):
            raise DataError(
                f"{path.name}, row {line}: found {len(values)} values under {len(header)} columns. Export it again."
            )
        if values[0] in seen:
            raise DataError(
                f"{path.name}, row {line}: the ID {values[0]} is there twice. Export the table again."
            )
        seen.add(values[0])
        codes = tuple(values[n].strip() for n in dimensions)
        for n in measures:
            value, reason = number(values[n], path.name, line, header[n])
            rows.append(RawRow(codes, header[n], value, reason))
    titles = [dict.fromkeys(values[n].strip() for _, values in lines) for n in dimensions]
    return RawTable(
        tuple(
            RawDimension(header[n], {code: code for code in found})
            for n, found in zip(dimensions, titles, strict=True)
        ),
        {header[n]: header[n] for n in measures},
        tuple(rows),
    )
