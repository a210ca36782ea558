"""A CSV extract in any of the accepted dialects, as rows of text with their line numbers.

Two ways lead to the same rows. The fast one lets Arrow read a file in which every line is one record.
Whenever that is not certain (a quote that spans lines, a line with too few or too many values, a NUL byte),
the careful one takes over, which goes line by line and keeps what it cannot read.
"""

from __future__ import annotations

import csv
import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from internationals.shapes import DataError

_CHUNK = 1 << 22
csv.field_size_limit(1 << 24)


@dataclass(frozen=True)
class Dialect:
    """How a file is written, and what a first look at its bytes says about it.

    `body` is the same text as uncompressed UTF-8 without BOM, with line feeds; `lines` the number of its
    lines, `simple` whether no line is blank or odd, and `replaced` the number of characters that no
    encoding explains.
    """

    body: bytes
    delimiter: str
    quoted: bool
    simple: bool
    lines: int
    replaced: int
    header: tuple[str, ...]


def look(path: Path) -> Dialect:
    """Look at a file and give its dialect.

    Raises DataError when the file is empty, cannot be unpacked, or is in UTF-16 or UTF-32.
    """
    data = _bytes(path)
    if not data.strip():
        raise DataError(f"{path.name}: the file is empty. Make the extract again.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:200].count(b"\0") > 20:
        raise DataError(
            f"{path.name}: the file is in UTF-16 or UTF-32. Save it as UTF-8 or Windows-1252, with ; or , between values."
        )
    replaced = 0
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("cp1252", errors="replace")
        replaced = text.count("�")
        body = text.encode("utf-8")
    if b"\r" in body:
        body = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    first = body.split(b"\n", 1)[0].decode("utf-8")
    delimiter = ";" if first.count(";") >= first.count(",") else ","
    header = tuple(next(csv.reader([first], delimiter=delimiter), []))
    breaks = body.count(b"\n") + (0 if body.endswith(b"\n") else 1)
    blank = body.startswith(b"\n") or b"\n\n" in body or b"\0" in body
    return Dialect(body, delimiter, b'"' in body, not blank, breaks, replaced, header)


def _bytes(path: Path) -> bytes:
    try:
        if path.suffix == ".gz":
            with gzip.open(path) as stream:
                return stream.read()
        return path.read_bytes()
    except (OSError, EOFError, zlib.error) as problem:
        raise DataError(
            f"{path.name}: the file cannot be read to its end ({type(problem).__name__}). Copy or make it again."
        ) from problem


def fast(dialect: Dialect, wanted: list[int]) -> pa.Table | None:
    """The wanted columns as dictionaries of text, or None when not every line is sure to be one record.

    Nor is it sure when a value still holds a quote: then the careful way decides what was meant.
    """
    if not dialect.simple:
        return None
    names = [f"c{position}" for position in range(len(dialect.header))]
    text = pa.dictionary(pa.int32(), pa.string())
    try:
        table = pa_csv.read_csv(
            pa.BufferReader(dialect.body),
            pa_csv.ReadOptions(column_names=names, skip_rows=1, block_size=_CHUNK),
            pa_csv.ParseOptions(delimiter=dialect.delimiter, quote_char='"' if dialect.quoted else False),
            pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, text),
                include_columns=[f"c{position}" for position in wanted],
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowException:
        return None
    if len(table) != dialect.lines - 1 or (dialect.quoted and _holds_quotes(table)):
        return None
    return table


def _holds_quotes(table: pa.Table) -> bool:
    chunks = [chunk.dictionary for column in table.columns for chunk in column.chunks]
    return any(pc.any(pc.match_substring(values, '"')).as_py() for values in chunks)


@dataclass(frozen=True)
class Records:
    """What the careful way found: rows of the right width and rows of a wrong one, each with its line."""

    rows: list[tuple[int, list[str]]]
    ragged: list[tuple[int, int]]  # line number, number of values found


def careful(dialect: Dialect) -> Records:
    """Read line by line. A quoted value may hold a line break when the whole record then has the right width.

    A quote that swallows following lines is not believed: each of those lines is read on its own.
    """
    width = len(dialect.header)
    lines = dialect.body.decode("utf-8").replace("\0", "�").split("\n")
    records = Records([], [])
    position = 1
    while position < len(lines):
        taken, values = _record(lines, position, dialect.delimiter, width)
        if values is None:
            values = lines[position].replace('"', "").split(dialect.delimiter)
        if len(values) == width:
            records.rows.append((position + 1, values))
        elif lines[position].strip():
            records.ragged.append((position + 1, len(values)))
        position += taken
    return records


_MOST_LINES = 20


def _record(lines: list[str], position: int, delimiter: str, width: int) -> tuple[int, list[str] | None]:
    """The record that starts at a line: how many lines it takes and its values, None if not believed."""
    if '"' not in lines[position]:
        return 1, lines[position].split(delimiter)
    for taken in range(1, _MOST_LINES + 1):
        part = lines[position : position + taken]
        if len(part) < taken:
            break
        text = "\n".join(part)
        if text.count('"') % 2 == 0:
            try:
                values = next(csv.reader([text], delimiter=delimiter, strict=True), [])
            except csv.Error:
                break
            if len(values) == width and not _accident(values, text, delimiter):
                return taken, values
            break
    return 1, None


def _accident(values: list[str], text: str, delimiter: str) -> bool:
    """Whether the quotes in a record that fits were put there by accident.

    So when one is left inside a value and the record fits without them as well, and when a value with a
    line break holds a whole record: then two stray quotes embrace the lines between them.
    """
    if any("\n" in value and value.count(delimiter) >= len(values) - 1 for value in values):
        return True
    return any('"' in value for value in values) and len(text.split(delimiter)) == len(values)
