"""Damage of Parquet files: the columns of a table, and their types."""

from __future__ import annotations

import io
from random import Random

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq


def _table(content: bytes) -> pa.Table:
    return pq.read_table(io.BytesIO(content))


def _written(table: pa.Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def column_dropped(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    name = rng.choice(table.column_names)
    return f"column {name} dropped", _written(table.drop_columns([name]))


def column_renamed(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    old = rng.choice(table.column_names)
    new = rng.choice([old.upper(), f"{old} ", "kolom", ""])
    names = [new if name == old else name for name in table.column_names]
    return f"column {old} renamed to {new!r}", _written(table.rename_columns(names))


def column_doubled(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    name = rng.choice(table.column_names)
    return f"column {name} there twice", _written(table.append_column(name, table[name]))


def numbers_for_text(rng: Random, content: bytes) -> tuple[str, bytes]:
    """Codes written as whole numbers lose their leading zeros."""
    table = _table(content)
    place = rng.randrange(table.num_columns)
    name = table.column_names[place]
    kind = rng.choice([pa.int32(), pa.int64(), pa.float64()])
    values = [int(text) if text and text.isdecimal() else None for text in table[name].to_pylist()]
    if any(value is not None and value >= 2**31 for value in values):
        kind = pa.int64()
    return f"column {name} as {kind}", _written(table.set_column(place, name, pa.array(values, kind)))


def dates_for_text(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    name = rng.choice([name for name in table.column_names if name.startswith(("datum", "geboortedatum"))])
    days = pc.strptime(table[name], format="%Y%m%d", unit="s", error_is_null=True).cast(pa.date32())
    changed = table.set_column(table.column_names.index(name), name, days)
    return f"column {name} as dates", _written(changed)


def bytes_for_text(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    place = rng.randrange(table.num_columns)
    name = table.column_names[place]
    return f"column {name} as bytes", _written(table.set_column(place, name, table[name].cast(pa.binary())))


def lists_for_text(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    place = table.column_names.index("nationaliteiten")
    lists = pa.array([(text or "").split() for text in table["nationaliteiten"].to_pylist()])
    return "nationaliteiten as lists", _written(table.set_column(place, "nationaliteiten", lists))


def rows_repeated(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    again = table.slice(rng.randrange(max(table.num_rows, 1)), 1)
    return "a row there twice", _written(pa.concat_tables([table, again]))


def code_invented(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    place, row = rng.randrange(table.num_columns), rng.randrange(max(table.num_rows, 1))
    name = table.column_names[place]
    values = table[name].to_pylist()
    values[row : row + 1] = [rng.choice(["9998", "XXXX", "\x00", "0546\n"])]
    return f"an invented code in {name}", _written(
        table.set_column(place, name, pa.array(values, pa.string()))
    )


def everything_null(rng: Random, content: bytes) -> tuple[str, bytes]:
    table = _table(content)
    place = rng.randrange(table.num_columns)
    name = table.column_names[place]
    return f"column {name} all null", _written(table.set_column(place, name, pa.nulls(table.num_rows)))


def really_csv(rng: Random, content: bytes) -> tuple[str, bytes]:
    names = ";".join(_table(content).column_names)
    return "really a CSV file", names.encode() + b"\n"


DAMAGES = [
    column_dropped,
    column_renamed,
    column_doubled,
    numbers_for_text,
    dates_for_text,
    bytes_for_text,
    lists_for_text,
    rows_repeated,
    code_invented,
    everything_null,
    really_csv,
]
