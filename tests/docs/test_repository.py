"""The dress of the repository: no traces of one machine, and papers that agree with the package."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import internationals
from tests.docs.reading import REPOSITORY, files

# A path is looked for with its closing slash, so that a word that begins alike is no match.
MACHINE = {f"{folder}/" for folder in (REPOSITORY.parent, REPOSITORY, Path.home()) if folder != Path("/")}
HOME_OF_SOMEONE = re.compile(r"(?<![\w.}])/(?:home|Users)/[a-z][\w.-]*/")
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def traces(text: str) -> list[str]:
    """Paths in a text that exist on one machine only."""
    return sorted(path for path in MACHINE if path in text) + HOME_OF_SOMEONE.findall(text)


def test_no_file_names_a_path_of_this_machine() -> None:
    found = {
        str(path.relative_to(REPOSITORY)): wrong
        for path in files()
        if (wrong := traces(path.read_bytes().decode("utf-8", errors="replace")))
    }
    assert not found


def test_a_path_of_this_machine_would_be_found() -> None:
    assert traces(f"see {REPOSITORY.parent}/notes.md") == sorted({f"{REPOSITORY.parent}/"})
    assert traces("see /" + "home/someone/notes.md") == ["/" + "home/someone/"]
    assert traces("the workplace, at home; tests/docs/reading.py") == []


def test_the_locked_environment_names_no_host() -> None:
    for lock in ("requirements.lock", "web/requirements-node.lock"):
        assert "://" not in (REPOSITORY / lock).read_text(encoding="utf-8")
    assert "resolved" not in (REPOSITORY / "web" / "package-lock.json").read_text(encoding="utf-8")


def test_the_licence_is_named_the_same_everywhere() -> None:
    card = yaml.safe_load((REPOSITORY / "publiccode.yml").read_text(encoding="utf-8"))
    assert PROJECT["license"] == card["legal"]["license"]
    assert f"SPDX-License-Identifier: {PROJECT['license']}" in (REPOSITORY / "LICENCE").read_text(
        encoding="utf-8"
    )


def test_the_changelog_knows_this_version() -> None:
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert PROJECT["version"] == internationals.__version__
    assert re.search(rf"^## \[?{re.escape(internationals.__version__)}\b", changelog, re.MULTILINE)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_publiccode_describes_the_project_within_the_lengths_of_the_standard(language: str) -> None:
    card = yaml.safe_load((REPOSITORY / "publiccode.yml").read_text(encoding="utf-8"))
    described = card["description"][language]
    assert len(described["shortDescription"].strip()) <= 150
    assert 150 <= len(described["longDescription"].strip()) <= 10_000
    assert card["localisation"]["availableLanguages"] == list(card["description"])
    assert {"publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus"} <= set(
        card
    )
    assert {"softwareType", "legal", "maintenance"} <= set(card)
