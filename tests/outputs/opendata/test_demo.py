"""The open data of the demo: every cell of every table as in the release, in every format, and light enough."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import duckdb
import pytest
from pyjstat import pyjstat

from internationals import release
from internationals.outputs import opendata
from internationals.project import Project
from internationals.shapes import Publication
from tests.outputs.opendata.cells import expected, words
from tests.outputs.opendata.test_jsonstat import statuses


@pytest.fixture(scope="module")
def demo(leiden: Project) -> Publication:
    """Edition 2023, with the one before."""
    after, before = (release.read(leiden.release(edition)) for edition in ("2023", "2022"))
    return Publication(after, (), {}, before)


@pytest.fixture(scope="module")
def data(demo: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "data"
    opendata.write(demo, folder)
    return folder


@pytest.mark.filterwarnings("ignore::DeprecationWarning:pyjstat.*")
def test_every_format_has_every_cell_of_the_release(demo: Publication, data: Path) -> None:
    for name, table in demo.release.tables.items():
        path = data / "tables" / name
        names = [dimension.id for dimension in table.card.dimensions]
        wanted = expected(table)
        told = ", ".join(f'"{each}"' for each in names)
        parquet = duckdb.sql(
            f"SELECT {told}, value, obs_status || conf_status FROM '{path}.parquet'"
        ).fetchall()
        assert {row[:-2]: row[-2:] for row in parquet} == wanted, name
        text = path.with_name(f"{name}.csv").read_bytes().decode()
        rows = [
            (tuple(row[each] for each in names), row["value"], row["obs_status"] + row["conf_status"])
            for row in csv.DictReader(io.StringIO(text, newline=""))
        ]
        read = {key: (float(value) if value else None, status) for key, value, status in rows}
        assert read == wanted and len(rows) == len(wanted), name
        text = path.with_name(f"{name}.nl.json").read_text(encoding="utf-8")
        frame = pyjstat.Dataset.read(text).write("dataframe", naming="id")
        values = [None if value != value else value for value in frame["value"]]
        keys = frame[names].itertuples(index=False, name=None)
        assert dict(zip(keys, values, strict=True)) == {key: value for key, (value, _) in wanted.items()}, (
            name
        )
        assert statuses(json.loads(text)) == [status for _, status in words(table)], name


def test_what_the_explorer_loads_is_small(data: Path) -> None:
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in (data / "tables").glob("*.nl.json")}
    assert max(sizes.values()) < 40_000, max(sizes, key=lambda name: sizes[name])


def test_no_number_is_revised_that_was_not(demo: Publication, data: Path) -> None:
    found = json.loads((data / "changes.json").read_text(encoding="utf-8"))
    assert "survey_shares" in found["tables_added"] and found["tables_removed"] == []
    assert demo.before is not None
    for each in found["revisions"]:
        for told, source in ((each["before"], demo.before), (each["after"], demo.release)):
            cell = source.tables[each["table"]].cell(**each["codes"])
            assert cell.value == told["value"]
        assert each["before"] != each["after"]
