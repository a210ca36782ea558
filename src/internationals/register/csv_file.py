"""A CSV extract in any of the accepted dialects, as rows of text with their line numbers.

Two ways lead to the same rows. The fast one lets DuckDB read a file in which every line is one record.
Whenever that is not certain (a quote that spans lines, a line with too few or too many values, a NUL byte),
the careful one takes over, which goes line by line and keeps what it cannot read.
"""

from __future__ import annotations

import csv
import gzip
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from internationals.shapes import DataError

_CHUNK = 1 << 22
csv.field_size_limit(1 << 24)


@dataclass(frozen=True)
class Dialect:
    """How a file is written, and what a first look at its bytes says about it.

    `plain` is the path of the same text as uncompressed UTF-8 without BOM, `lines` the number of lines that
    hold something, `simple` whether every line is sure to be one record, and `replaced` the number of
    characters that no encoding explains.
    """

    plain: Path
    delimiter: str
    quoted: bool
    simple: bool
    lines: int
    replaced: int
    header: tuple[str, ...]


@contextmanager
def opened(path: Path) -> Iterator[Dialect]:
    """Look at a file and give its dialect; a changed copy, where one is needed, is gone afterwards.

    Raises DataError when the file is empty, cannot be unpacked, is in UTF-16, or has no recognisable header.
    """
    with tempfile.TemporaryDirectory(prefix="internationals-") as folder:
        yield _look(path, Path(folder))


def _look(path: Path, folder: Path) -> Dialect:
    data = _bytes(path)
    if not data.strip():
        raise DataError(f"{path.name}: the file is empty. Make the extract again.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:200].count(b"\0") > 20:
        raise DataError(
            f"{path.name}: the file is in UTF-16. Save it as UTF-8 or Windows-1252, with ; or , between values."
        )
    replaced = 0
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("cp1252", errors="replace")
        replaced = text.count("�")
        body = text.encode("utf-8")
    changed = body is not data
    if b"\r" in body:
        unified = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        changed, body = True, unified
    plain = path
    if changed or path.suffix == ".gz":
        plain = folder / "extract.csv"
        plain.write_bytes(body)
    first = body.split(b"\n", 1)[0].decode("utf-8")
    delimiter = ";" if first.count(";") >= first.count(",") else ","
    header = tuple(next(csv.reader([first], delimiter=delimiter), []))
    breaks = body.count(b"\n") + (0 if body.endswith(b"\n") else 1)
    blank = body.startswith(b"\n") or b"\n\n" in body or b"\0" in body
    return Dialect(plain, delimiter, b'"' in body, not blank, breaks, replaced, header)


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


def fast_sql(dialect: Dialect) -> str:
    """The DuckDB expression that reads a simple file as text, without guessing anything."""
    columns = ", ".join(f"'c{position}': 'VARCHAR'" for position in range(len(dialect.header)))
    quote = "'\"'" if dialect.quoted else "''"
    escape = quote
    return (
        f"read_csv('{_sql_path(dialect.plain)}', auto_detect=false, header=false, skip=1, "
        f"delim='{dialect.delimiter}', quote={quote}, escape={escape}, new_line='\\n', "
        f"null_padding=false, strict_mode=true, columns={{{columns}}})"
    )


def _sql_path(path: Path) -> str:
    return str(path).replace("'", "''")


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
    lines = dialect.plain.read_text(encoding="utf-8").removeprefix("﻿").replace("\0", "�").split("\n")
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
        if position + taken > len(lines):
            break
        text = "\n".join(lines[position : position + taken])
        if text.count('"') % 2 == 0:
            try:
                values = next(csv.reader([text], delimiter=delimiter, strict=True), [])
            except csv.Error:
                break
            if len(values) == width:
                return taken, values
            break
    return 1, None
