"""The edition before an edition: named or found, and checked before anything is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals import build
from internationals.project import Project, open_project
from internationals.release import manifest_of
from internationals.shapes import ConfigError
from tests.cli.test_verify_and_compare import MUNICIPALITY
from tests.extracts import event, put, resident


def project(folder: Path, *built: str, **previous: str) -> Project:
    """A project with editions of 2021 to 2023; `built` ones have a release, `y2023` names the one before."""
    (folder / "editions").mkdir()
    (folder / "municipality.yml").write_text(MUNICIPALITY)
    for edition in ("2021", "2022", "2023"):
        named = f"previous: {previous[f'y{edition}']}\n" if f"y{edition}" in previous else ""
        (folder / "editions" / f"{edition}.yml").write_text(f"reference_date: {edition}-01-01\n{named}")
    for edition in built:
        (folder / "releases" / edition).mkdir(parents=True)
        (folder / "releases" / edition / "manifest.json").write_text("{}")
    return open_project(folder)


def test_it_is_the_latest_earlier_one_that_has_a_release(tmp_path: Path) -> None:
    opened = project(tmp_path, "2021", "2023")
    assert opened.previous("2023") == "2021"
    assert opened.previous("2022") == "2021"


def test_the_first_edition_has_none_and_a_later_one_is_never_it(tmp_path: Path) -> None:
    assert project(tmp_path, "2021", "2022", "2023").previous("2021") is None


def test_it_is_the_one_that_is_named(tmp_path: Path) -> None:
    assert project(tmp_path, "2021", "2022", y2023="2021").previous("2023") == "2021"


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("2022", "has no release. Build it first"),
        ("2023", "is of 2023-01-01, and this one of 2023-01-01. Name an earlier one"),
        ("2019", "There is no edition '2019'"),
    ],
)
def test_a_named_one_that_cannot_be_it_is_refused(tmp_path: Path, name: str, wrong: str) -> None:
    with pytest.raises(ConfigError, match=wrong):
        project(tmp_path, "2021", "2023", y2023=name).previous("2023")


def test_a_build_writes_it_into_the_manifest(tmp_path: Path) -> None:
    opened = project(tmp_path)
    for year in (2021, 2022):
        put(opened.extracts / f"stand_{year}-01-01.csv", [resident()])
    put(opened.extracts / "mutaties_2021.csv", [event(datum="20210105")])
    build.build(opened, "2021")
    build.build(opened, "2022")
    assert manifest_of(opened.release("2021"))["previous"] is None
    assert manifest_of(opened.release("2022"))["previous"] == "2021"
