"""The workbook that a Swing site ("… in cijfers") gives.

Its first cell says `subject - period - level of areas`; below it stand a row of columns and a row per area. The
columns are categories of the subject, or periods when the first cell names none.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from internationals.shapes import DataError
from internationals.sources.exports.numbers import number
from internationals.sources.raw import RawDimension, RawRow, RawTable

AREA, PERIOD, CATEGORY = "Gebied", "Periode", "Onderwerp"
_YEAR = re.compile(r"(?:19|20)\d\d")


def read(path: Path) -> RawTable:
    """The raw table, with dimensions Gebied, Periode and Onderwerp, of which titles are the codes.

    Raises DataError when it is no workbook, or one of another layout.
    """
    title, header, body = _parts(path)
    parts = [part.strip() for part in title.split(" - ")]
    year = next((part for part in parts if _YEAR.fullmatch(part)), None)
    subject = parts[0]
    across_years = bool(header) and all(_YEAR.fullmatch(name) for name in header)
    if year is None and not across_years:
        raise DataError(
            f"{path.name}: neither the first cell ('{title}') nor the columns say of which year the numbers are. Export "
            "the table for one year, or with years as columns."
        )
    rows = []
    for line, area, values in body:
        for name, value in zip(header, values, strict=True):
            found, reason = number(value, path.name, line, name)
            codes = (area, name, subject) if across_years else (area, str(year), name)
            rows.append(RawRow(codes, subject, found, reason))
    names = dict.fromkeys(header)
    return RawTable(
        (
            RawDimension(AREA, {area: area for _, area, _ in body}),
            RawDimension(PERIOD, {name: name for name in (names if across_years else [str(year)])}),
            RawDimension(CATEGORY, {name: name for name in ([subject] if across_years else names)}),
        ),
        {subject: subject},
        tuple(rows),
    )


def _parts(path: Path) -> tuple[str, list[str], list[tuple[int, str, list[str]]]]:
    """The title, the names of the columns, and per row its number, its area and its values."""
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError) as problem:
        raise DataError(f"{path.name} is no workbook in XLSX: {problem}. Export it again.") from problem
    try:
        lines = [
            (line, ["" if value is None else str(value).strip() for value in row])
            for line, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1)
        ]
    finally:
        book.close()
    lines = [(line, row) for line, row in lines if any(row)]
    if len(lines) < 3 or lines[0][1][0] == "" or lines[1][1][0] != "":
        raise DataError(
            f"{path.name}: expected a title in the first cell, a row of columns that begins with an empty cell, and a row "
            "per area. Export it from Swing as a table."
        )
    width = max(n for n, name in enumerate(lines[1][1]) if name) + 1
    header = lines[1][1][1:width]
    body = []
    for line, row in lines[2:]:
        if not row[0]:
            raise DataError(f"{path.name}, row {line}: there are numbers without the name of an area.")
        body.append((line, row[0], row[1:width] + [""] * (width - len(row))))
    return lines[0][1][0], header, body
