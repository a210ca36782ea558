"""The extract files as lists of rows of text: one CSV or Parquet file in, one dictionary per row out."""

import csv
import gzip
import io
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as parquet

STAND_COLUMNS = [
    "persoon",
    "geboortedatum",
    "geslacht",
    "geboorteland",
    "geboorteland_ouder_1",
    "geboorteland_ouder_2",
    "nationaliteiten",
    "gemeente",
    "buurt",
    "datum_vestiging_gemeente",
    "datum_adres",
    "verblijfstitel",
    "opschorting",
]
STAND_OPTIONAL = [
    "geslacht_ouder_1",
    "geslacht_ouder_2",
    "land_vanwaar_gevestigd",
    "datum_vestiging_nederland",
    "verblijfstitel_einde",
    "peildatum",
]
EVENT_COLUMNS = [
    "persoon",
    "datum",
    "soort",
    "gemeente_tegenpartij",
    "land_tegenpartij",
    "geboortedatum",
    "geslacht",
    "geboorteland",
    "nationaliteiten",
    "nationaliteiten_na",
    "buurt",
]
EVENT_OPTIONAL = ["jaar"]

Row = dict[str, str]


class RefusedError(Exception):
    """An extract that cannot be read at all: the sentence says why."""


@dataclass(frozen=True)
class Extract:
    """The rows of a file, and how many data records had another number of fields than the header."""

    rows: list[Row]
    ragged: int


def find(folder: Path, name: str) -> Path:
    """The one file of this name, in whichever of the three formats it was delivered."""
    found = [
        path for ending in (".csv", ".csv.gz", ".parquet") if (path := folder / f"{name}{ending}").exists()
    ]
    if len(found) != 1:
        raise RefusedError(f"{name}: expected one file .csv, .csv.gz or .parquet, found {len(found)}")
    return found[0]


def read_file(path: Path, required: list[str], optional: list[str]) -> Extract:
    """Every row with the columns that we know, spaces around the values removed; others are ignored."""
    header, records = _parquet(path) if path.suffix == ".parquet" else _csv(path)
    missing = [column for column in required if column not in header]
    if missing:
        raise RefusedError(f"{path.name}: no column {', '.join(missing)}")
    if len(set(header)) != len(header):
        raise RefusedError(f"{path.name}: a column stands there twice")
    whole = [dict(zip(header, record, strict=True)) for record in records if len(record) == len(header)]
    rows = [{column: row[column].strip() for column in required + optional if column in row} for row in whole]
    return Extract(rows, ragged=len(records) - len(whole))


def _parquet(path: Path) -> tuple[list[str], list[list[str]]]:
    table = parquet.read_table(path)
    columns = [[value or "" for value in column.to_pylist()] for column in table.columns]
    return table.column_names, [list(record) for record in zip(*columns, strict=True)]


def _csv(path: Path) -> tuple[list[str], list[list[str]]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    first_line = text.splitlines()[0] if text else ""
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    lines = [
        line for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True) if line
    ]
    if not lines:
        raise RefusedError(f"{path.name}: empty, without even a header")
    return [name.strip() for name in lines[0]], lines[1:]
