"""Any extract file as one DuckDB table of text: `row`, and our columns by our names, trimmed."""

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


def relation_of(path: Path) -> str:
    """The name under which a file is opened."""
    return "raw_" + path.name.split(".")[0].replace("-", "_")


def forget(con: duckdb.DuckDBPyConnection, opened: Raw) -> None:
    """Let go of the text of a file: from here on only typed columns and pseudonyms remain."""
    con.execute(f"DROP VIEW IF EXISTS {opened.relation}")
    for table in (f"text_{opened.relation}", f"sets_{opened.relation}"):
        con.execute(f"DROP TABLE IF EXISTS {table}")


def load(
    con: duckdb.DuckDBPyConnection,
    path: Path,
    columns: Sequence[Column],
    names: Mapping[str, str],
) -> Raw:
    """Open a file of any accepted format under the name `raw_<stem>`.

    Raises DataError when the file cannot be read at all, or lacks a column.
    """
    relation = relation_of(path)
    if path.suffix == ".parquet":
        return _parquet(con, path, relation, columns, names)
    return _csv(con, path, relation, columns, names)


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
        f"CREATE OR REPLACE VIEW {relation} AS SELECT file_row_number + 1 AS row, {', '.join(parts)} FROM {source}"
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
    con.execute(f"CREATE OR REPLACE TABLE text_{relation} AS SELECT row, {parts} FROM records")
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
    con.execute(f"CREATE OR REPLACE VIEW {relation} AS SELECT rowid + 2 AS row, * FROM text_{relation}")
    return True


def _arrow(rows: list[tuple[int, list[str]]], width: int) -> pa.Table:
    arrays = [pa.array([row for row, _ in rows], pa.int64())]
    arrays += [pa.array([values[position] for _, values in rows], pa.string()) for position in range(width)]
    return pa.table(arrays, names=["row", *(f"c{position}" for position in range(width))])
