"""A release is a folder that can be read back, checked and compared byte by byte."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from internationals import release
from internationals.shapes import (
    AreaOutline,
    Card,
    Cell,
    DataError,
    Dimension,
    Geometry,
    Method,
    Nature,
    ProtectedTable,
    Protection,
    Status,
)

TEXT = {"nl": "één", "en": "one"}
CARD = Card(
    "people",
    TEXT,
    TEXT,
    TEXT,
    (Dimension("year", TEXT, {"2021": TEXT, "2022": TEXT}), Dimension("group", TEXT, {"a": TEXT, "b": TEXT})),
    TEXT,
    TEXT,
    notes=(TEXT,),
    breaks={"2022": TEXT},
)
CELLS = {
    ("2021", "a"): Cell(0),
    ("2021", "b"): Cell(None, Status.SUPPRESSED),
    ("2022", "a"): Cell(12, Status.PROVISIONAL),
    ("2022", "b"): Cell(None, Status.MISSING),
}
TABLE = ProtectedTable(CARD, CELLS)
RINGS = (((0.0, 0.0), (9.0, 0.0), (9.0, 9.0)), ((20.0, 0.0), (29.0, 0.0), (29.0, 9.0)))
MAP = Geometry("district", (AreaOutline("054600", RINGS), AreaOutline("054601", RINGS[:1])), TEXT)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    release.write(tmp_path, {"edition": "2022"}, [TABLE])
    read = release.read(tmp_path)
    assert read.manifest["edition"] == "2022"
    assert read.tables["people"] == TABLE


def test_what_a_source_rounds_to_what_it_is_of_and_what_it_is_to_the_door_survive(tmp_path: Path) -> None:
    card = replace(CARD, rounded_to=5, moment="2020", public=True)
    release.write(tmp_path, {}, [ProtectedTable(card, CELLS, Nature.PUBLIC)])
    read = release.read(tmp_path).tables["people"]
    assert (read.card, read.nature) == (card, Nature.PUBLIC)


@pytest.mark.parametrize("most", [12, math.inf])
def test_how_a_table_is_protected_survives(tmp_path: Path, most: float) -> None:
    protection = Protection(Method.ROUNDED, base=5, hidden_at_most=most)
    release.write(tmp_path, {}, [ProtectedTable(CARD, CELLS, protection=protection)])
    read = release.read(tmp_path).tables["people"]
    assert read.protection == protection
    assert read.cell(year="2022", group="a").status is Status.PROVISIONAL


def test_a_rounded_number_may_be_off_by_less_than_the_base_and_an_unlisted_one_is_a_rounded_zero() -> None:
    cells = {("2021", "a"): Cell(15, Status.ROUNDED)}
    table = ProtectedTable(CARD, cells, protection=Protection(Method.ROUNDED, base=5))
    assert table.cell(year="2021", group="a") == Cell(15, Status.ROUNDED, margin=4)
    assert table.cell(year="2022", group="b") == Cell(0, Status.ROUNDED, margin=4)


def test_a_number_of_a_source_that_rounds_has_half_a_unit_as_its_margin() -> None:
    table = ProtectedTable(replace(CARD, rounded_to=5), CELLS)
    assert table.cell(year="2022", group="a") == Cell(12, Status.PROVISIONAL, margin=2.5)
    assert table.cell(year="2022", group="b") == Cell(None, Status.MISSING)
    assert TABLE.cell(year="2022", group="a").margin == 0


def test_fractions_are_kept_where_the_card_has_decimals(tmp_path: Path) -> None:
    cells = {("2021", "a"): Cell(13.25), ("2021", "b"): Cell(None, Status.SUPPRESSED)}
    release.write(tmp_path, {}, [ProtectedTable(replace(CARD, decimals=1), cells)])
    assert release.read(tmp_path).tables["people"].cells == cells


def test_every_status_survives_and_stands_beside_the_value(tmp_path: Path) -> None:
    with_number = {Status.NORMAL, Status.PROVISIONAL, Status.BREAK, Status.ROUNDED}
    codes = {status.value: TEXT for status in Status}
    card = Card("all", TEXT, TEXT, TEXT, (Dimension("status", TEXT, codes),), TEXT, TEXT)
    cells = {(status.value,): Cell(7 if status in with_number else None, status) for status in Status}
    release.write(tmp_path, {}, [ProtectedTable(card, cells)])
    assert release.read(tmp_path).tables["all"].cells == cells
    stored = pq.read_table(tmp_path / "tables" / "all.parquet").to_pylist()
    assert {row["value"] for row in stored if row["conf_status"] == "C"} == {None}
    assert len({row["obs_status"] for row in stored}) == len(Status)


def test_the_same_tables_give_the_same_bytes_whatever_their_order(tmp_path: Path) -> None:
    shuffled = ProtectedTable(CARD, dict(reversed(CELLS.items())))
    for name, table in (("one", TABLE), ("two", shuffled)):
        release.write(tmp_path / name, {"edition": "2022"}, [table])
    files = sorted(
        path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file()
    )
    assert len(files) == 3
    for path in files:
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()


@pytest.mark.parametrize("name", ["tables/people.parquet", "cards/people.json"])
def test_a_changed_or_missing_file_is_noticed(tmp_path: Path, name: str) -> None:
    release.write(tmp_path, {}, [TABLE])
    path = tmp_path / name
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(DataError, match=r"was changed after the release was built"):
        release.read(tmp_path)
    path.unlink()
    with pytest.raises(DataError, match=r"is missing"):
        release.read(tmp_path)


def test_a_map_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    release.write(tmp_path, {}, [TABLE], {"district": MAP})
    assert release.read(tmp_path).geometry == {"district": MAP}


def test_a_release_without_maps_has_none(tmp_path: Path) -> None:
    release.write(tmp_path, {}, [TABLE])
    assert release.read(tmp_path).geometry == {}
    assert not (tmp_path / "geometry").exists()


def test_a_changed_or_missing_map_is_noticed(tmp_path: Path) -> None:
    release.write(tmp_path, {}, [TABLE], {"district": MAP})
    path = tmp_path / "geometry" / "district.json"
    path.write_bytes(path.read_bytes().replace(b"29", b"39"))
    with pytest.raises(DataError, match=r"geometry/district\.json is missing or was changed"):
        release.read(tmp_path)
    path.unlink()
    with pytest.raises(DataError, match=r"is missing"):
        release.read(tmp_path)


def test_the_same_map_gives_the_same_bytes_whatever_the_order_of_its_areas(tmp_path: Path) -> None:
    turned = Geometry("district", MAP.areas[::-1], TEXT)
    for name, found in (("one", MAP), ("two", turned)):
        release.write(tmp_path / name, {}, [TABLE], {"district": found})
    one, two = ((tmp_path / name / "geometry" / "district.json").read_bytes() for name in ("one", "two"))
    assert one == two


def test_no_release_and_one_of_another_format(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no release"):
        release.read(tmp_path)
    (tmp_path / "manifest.json").write_text('{"format": 99}')
    with pytest.raises(DataError, match="format 99"):
        release.read(tmp_path)


def test_a_cell_that_is_not_listed_is_zero_and_an_unknown_code_is_an_error() -> None:
    empty = ProtectedTable(CARD, {})
    assert empty.cell(year="2021", group="a") == Cell(0)
    for wrong in ({"year": "2020", "group": "a"}, {"year": "2021"}, {"year": "2021", "group": "a", "x": "y"}):
        with pytest.raises(KeyError):
            empty.cell(**wrong)
