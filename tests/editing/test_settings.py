"""What an editor can set: the languages of the site, and what `check` says about the pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from internationals import cli
from internationals.project import open_project
from internationals.shapes import ConfigError
from tests.editing.a_project import PAGE, PAGES, edition, municipality, own, project, write
from tests.extracts import put, resident


def set_up(folder: Path, **settings: object) -> Path:
    write(folder / "municipality.yml", municipality() | settings)
    return folder


@pytest.mark.parametrize("languages", [["nl"], ["en"], ["en", "nl"]])
def test_a_site_can_have_any_languages_that_have_words_in_any_order(
    tmp_path: Path, languages: list[str]
) -> None:
    assert open_project(set_up(tmp_path, languages=languages)).municipality.languages == languages


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"languages": ["nl", "xx"]}, "There are no words for 'xx'; there are for "),
        ({"languages": []}, "at least 1 item"),
        ({"languages": ["nl", "nl"]}, "A language stands there twice."),
        ({"name": {"nl": "Leiden"}}, "lacks the municipality's name in en."),
        ({"name": {"nl": "Leiden", "en": " "}}, "lacks the municipality's name in en."),
    ],
)
def test_languages_that_cannot_be_are_refused(tmp_path: Path, settings: dict[str, object], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        open_project(set_up(tmp_path, **settings))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with extracts, in order."""
    made = project(tmp_path / "leiden")
    put(made / "extracts" / "stand_2022-01-01.csv", [resident(number) for number in range(20)])
    return made


def checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, object], str]:
    code = cli.run(["check", str(folder), "-e", "2022", "--json"])
    said = capsys.readouterr()
    return code, json.loads(said.out), said.err


def test_check_holds_the_pages_against_the_release(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer, _ = checked(folder, capsys)
    assert (code, answer["pages"]) == (0, [])
    own(folder, "nl.md", "Er zijn 7.\n")
    code, answer, error = checked(folder, capsys)
    assert code == 6
    assert len(answer["pages"]) == 2 and f"pages/{PAGE}/nl.md, line 1" in error


def test_check_knows_which_pages_the_edition_has(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own(folder, "nl.md", "Er zijn 7.\n")
    edition(folder, [page for page in PAGES if page != PAGE])
    assert checked(folder, capsys)[0] == 0


def test_without_a_release_check_says_when_pages_are_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "releases" / "2022").rename(folder / "elsewhere")
    assert checked(folder, capsys)[1]["pages"] is None
    assert cli.run(["check", str(folder), "-e", "2022"]) == 0
    assert "The pages are checked when there is a release." in capsys.readouterr().out


def test_bad_extracts_are_said_before_bad_pages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own(folder, "nl.md", "Er zijn 7.\n")
    put(folder / "extracts" / "stand_2022-01-01.csv", [resident(n, gemeente="9999") for n in range(20)])
    assert checked(folder, capsys)[0] == 4
