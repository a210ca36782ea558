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
    """The raw table; a code is its own title. Raises DataError for a ragged row, or an id that stands twice.

    The same text in a column is judged once, and kept once.
    """
    reader = csv.reader(io.StringIO(decoded(path), newline=""), delimiter=";", strict=True)
    try:
        header = [name.strip() for name in next(reader)]
        measures = [n for n, name in enumerate(header) if _MEASURE.fullmatch(name)]
        dimensions = [n for n in range(1, len(header)) if n not in measures]
        if not measures or not dimensions:
            raise DataError(
                f"{path.name}: expected ID, dimensions and measures such as Bevolking_1; found {', '.join(header)}."
            )
        ids: set[str] = set()
        rows: list[RawRow] = []
        titles: list[tuple[int, dict[str, str]]] = [(n, {}) for n in dimensions]
        answers: list[tuple[int, dict[str, tuple[float | None, str]]]] = [(n, {}) for n in measures]
        for values in reader:
            if not any(values):
                continue
            if len(values) != len(header):
                raise DataError(
                    f"{path.name}, row {reader.line_num}: found {len(values)} values under {len(header)} columns. "
                    "Export it again."
                )
            if values[0] in ids:
                raise DataError(
                    f"{path.name}, row {reader.line_num}: the ID {values[0]} is there twice. Export the table again."
                )
            ids.add(values[0])
            codes = tuple(
                [
                    known.get(values[n]) or known.setdefault(values[n], values[n].strip())
                    for n, known in titles
                ]
            )
            for n, judged in answers:
                text = values[n]
                if text not in judged:
                    judged[text] = number(text, path.name, reader.line_num, header[n])
                rows.append(RawRow(codes, header[n], *judged[text]))
    except csv.Error as problem:
        raise DataError(f"{path.name}, row {reader.line_num}: this is no row of CSV: {problem}.") from problem
    return RawTable(
        tuple(RawDimension(header[n], {code: code for code in known.values()}) for n, known in titles),
        {header[n]: header[n] for n in measures},
        tuple(rows),
    )
