"""JSON-stat: valid, as long as it says, the same cells as the release, and small enough for a browser."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from jsonstat_validator import validate_jsonstat
from pyjstat import pyjstat

from internationals.outputs.opendata.jsonstat import compact, jsonstat
from internationals.shapes import Cell, Dimension, ProtectedTable, Status
from tests.outputs.opendata.a_publication import AREA, AWKWARD_TABLE, MANIFEST, ROUNDED, TABLES, card, years
from tests.outputs.opendata.cells import words

every_file = [
    pytest.param(table, language, id=f"{table.card.id}.{language}")
    for table in TABLES
    for language in ("nl", "en")
]


def statuses(dataset: dict[str, Any]) -> list[str]:
    """The status of every cell, whichever form they have; what has none is normal."""
    said, count = dataset.get("status", {}), len(dataset["value"])
    if isinstance(said, str):
        return [said] * count
    return said if isinstance(said, list) else [said.get(str(at), "normal") for at in range(count)]


@pytest.mark.parametrize(("table", "language"), every_file)
def test_every_file_is_valid_and_as_long_as_it_says(
    folder: Path, table: ProtectedTable, language: str
) -> None:
    dataset = json.loads((folder / "tables" / f"{table.card.id}.{language}.json").read_text(encoding="utf-8"))
    assert validate_jsonstat(dataset)
    assert len(dataset["value"]) == math.prod(dataset["size"])


@pytest.mark.filterwarnings("ignore::DeprecationWarning:pyjstat.*")
@pytest.mark.parametrize(("table", "language"), every_file)
def test_pyjstat_reads_every_cell_of_the_release(folder: Path, table: ProtectedTable, language: str) -> None:
    text = (folder / "tables" / f"{table.card.id}.{language}.json").read_text(encoding="utf-8")
    frame = pyjstat.Dataset.read(text).write("dataframe", naming="id")
    assert list(frame.columns) == [*(dimension.id for dimension in table.card.dimensions), "value"]
    names = list(frame.columns)[:-1]
    values = [None if value != value else value for value in frame["value"]]
    read = dict(zip(frame[names].itertuples(index=False, name=None), values, strict=True))
    assert list(read.values()) == [value for value, _ in words(table)]
    assert all(table.cell(**dict(zip(names, key, strict=True))).value == value for key, value in read.items())
    assert statuses(json.loads(text)) == [status for _, status in words(table)]


def test_names_and_texts_are_in_the_language_of_the_file() -> None:
    english = jsonstat(AWKWARD_TABLE, "en", MANIFEST)
    assert english["label"] == "Title of awkward"
    assert english["source"] == "Source" and english["note"] == ["Mind."]
    assert english["dimension"]["group"]["label"] == "Group"
    assert english["dimension"]["group"]["category"]["label"]["comma"] == "Grijs, groen (en)"
    about = english["extension"]
    assert (about["unit"], about["reference"]) == ("persons", "1 January 2022")
    assert about["breaks"] == {"2022": "Counted otherwise."}
    assert about["status"]["label"]["suppressed"] == "suppressed"
    assert (
        jsonstat(AWKWARD_TABLE, "nl", MANIFEST)["extension"]["status"]["label"]["suppressed"] == "afgeschermd"
    )


def test_formulas_are_left_as_they_are_where_no_spreadsheet_opens_them() -> None:
    labels = jsonstat(AWKWARD_TABLE, "nl", MANIFEST)["dimension"]["group"]["category"]["label"]
    assert labels["formula"] == "=1+1"


def test_years_and_areas_have_their_roles() -> None:
    assert jsonstat(ROUNDED, "nl", MANIFEST)["role"] == {"time": ["year"], "geo": ["neighbourhood"]}


def test_how_a_table_was_protected_goes_with_it() -> None:
    assert jsonstat(ROUNDED, "nl", MANIFEST)["extension"]["protection"] == {
        "method": "rounded",
        "base": 5,
        "hidden_at_most": 4,
    }


def test_statuses_take_the_form_that_is_smallest() -> None:
    codes = {f"{at:03}": {"nl": f"n{at}", "en": f"e{at}"} for at in range(200)}
    table = card("many", Dimension("area", AREA.label, codes))
    one = {("007",): Cell(None, Status.SUPPRESSED)}
    all_of_them = {(code,): Cell(10, Status.ROUNDED) for code in codes}
    assert "status" not in jsonstat(ProtectedTable(table, {}), "nl", MANIFEST)
    assert jsonstat(ProtectedTable(table, one), "nl", MANIFEST)["status"] == {"7": "suppressed"}
    assert jsonstat(ProtectedTable(table, all_of_them), "nl", MANIFEST)["status"] == "rounded"
    mixed = jsonstat(ProtectedTable(table, all_of_them | one), "nl", MANIFEST)["status"]
    assert mixed[6:9] == ["rounded", "suppressed", "rounded"]


def test_an_address_only_when_the_site_has_one() -> None:
    assert "href" not in jsonstat(ROUNDED, "nl", MANIFEST)
    there = MANIFEST | {"site_url": "https://monitor.example.org/2022/site/"}
    href = "https://monitor.example.org/2022/data/tables/areas.nl.json"
    assert jsonstat(ROUNDED, "nl", there)["href"] == href


def test_it_is_compact_and_says_nothing_twice() -> None:
    written = compact(jsonstat(ProtectedTable(card("few", years("2022")), {}), "nl", MANIFEST))
    assert b"\n" not in written and b'": ' not in written
    assert json.loads(written)["value"] == [0]
