"""CSV on the Web and the data package: their validators accept the files, and refuse them once they are spoilt."""

from __future__ import annotations

import json
import shutil
import warnings
from pathlib import Path
from typing import Any

import pytest
from csvw.metadata import Table
from frictionless import Package

from internationals.outputs import opendata
from internationals.shapes import ProtectedTable
from tests.outputs.opendata.a_publication import AWKWARD_TABLE, TABLES, publication
from tests.outputs.opendata.cells import expected

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.card.id)


@pytest.fixture
def spoilt(folder: Path, tmp_path: Path) -> Path:
    """A copy to spoil."""
    return Path(shutil.copytree(folder, tmp_path / "data"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def rows_by_csvw(folder: Path, name: str) -> list[dict[str, Any]]:
    """Read by the types of the metadata; any warning is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = Table.from_file(folder / "tables" / f"{name}.csv-metadata.json")
        return list(table.iterdicts(strict=True))


@every_table
def test_the_csvw_reader_finds_every_cell(folder: Path, table: ProtectedTable) -> None:
    names = [dimension.id for dimension in table.card.dimensions]
    found = {
        tuple(row[name] for name in names): (row["value"], row["obs_status"] + row["conf_status"])
        for row in rows_by_csvw(folder, table.card.id)
    }
    assert list(found.items()) == list(expected(table).items())


@pytest.mark.parametrize(("old", "new"), [("1234567", "veel"), (",A,F", ",Z,F"), (",A,F", ",A,")])
def test_the_csvw_reader_refuses_what_the_metadata_do_not_allow(spoilt: Path, old: str, new: str) -> None:
    replace(spoilt / "tables" / "awkward.csv", old, new)
    with pytest.raises(ValueError):
        rows_by_csvw(spoilt, "awkward")


def test_the_metadata_say_in_both_languages_what_a_table_is(folder: Path) -> None:
    content = json.loads((folder / "tables" / "awkward.csv-metadata.json").read_text(encoding="utf-8"))
    assert [each["@value"] for each in content["dc:title"]] == ["Titel van awkward", "Title of awkward"]
    assert content["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    comments = [each["@value"] for each in content["rdfs:comment"]]
    assert {"Let op.", "Mind.", "Anders geteld.", "Counted otherwise."} <= set(comments)
    by_name = {column["name"]: column for column in content["tableSchema"]["columns"]}
    assert by_name["group"]["titles"] == {"und": "group", "nl": "Groep (code)", "en": "Group (code)"}
    assert by_name["group_en"]["lang"] == "en"
    said = [each["@value"] for each in by_name["obs_status"]["rdfs:comment"]]
    assert any(each.startswith("Q: afgeschermd") for each in said)


def test_frictionless_accepts_the_whole_package(folder: Path) -> None:
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "type", "note"])
    assert report.stats["tasks"] == len(TABLES) + 1


@pytest.mark.parametrize(
    ("file", "old", "new", "wrong"),
    [
        ("tables/awkward.csv", "1234567", "veel", "type-error"),
        ("tables/awkward.csv", "2021,plain", "2019,plain", "constraint-error"),
        ("tables/awkward.csv", "2021,comma", "2021,plain", "primary-key"),
        ("tables/students.csv", ",A,F", ",A,G", "constraint-error"),
        ("tables/students.csv", "2020/2021,9", "2020/2021,8", "hash-count"),
        ("codes.csv", "awkward,year,1", "awkward,year,een", "type-error"),
    ],
)
def test_frictionless_refuses_what_is_not_as_it_was_written(
    spoilt: Path, file: str, old: str, new: str, wrong: str
) -> None:
    replace(spoilt / file, old, new)
    report = Package(str(spoilt / "datapackage.json")).validate()
    assert wrong in {row[0] for row in report.flatten(["type"])}


def test_the_package_names_publisher_licence_sources_and_edition(folder: Path) -> None:
    content = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert content["name"] == "internationals-gm0546-2022"
    assert (content["version"], content["created"]) == ("2022", "2022-01-01T00:00:00Z")
    assert [each["name"] for each in content["licenses"]] == ["CC-BY-4.0"]
    assert content["contributors"] == [
        {"title": 'Gemeente "Leiden" & co', "email": "onderzoek@example.org", "role": "publisher"}
    ]
    assert content["sources"] == [{"title": "Studenten", "id": "nuffic", "licence": "CC BY 4.0"}]


def test_every_code_stands_in_the_code_list_in_its_order(folder: Path) -> None:
    package = Package(str(folder / "datapackage.json"))
    found = [
        row["code"]
        for row in package.get_resource("all-codes").read_rows()
        if (row["table"], row["dimension"]) == ("awkward", "group")
    ]
    assert found == list(AWKWARD_TABLE.card.dimensions[1].codes)


def test_a_licence_of_ones_own_is_named_by_its_address(tmp_path: Path) -> None:
    opendata.write(publication(licence="https://example.org/licence"), tmp_path)
    content = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert content["licenses"] == [
        {"path": "https://example.org/licence", "title": "https://example.org/licence"}
    ]
    assert Package(str(tmp_path / "datapackage.json")).validate().valid


def test_a_contact_that_is_no_e_mail_address_is_not_called_one(tmp_path: Path) -> None:
    opendata.write(publication(contact="de balie, op werkdagen"), tmp_path)
    assert Package(str(tmp_path / "datapackage.json")).validate().valid
    assert "mailto:" not in (tmp_path / "catalog.ttl").read_text(encoding="utf-8")
    assert "de balie, op werkdagen" in (tmp_path / "README.nl.txt").read_text(encoding="utf-8")
