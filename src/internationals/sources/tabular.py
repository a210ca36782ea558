"""Rows of text from a file that somebody made by hand: CSV in any usual dialect, or the first sheet of XLSX.

A row keeps the number that an editor or a spreadsheet shows. Nothing is guessed: a code that a spreadsheet has
turned into a number is given as that number, and whoever knows what should stand there can say so.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from internationals.shapes import DataError
from internationals.sources.findings import Findings
from internationals.sources.sheets import sheet_rows

SUFFIXES = (".csv", ".xlsx")
_ENCODINGS = ("utf-8-sig", "cp1252")


@dataclass(frozen=True)
class Table:
    """A header, and rows of as many values, each with its row number; spaces around values are removed."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(path: Path, findings: Findings) -> Table:
    """The table in a file; empty rows are left out, and rows that cannot be read are noted in the findings.

    Raises DataError when it is no such file.
    """
    lines = sheet_rows(path, findings) if path.suffix.lower() == ".xlsx" else _lines(path)
    header: tuple[str, ...] = ()
    rows = []
    for number, values in lines:
        if not any(values):
            continue
        if not header:
            header = tuple(values)
            while not header[-1]:
                header = header[:-1]
            _distinct(path, header)
            continue
        given = tuple(values)
        if any(given[len(header) :]) or len(given) < len(header):
            findings.say(
                number,
                f"found {len(given)} values under {len(header)} columns. Look for a delimiter inside a value, or a "
                "line break, and repair the row",
            )
            continue
        rows.append((number, given[: len(header)]))
    if not header:
        raise DataError(f"{path.name} is empty. Expected a row of column names and rows below it.")
    return Table(header, tuple(rows))


def _distinct(path: Path, header: tuple[str, ...]) -> None:
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise DataError(
            f"{path.name}: the column {', '.join(twice)} is there more than once. Keep one of each."
        )


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    text = decoded(path)
    delimiter = max(";,\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for values in reader:
            yield reader.line_num, [value.strip() for value in values]
    except csv.Error as problem:
        raise DataError(
            f"{path.name}, row {reader.line_num}: this is no row of CSV: {problem}. Repair the quotes."
        ) from problem


def decoded(path: Path) -> str:
    """The text of a file in UTF-8 (with or without a mark) or Windows-1252."""
    content = path.read_bytes()
    if b"\0" in content:
        raise DataError(f"{path.name} is no text: it has zero bytes. Save it as CSV in UTF-8.")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DataError(f"{path.name} is neither UTF-8 nor Windows-1252. Save it as CSV in UTF-8.")
