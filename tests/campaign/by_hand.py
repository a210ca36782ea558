"""How many data records a human would count in a damaged file, and which lines the damage has touched.

A human opens the file in an editor, skips the header, and counts lines that are not blank, whatever their
line ends. Three things can be seen in two ways, and then either count will do: a line break inside properly
closed quotes (one record to who knows RFC 4180), a stray carriage return in a file with other line ends,
and a line of nothing but control characters. A file that cannot be opened at all has no count.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zlib
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

BYTE_ORDER_MARKS = [
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
]
FEW = 3


def text_of(path: Path) -> str | None:
    """A CSV file as an editor would show it; None when there is nothing to show."""
    content = path.read_bytes()
    if path.suffix == ".gz":
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error):
            return None
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def records(path: Path) -> set[int]:
    """The numbers of data records that a human may count; empty when the file cannot be opened."""
    if path.suffix == ".parquet":
        try:
            return {pq.read_table(path).num_rows}
        except (pa.ArrowException, OSError):
            return set()
    text = text_of(path)
    if text is None:
        return set()
    found = {_seen(re.split(r"\r\n|\r|\n", text))}
    found |= {_seen([line for line in re.split(r"\r\n|\r|\n", text) if _shows(line)])}
    if text.count("\r") - text.count("\r\n") <= FEW:
        found |= {_seen(text.split("\n"))}
    return found | _by_rfc_4180(text)


def touched(source: Path, damaged: Path) -> int:
    """How many lines of the two files have no equal in the other; quotes are left out of it.

    Under another header every line is another one.
    """
    (was_headed, was), (headed, became) = _lines(source), _lines(damaged)
    if was_headed != headed:
        return was.total() + became.total()
    return (was - became).total() + (became - was).total()


def _lines(path: Path) -> tuple[str, Counter[str]]:
    """The header, and how often each line stands below it."""
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        columns = [column.to_pylist() for column in table.columns]
        return repr(table.column_names), Counter(map(repr, zip(*columns, strict=True)))
    text = text_of(path)
    if text is None:
        raise AssertionError("only files that can be opened have lines to compare")
    header, *lines = re.split(r"[\r\n]+", text.replace('"', ""))
    return header, Counter(lines)


def _shows(line: str) -> bool:
    return any(character.isprintable() and not character.isspace() for character in line)


def _seen(lines: list[str]) -> int:
    return max(sum(bool(line.strip()) for line in lines) - 1, 0)


def _by_rfc_4180(text: str) -> set[int]:
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    try:
        rows = [
            row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True) if row
        ]
    except csv.Error:
        return set()
    return {max(len(rows) - 1, 0)}
