"""Parquet: the rows and columns of the CSV, with types, for three readers."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from internationals.shapes import ProtectedTable
from tests.outputs.opendata.a_publication import AWKWARD, TABLES
from tests.outputs.opendata.cells import expected

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.card.id)


@every_table
def test_every_reader_finds_every_cell_of_the_release(folder: Path, table: ProtectedTable) -> None:
    path = folder / "tables" / f"{table.card.id}.parquet"
    names = ", ".join(f'"{dimension.id}"' for dimension in table.card.dimensions)
    by_duckdb = duckdb.sql(f"SELECT {names}, value, obs_status || conf_status FROM '{path}'").fetchall()
    by_arrow = pq.read_table(path).to_pylist()
    frame = pd.read_parquet(path)
    by_pandas = frame.astype(object).where(frame.notna(), None).to_dict("records")
    found = [{tuple(row[:-2]): tuple(row[-2:]) for row in by_duckdb}]
    for rows in (by_arrow, by_pandas):
        found.append(
            {
                tuple(row[dimension.id] for dimension in table.card.dimensions): (
                    row["value"],
                    row["obs_status"] + row["conf_status"],
                )
                for row in rows
            }
        )
    for read in found:
        assert list(read.items()) == list(expected(table).items())


@every_table
def test_it_has_the_columns_and_the_texts_of_the_csv(folder: Path, table: ProtectedTable) -> None:
    arrow = pq.read_table(folder / "tables" / f"{table.card.id}.parquet")
    text = (folder / "tables" / f"{table.card.id}.csv").read_bytes().decode()
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert arrow.column_names == header
    written = [
        tuple("" if value is None else str(value) for value in row.values()) for row in arrow.to_pylist()
    ]
    undefused = [tuple(field.removeprefix("'") for field in row) for row in rows]
    assert [tuple(field.removeprefix("'") for field in row) for row in written] == undefused


def test_whole_numbers_are_whole_shares_are_floating_and_the_rest_is_text(folder: Path) -> None:
    whole = pq.read_schema(folder / "tables" / "awkward.parquet")
    assert whole.field("value").type == pa.int64()
    assert pq.read_schema(folder / "tables" / "shares.parquet").field("value").type == pa.float64()
    assert {whole.field(name).type for name in whole.names if name != "value"} == {pa.string()}


def test_names_are_as_they_are(folder: Path) -> None:
    rows = pq.read_table(folder / "tables" / "awkward.parquet").to_pylist()
    assert {row["group"]: row["group_nl"] for row in rows} == AWKWARD


def test_the_file_says_by_itself_what_it_is(folder: Path, invented: Path) -> None:
    def about(path: Path) -> dict[str, object]:
        found = pq.read_schema(path / "tables" / "areas.parquet").metadata[b"internationals"]
        return dict(json.loads(found))

    assert about(folder)["unit"] == {"nl": "personen", "en": "persons"}
    assert "invented" not in about(folder)
    assert about(invented)["invented"] == "VERZONNEN GEGEVENS / INVENTED DATA"
