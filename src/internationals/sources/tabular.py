"""Rows of text from a file that somebody made by hand: CSV in any usual dialect, or the first sheet of XLSX.

A row keeps the number that an editor or a spreadsheet shows. Nothing is guessed: a code that a spreadsheet has
turned into a number is given as that number, and whoever knows what should stand there can say so.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from internationals.shapes import DataError

SUFFIXES = (".csv", ".xlsx")
_ENCODINGS = ("utf-8-sig", "cp1252")


@dataclass(frozen=True)
class Table:
    """A header, and rows of as many values, each with its row number; spaces around values are removed."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(path: Path) -> Table:
    """The table in a file; empty rows are left out. Raises DataError when it is no such file, or ragged."""
    lines = _sheet(path) if path.suffix.lower() == ".xlsx" else _lines(path)
    header: tuple[str, ...] | None = None
    rows = []
    for number, values in lines:
        if not any(values):
            continue
        if header is None:
            header = tuple(values)
            while header and not header[-1]:
                header = header[:-1]
            _distinct(path, header)
            continue
        given = tuple(values)
        if any(given[len(header) :]) or len(given) < len(header):
            raise DataError(
                f"{path.name}, row {number}: found {len(given)} values under {len(header)} columns. Look for a "
                "delimiter inside a value, or a line break, and repair the row."
            )
        rows.append((number, given[: len(header)]))
    if header is None:
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


def _sheet(path: Path) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook  # slow to load, and not every project has a spreadsheet
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError) as problem:
        raise DataError(
            f"{path.name} is no workbook in XLSX: {problem}. Save it again as .xlsx."
        ) from problem
    try:
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield number, [_written(value) for value in row]
    finally:
        book.close()


def _written(value: object) -> str:
    """A cell as text: a whole number without its point, a date as JJJJ-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()
