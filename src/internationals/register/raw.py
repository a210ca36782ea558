"""Any extract as columns of text: what distinct values a column holds, and which row holds which.

A register repeats itself: among 125,000 residents there are 250 countries and 40,000 birthdays. So every
value is looked at once per file, however many rows hold it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from internationals.register import csv_file
from internationals.register.columns import Column, match
from internationals.shapes import DataError


@dataclass(frozen=True)
class Coded:
    """A column: its distinct values, spaces around removed, and per row the position of its value."""

    distinct: pa.StringArray
    codes: NDArray[np.int32]

    @cached_property
    def values(self) -> list[str]:
        """The distinct values as text of Python."""
        found: list[str] = self.distinct.to_pylist()
        return found

    def at(self, row: int) -> str:
        """The value in a row."""
        return str(self.distinct[int(self.codes[row])])


@dataclass(frozen=True)
class Raw:
    """An extract opened: our columns by our names, the line of each row, and what is odd about the file.

    `read` counts records, ragged ones included; `ragged` holds the line and the number of values of each.
    """

    columns: Mapping[str, Coded]
    lines: NDArray[np.int64]
    read: int
    width: int
    ignored: tuple[str, ...] = ()
    ragged: tuple[tuple[int, int], ...] = ()
    replaced: int = 0

    def __len__(self) -> int:
        return len(self.lines)


def load(source: Path | pa.Table, columns: Sequence[Column], names: Mapping[str, str]) -> Raw:
    """Open a file of any accepted format, or rows that were unrolled from person lists.

    Raises DataError when the file cannot be read at all, or lacks a column.
    """
    if isinstance(source, pa.Table):
        lines = np.array([int(line) for line in source["rij"].to_pylist()], dtype=np.int64)
        positions = {c.name: source[c.name] for c in columns if c.name in source.column_names}
        return Raw(_coded(columns, positions, len(source)), lines, len(source), len(columns))
    return (_parquet if source.suffix == ".parquet" else _csv)(source, columns, names)


def _parquet(path: Path, columns: Sequence[Column], names: Mapping[str, str]) -> Raw:
    try:
        schema = pq.read_schema(path)
        matched = match(path.name, schema.names, columns, names)
        wanted = {name: schema.names[position] for name, position in matched.positions.items()}
        repeated = [own for name, own in wanted.items() if name != "persoon"]
        table = pq.read_table(path, columns=list(wanted.values()), read_dictionary=repeated)
        table.validate(full=True)
        read = {name: _text(table[own]) for name, own in wanted.items()}
    except (pa.ArrowException, OSError, UnicodeDecodeError) as problem:
        raise DataError(
            f"{path.name}: this is not a Parquet file that can be read to its end. Copy or make it again."
        ) from problem
    lines = np.arange(1, len(table) + 1)
    return Raw(_coded(columns, read, len(table)), lines, len(table), len(schema.names), matched.ignored)


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A Parquet column as text: dates the register's way, lists with spaces between, nothing as empty."""
    kind = column.type
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        column = pc.strftime(column, "%Y%m%d")
    elif pa.types.is_list(kind):
        column = pc.binary_join(column.cast(pa.list_(pa.string())), " ")
    elif not pa.types.is_dictionary(kind):
        column = column.cast(pa.string())
    return column


def _csv(path: Path, columns: Sequence[Column], names: Mapping[str, str]) -> Raw:
    dialect = csv_file.look(path)
    matched = match(path.name, dialect.header, columns, names)
    width = len(dialect.header)
    table = csv_file.fast(dialect, sorted(matched.positions.values()))
    if table is not None:
        read = {name: table[f"c{position}"] for name, position in matched.positions.items()}
        lines = np.arange(2, len(table) + 2)
        coded = _coded(columns, read, len(table))
        return Raw(coded, lines, len(table), width, matched.ignored, (), dialect.replaced)
    records = csv_file.careful(dialect)
    read = {
        name: pa.chunked_array([pa.array([values[position] for _, values in records.rows], pa.string())])
        for name, position in matched.positions.items()
    }
    lines = np.array([line for line, _ in records.rows], dtype=np.int64)
    coded = _coded(columns, read, len(lines))
    total = len(records.rows) + len(records.ragged)
    return Raw(coded, lines, total, width, matched.ignored, tuple(records.ragged), dialect.replaced)


def _coded(columns: Sequence[Column], read: Mapping[str, pa.ChunkedArray], rows: int) -> dict[str, Coded]:
    absent = Coded(pa.array([""]), np.zeros(rows, dtype=np.int32))
    return {column.name: _code(read[column.name]) if column.name in read else absent for column in columns}


def _code(column: pa.ChunkedArray) -> Coded:
    """A column coded: each value once, without the spaces around it; nothing is empty text."""
    if pa.types.is_dictionary(column.type):
        array = column.unify_dictionaries().combine_chunks()
        distinct, codes = array.dictionary, array.indices
    else:
        distinct, codes = column.combine_chunks(), pa.array(np.arange(len(column), dtype=np.int32))
    trimmed = pc.utf8_trim(pa.concat_arrays([distinct.cast(pa.string()).fill_null(""), pa.array([""])]), " ")
    merged = trimmed.dictionary_encode()
    places = pc.fill_null(codes.cast(pa.int32()), len(distinct)).to_numpy(zero_copy_only=False)
    return Coded(merged.dictionary, merged.indices.to_numpy()[places])
