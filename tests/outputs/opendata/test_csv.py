"""The CSV of a table: every combination of codes once, zeros and reasons told apart, read by other people's readers."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from internationals.outputs import opendata
from internationals.shapes import Cell, ConfigError, Dimension, ProtectedTable, Status
from tests.outputs.opendata.a_publication import (
    AREA,
    AWKWARD,
    AWKWARD_TABLE,
    EMPTY,
    TABLES,
    card,
    changed,
    publication,
    years,
)
from tests.outputs.opendata.cells import expected

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.card.id)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    text = (folder / "tables" / f"{name}.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@every_table
def test_every_combination_of_codes_has_one_row_with_its_number_and_its_status(
    folder: Path, table: ProtectedTable
) -> None:
    names = [dimension.id for dimension in table.card.dimensions]
    found = {
        tuple(row[name] for name in names): (
            float(row["value"]) if row["value"] else None,
            row["obs_status"] + row["conf_status"],
        )
        for row in rows(folder, table.card.id)
    }
    assert list(found.items()) == list(expected(table).items())


def test_no_two_statuses_look_alike_and_zero_is_a_number(folder: Path) -> None:
    found = {
        row["group"] + row["year"]: (row["value"], row["obs_status"], row["conf_status"])
        for row in rows(folder, "awkward")
    }
    assert found["comma2021"] == found["long2021"] == ("0", "A", "F")  # listed, and not listed
    assert found["quote2021"] == ("", "Q", "C")
    assert found["comma2022"] == ("", "O", "F")
    assert found["quote2022"] == ("", "M", "F")
    assert found["lines2022"] == ("", "L", "F")
    assert found["lines2021"] == ("12", "P", "F")
    assert found["plain2022"] == ("13", "B", "F")
    assert found["3+2022"] == ("15", "E", "F")


def test_a_zero_that_was_rounded_is_not_called_exact(folder: Path) -> None:
    zeros = [row for row in rows(folder, "areas") if row["value"] == "0"]
    assert [row["obs_status"] for row in zeros] == ["E", "E"]


def test_numbers_have_no_thousands_and_a_point_for_decimals(folder: Path) -> None:
    assert {row["value"] for row in rows(folder, "awkward")} >= {"1234567", "-7"}
    assert {row["value"] for row in rows(folder, "shares")} >= {"19.97673548161886", "0.0", "5.0"}


def test_names_survive_whatever_is_in_them_and_formulas_are_defused(folder: Path) -> None:
    found = {row["group"]: row["group_nl"] for row in rows(folder, "awkward")}
    defused = {"formula": "'=1+1", "minus": "'-@SUM(A1)"}
    assert found == AWKWARD | defused


def test_codes_and_numbers_are_never_touched(tmp_path: Path) -> None:
    area = Dimension("area", AREA.label, {"-1": {"nl": "min", "en": "minus"}})
    opendata.write(publication(ProtectedTable(card("odd", area), {("-1",): Cell(-3)})), tmp_path)
    assert [(row["area"], row["value"]) for row in rows(tmp_path, "odd")] == [("-1", "-3")]


def test_the_file_is_rfc_4180_in_utf_8_without_a_mark(folder: Path) -> None:
    content = (folder / "tables" / "awkward.csv").read_bytes()
    assert content.startswith(b"year,group,group_nl,group_en,value,obs_status,conf_status\r\n")
    assert content.endswith(b"\r\n")
    assert content.replace(b"\r\n", b"").count(b"\n") == 4  # within quotes, in both languages and years


def test_years_have_no_names_beside_them_as_these_say_nothing_more(folder: Path) -> None:
    assert list(rows(folder, "students")[0]) == ["year", "value", "obs_status", "conf_status"]


@every_table
def test_duckdb_and_pandas_read_it_when_told_that_codes_and_statuses_are_text(
    folder: Path, table: ProtectedTable
) -> None:
    path = folder / "tables" / f"{table.card.id}.csv"
    names = [dimension.id for dimension in table.card.dimensions]
    told_text = (*names, "obs_status", "conf_status")
    wanted = list(expected(table).items())
    frame = pd.read_csv(path, dtype=dict.fromkeys(told_text, str))
    read = duckdb.read_csv(str(path), dtype=dict.fromkeys(told_text, "VARCHAR")).fetchall()
    header = list(frame.columns)
    value, observed, confidential = map(header.index, ("value", "obs_status", "conf_status"))
    keys = [header.index(name) for name in names]
    by_pandas = frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None)
    for rows_read in (list(by_pandas), read):
        told = [
            (tuple(row[at] for at in keys), (row[value], row[observed] + row[confidential]))
            for row in rows_read
        ]
        assert told == wanted


def test_one_other_number_is_another_file_and_nothing_else_is(folder: Path, tmp_path: Path) -> None:
    other = changed(AWKWARD_TABLE, ("2021", "plain"), Cell(1234568))
    opendata.write(publication(other, *TABLES[1:]), tmp_path)
    differ = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.*")
        if path.read_bytes() != (tmp_path / path.relative_to(folder)).read_bytes()
    }
    assert differ == {
        "tables/awkward.csv",
        "tables/awkward.nl.json",
        "tables/awkward.en.json",
        "tables/awkward.parquet",
        "datapackage.json",
        "checksums.txt",
    }


def test_a_municipality_of_which_nearly_everything_is_withheld(tmp_path: Path) -> None:
    group = Dimension(
        "nationality", AREA.label, {f"{at:04}": {"nl": f"n{at}", "en": f"e{at}"} for at in range(300)}
    )
    withheld = {("2022", code): Cell(None, Status.SUPPRESSED) for code in group.codes if code != "0007"}
    table = ProtectedTable(card("town", years("2022"), group), withheld | {("2022", "0007"): Cell(9)})
    opendata.write(publication(table), tmp_path)
    found = rows(tmp_path, "town")
    assert len(found) == 300
    assert [row["nationality"] for row in found if row["value"]] == ["0007"]
    assert {row["obs_status"] for row in found if not row["value"]} == {"Q"}


def test_a_table_with_no_cells_is_zeros_and_one_without_codes_is_a_heading(tmp_path: Path) -> None:
    nothing = ProtectedTable(card("nothing", years(), AREA), {})
    opendata.write(publication(EMPTY, nothing), tmp_path)
    assert [row["value"] for row in rows(tmp_path, "empty")] == ["0", "0"]
    assert rows(tmp_path, "nothing") == []


def test_one_language_only(tmp_path: Path) -> None:
    opendata.write(publication(languages=["nl"]), tmp_path)
    assert list(rows(tmp_path, "awkward")[0]) == [
        "year",
        "group",
        "group_nl",
        "value",
        "obs_status",
        "conf_status",
    ]
    assert {path.suffixes[0] for path in (tmp_path / "tables").glob("*.??.json")} == {".nl"}


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    twice = ProtectedTable(card("twice", years("2022"), Dimension("value", AREA.label, AREA.codes)), {})
    with pytest.raises(ConfigError, match="Table twice has two columns named value"):
        opendata.write(publication(EMPTY, twice), tmp_path)
    assert list(tmp_path.iterdir()) == []
