"""What the pages on the open data say is so: the examples run, and statuses, files and names are those of the files."""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from internationals.definitions.statuses import SDMX
from internationals.outputs import opendata
from internationals.shapes import Publication, Release, Status
from tests.docs.reading import DOCS, Block, blocks, reference
from tests.outputs.opendata.a_publication import BEFORE, MANIFEST, publication
from tests.pages.releases import SUPPRESSED, leiden

HOW_TO = DOCS / "how-to" / "use-the-open-data.md"
OURS = {block: index for index, block in enumerate(blocks(HOW_TO)) if block.language in ("python", "sql")}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The open data of published figures of Leiden, of which one is withheld."""
    release = leiden(residents_nationality={("2022", "0331"): SUPPRESSED})
    folder = tmp_path_factory.mktemp("docs") / "data"
    opendata.write(Publication(Release(MANIFEST, release.tables), (), {}), folder)
    return folder


def said_by(block: Block) -> str:
    """What an example says when it is run."""
    text = "\n".join(block.lines)
    if block.language == "sql":
        return "\n".join(" ".join(map(str, row)) for row in duckdb.sql(text).fetchall())
    heard = io.StringIO()
    with contextlib.redirect_stdout(heard):
        exec(compile(text, HOW_TO.name, "exec"), {})
    return heard.getvalue()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:pyjstat.*")
def test_the_examples_run_and_say_what_the_release_says(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data)
    largest, withheld, by_jsonstat, *queries = [said_by(block) for block in OURS]
    assert "Italian" in largest and "1253" in largest and "Indian" not in largest
    assert withheld == "1 figures of 143 are withheld\n"
    assert by_jsonstat.startswith("residents_nationality persons\n")
    first, residents, statuses = queries
    assert first.splitlines()[0] == "Dutch 110565"
    assert residents.splitlines()[-1] == "2022 14472"
    assert sorted(statuses.splitlines()) == ["A 142", "Q 1"]


def test_the_console_lines_find_nothing_wrong(data: Path) -> None:
    lines = [line for block in blocks(HOW_TO) if block.language == "console" for line in block.lines]
    assert len(lines) == 2
    for line in lines:
        program, *words = line.removeprefix("$ ").split()
        called = [sys.executable, "-m", program] if program == "frictionless" else [program]
        done = subprocess.run([*called, *words], cwd=data, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_table_of_statuses_is_that_of_the_files() -> None:
    table = reference("open-data").split("\n## Statuses\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if re.match(r"\|.*`\S+` \|$", line)]
    told = {
        re.findall(r"`(\w+)`", row[4])[0]: (row[1], row[2], row[3]) for row in rows if row[1] in "APBEQOML"
    }
    numbers = {Status.NORMAL, Status.PROVISIONAL, Status.BREAK, Status.ROUNDED}
    assert told == {
        status.value: (*codes, "a number" if status in numbers else "empty") for status, codes in SDMX.items()
    }


def test_the_list_of_files_is_that_of_the_folder() -> None:
    table = reference("open-data").split("\n## Columns\n")[0]
    told = {name for line in table.splitlines() for name in re.findall(r"`([^`]+)`", line.split(" | ")[0])}
    known = {"<id>": r"\w+", "<language>": "[a-z]{2,3}"}
    patterns = {re.sub("|".join(known), lambda found: known[found[0]], re.escape(name)) for name in told}
    for listed in opendata.listing(publication(before=BEFORE)):
        assert any(re.fullmatch(pattern, listed.path) for pattern in patterns), listed.path


def test_everything_in_the_extension_of_json_stat_is_told(tmp_path: Path) -> None:
    opendata.write(publication(invented=True), tmp_path)
    extension = json.loads((tmp_path / "tables" / "awkward.nl.json").read_text(encoding="utf-8"))["extension"]
    section = reference("open-data").split("\n## JSON-stat\n")[1].split("\n## ")[0]
    assert not [
        name for name in extension if f"`{name}`" not in section and f"`extension.{name}" not in section
    ]
