"""The same rows in every form in which a supplier may deliver them."""

import csv
import gzip
import io
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pyarrow
import pyarrow.parquet as parquet

from tests.reference.lives import Row

EXTRA_COLUMNS = {
    "naam": ["Zoë van der Berg", 'zegt; "ja", of nee', "", "O'Brien", " - "],
    "regel": ["1", "2", "een\ntwee", ""],
}
OPTIONAL = {
    "geslacht_ouder_1",
    "geslacht_ouder_2",
    "land_vanwaar_gevestigd",
    "datum_vestiging_nederland",
    "verblijfstitel_einde",
    "peildatum",
    "jaar",
}


@dataclass(frozen=True)
class Dialect:
    """How a file is written. `seed` decides the order of the columns, the spaces and what else varies."""

    ending: str = ".csv"
    delimiter: str = ";"
    encoding: str = "utf-8"
    newline: str = "\n"
    quote_all: bool = False
    newline_at_end: bool = True
    shuffled: bool = False
    extra_columns: bool = False
    spaces: bool = False
    without_optional: bool = False
    nulls: bool = False
    seed: int = 0


def write(rows: list[Row], columns: list[str], folder: Path, name: str, dialect: Dialect) -> Path:
    """Write the rows as one extract file, in this dialect, and say where."""
    random = Random(dialect.seed)
    columns = [column for column in columns if not (dialect.without_optional and column in OPTIONAL)]
    if dialect.extra_columns:
        rows = [{**row, **{c: random.choice(values) for c, values in EXTRA_COLUMNS.items()}} for row in rows]
        columns = [*columns, *EXTRA_COLUMNS]
    if dialect.shuffled:
        random.shuffle(columns)
    if dialect.spaces:
        rows = [{column: _spaced(value, random) for column, value in row.items()} for row in rows]
    path = folder / f"{name}{dialect.ending}"
    if dialect.ending == ".parquet":
        _write_parquet(rows, columns, path, dialect)
    else:
        content = _csv(rows, columns, dialect).encode(dialect.encoding)
        path.write_bytes(gzip.compress(content, mtime=0) if dialect.ending == ".csv.gz" else content)
    return path


def _spaced(value: str, random: Random) -> str:
    return random.choice([value, value, f" {value}", f"{value}  ", f" {value} "])


def _csv(rows: list[Row], columns: list[str], dialect: Dialect) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(
        text,
        delimiter=dialect.delimiter,
        lineterminator=dialect.newline,
        quoting=csv.QUOTE_ALL if dialect.quote_all else csv.QUOTE_MINIMAL,
    )
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    content = text.getvalue()
    return content if dialect.newline_at_end else content.removesuffix(dialect.newline)


def _write_parquet(rows: list[Row], columns: list[str], path: Path, dialect: Dialect) -> None:
    def value(text: str) -> str | None:
        return None if dialect.nulls and text == "" else text

    arrays = [pyarrow.array([value(row[column]) for row in rows], pyarrow.string()) for column in columns]
    parquet.write_table(pyarrow.Table.from_arrays(arrays, columns), path)
