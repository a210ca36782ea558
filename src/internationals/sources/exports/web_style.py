"""The CSV that the StatLine website gives: titles, and measures as a path with their unit, `A/B/C (aantal)`.

There may be lines with the title of the table above the header, and a line with the source below the rows.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from internationals.shapes import DataError
from internationals.sources.exports.numbers import MISSING, number, plain
from internationals.sources.raw import RawDimension, RawRow, RawTable
from internationals.sources.tabular import decoded

_PERIOD = re.compile(r"(19|20)\d\d\*{0,2}")
_UNIT = re.compile(r"\s*\([^()]*\)$")
_NUMBER = re.compile(r"-?\d[\d. ]*(,\d+)?")


def read(path: Path) -> RawTable:
    """The raw table; a title is its own code. A star behind a period means provisional.

    Raises DataError when no row of column names is found, or a row is ragged.
    """
    text = decoded(path)
    delimiter = max(";,", key=text.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines = [(reader.line_num, [plain(value) for value in values]) for values in reader]
    lines = [(line, values) for line, values in lines if any(values)]
    width = max((len(values) for _, values in lines), default=0)
    start = next((n for n, (_, values) in enumerate(lines) if len(values) == width and width > 1), None)
    if start is None:
        raise DataError(f"{path.name}: there is no row of column names with rows below it.")
    header = lines[start][1]
    body = [(line, values) for line, values in lines[start + 1 :] if not _footer(values)]
    for line, values in body:
        if len(values) != width:
            raise DataError(f"{path.name}, row {line}: found {len(values)} values under {width} columns.")
    measures = [n for n in range(width) if _is_measure(header[n], [values[n] for _, values in body])]
    dimensions = [n for n in range(width) if n not in measures]
    if not measures or not dimensions:
        raise DataError(
            f"{path.name}: found no column of numbers beside columns of names: {', '.join(header)}."
        )
    rows = []
    for line, values in body:
        codes = tuple(values[n] for n in dimensions)
        for n in measures:
            value, reason = number(values[n], path.name, line, header[n])
            rows.append(RawRow(codes, _name(header[n]), value, reason))
    return RawTable(
        tuple(_dimension(header[n], [values[n] for _, values in body]) for n in dimensions),
        {_name(header[n]): _name(header[n]) for n in measures},
        tuple(rows),
    )


def _dimension(name: str, values: list[str]) -> RawDimension:
    codes = dict.fromkeys(values)
    titles = {code: code.rstrip("*") if _PERIOD.fullmatch(code) else code for code in codes}
    stars = {code: "Voorlopig" for code in codes if _PERIOD.fullmatch(code) and code.endswith("*")}
    return RawDimension(name, titles, stars)


def _is_measure(header: str, values: list[str]) -> bool:
    """A column of numbers, but for periods: every value a number or a mark, and some a number.

    With a unit in its name it is one also when no row has a number, or when every number looks like a year.
    """
    if not values or header.strip('" \u00a0') == "":
        return False
    if _UNIT.search(header):
        return all(value in MISSING or _NUMBER.fullmatch(value) for value in values)
    numbers = [value for value in values if _NUMBER.fullmatch(value)]
    return (
        bool(numbers)
        and all(value in MISSING or _NUMBER.fullmatch(value) for value in values)
        and not all(_PERIOD.fullmatch(value) for value in values)
    )


def _name(header: str) -> str:
    return _UNIT.sub("", header)


def _footer(values: list[str]) -> bool:
    return values[0].startswith(("Bron:", "\u00a9", "© ")) or len([value for value in values if value]) == 0
