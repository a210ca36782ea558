"""Any extract as one DuckDB relation of text: our columns by our names, trimmed.

Beside them `row`, its place in the extract, and `line`, where a researcher finds it in the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from internationals.register import csv_file
from internationals.register.columns import Column, match
from internationals.shapes import DataError


@dataclass(frozen=True)
class Raw:
    """A file opened: the name of the table or view, how many records it has, and what is odd about it."""

    relation: str
    read: int
    width: int
    ignored: tuple[str, ...]
    ragged: tuple[tuple[int, int], ...] = ()
    replaced: int = 0


def relation_of(extract: str) -> str:
    """The name under which an extract is opened: `stand_2022-01-01` as `raw_stand_2022_01_01`."""
    return "raw_" + extract.replace("-", "_")


def forget(con: duckdb.DuckDBPyConnection, opened: Raw) -> None:
    """Let go of the text of a file: from here on only typed columns and pseudonyms remain."""
    con.execute(f"DROP VIEW IF EXISTS {opened.relation}")
    for prefix in ("text_", "sets_", "areas_"):
        con.execute(f"DROP TABLE IF EXISTS {prefix}{opened.relation}")


def load(
    con: duckdb.DuckDBPyConnection,
    source: Path | pa.Table,
    relation: str,
    columns: Sequence[Column],
    names: Mapping[str, str],
) -> Raw:
    """Open a file of any accepted format, or rows that were unrolled from person lists, as `relation`.

    Raises DataError when the file cannot be read at all, or lacks a column.
    """
    if isinstance(source, pa.Table):
        return _unrolled(con, source, relation, columns)
    if source.suffix == ".parquet":
        return _parquet(con, source, relation, columns, names)
    return _csv(con, source, relation, columns, names)


def _unrolled(
    con: duckdb.DuckDBPyConnection, table: pa.Table, relation: str, columns: Sequence[Column]
) -> Raw:
    """Rows made from person lists: `line` is where the person's list starts in the file."""
    con.register("unrolled", table)
    parts = ", ".join(
        f"coalesce(trim({column.name}), '') AS {column.name}"
        if column.name in table.column_names
        else f"'' AS {column.name}"
        for column in columns
    )
    con.execute(
        f"CREATE OR REPLACE TABLE text_{relation} AS SELECT CAST(rij AS BIGINT) AS line, {parts} FROM unrolled"
    )
    con.unregister("unrolled")
    con.execute(f"CREATE OR REPLACE VIEW {relation} AS SELECT rowid + 1 AS row, * FROM text_{relation}")
    return Raw(relation, len(table), len(columns), ())


def _parquet(
    con: duckdb.DuckDBPyConnection,
    path: Path,
    relation: str,
    columns: Sequence[Column],
    names: Mapping[str, str],
) -> Raw:
    source = f"read_parquet('{str(path).replace(chr(39), chr(39) * 2)}', file_row_number=true)"
    try:
        described = con.execute(f"DESCRIBE SELECT * EXCLUDE file_row_number FROM {source}").fetchall()
        counted = con.execute(f"SELECT count(*) FROM {source}").fetchone()
    except duckdb.Error as problem:
        raise DataError(
            f"{path.name}: this is not a Parquet file that can be read to its end. Copy or make it again."
        ) from problem
    header = [name for name, *_ in described]
    types = [kind for _, kind, *_ in described]
    matched = match(path.name, header, columns, names)
    parts = []
    for column in columns:
        position = matched.positions.get(column.name)
        if position is None:
            parts.append(f"'' AS {column.name}")
            continue
        quoted = '"' + header[position].replace('"', '""') + '"'
        parts.append(f"{_text(quoted, types[position])} AS {column.name}")
    con.execute(
        f"CREATE OR REPLACE VIEW {relation} AS SELECT file_row_number + 1 AS row, "
        f"file_row_number + 1 AS line, {', '.join(parts)} FROM {source}"
    )
    return Raw(relation, int(counted[0]) if counted else 0, len(header), matched.ignored)


def _text(column: str, kind: str) -> str:
    """A Parquet column as text: dates the register's way, nothing as empty, spaces around removed."""
    if kind == "VARCHAR":
        return f"coalesce(trim({column}), '')"
    if kind == "DATE" or kind.startswith("TIMESTAMP"):
        return f"coalesce(strftime({column}, '%Y%m%d'), '')"
    if kind.endswith("[]"):
        return f"coalesce(array_to_string({column}, ' '), '')"
    return f"coalesce(trim(CAST({column} AS VARCHAR)), '')"


def _csv(
    con: duckdb.DuckDBPyConnection,
    path: Path,
    relation: str,
    columns: Sequence[Column],
    names: Mapping[str, str],
) -> Raw:
    with csv_file.opened(path) as dialect:
        matched = match(path.name, dialect.header, columns, names)
        parts = ", ".join(
            f"coalesce(trim(c{matched.positions[column.name]}), '') AS {column.name}"
            if column.name in matched.positions
            else f"'' AS {column.name}"
            for column in columns
        )
        width = len(dialect.header)
        if dialect.simple and _fast(con, relation, parts, dialect):
            return Raw(relation, dialect.lines - 1, width, matched.ignored, (), dialect.replaced)
        records = csv_file.careful(dialect)
    con.register("records", _arrow(records.rows, width))
    con.execute(f"CREATE OR REPLACE TABLE text_{relation} AS SELECT row, row AS line, {parts} FROM records")
    con.unregister("records")
    con.execute(f"CREATE OR REPLACE VIEW {relation} AS SELECT * FROM text_{relation}")
    read = len(records.rows) + len(records.ragged)
    return Raw(relation, read, width, matched.ignored, tuple(records.ragged), dialect.replaced)


def _fast(con: duckdb.DuckDBPyConnection, relation: str, parts: str, dialect: csv_file.Dialect) -> bool:
    """Whether DuckDB read one record from every line. A plain CREATE TABLE keeps rowids in file order."""
    lines = f"CREATE OR REPLACE TABLE text_{relation} AS SELECT {parts} FROM {csv_file.fast_sql(dialect)}"
    try:
        con.execute(lines)
    except duckdb.Error:
        return False
    counted = con.execute(f"SELECT count(*) FROM text_{relation}").fetchone()
    if counted is None or counted[0] != dialect.lines - 1:
        con.execute(f"DROP TABLE text_{relation}")
        return False
    con.execute(
        f"CREATE OR REPLACE VIEW {relation} AS SELECT rowid + 2 AS row, rowid + 2 AS line, * FROM text_{relation}"
    )
    return True


def _arrow(rows: list[tuple[int, list[str]]], width: int) -> pa.Table:
    arrays = [pa.array([row for row, _ in rows], pa.int64())]
    arrays += [pa.array([values[position] for _, values in rows], pa.string()) for position in range(width)]
    return pa.table(arrays, names=["row", *(f"c{position}" for position in range(width))])
