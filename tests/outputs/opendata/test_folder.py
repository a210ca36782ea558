"""The folder as a whole: what is in it, that it can be checked and made again, and that it says when it is invented."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from internationals.outputs import opendata
from internationals.shapes import ConfigError, Publication
from tests.outputs.opendata.a_publication import BEFORE, MANIFEST, TABLES, publication


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_what_is_written_is_what_was_listed(folder: Path) -> None:
    listed = opendata.listing(publication())
    assert {each.path for each in listed} == set(files(folder))
    assert len(listed) == len({each.path for each in listed}) == 5 * len(TABLES) + 7
    assert {each.table_id for each in listed} == {"", *(table.card.id for table in TABLES)}
    assert {each.size for each in listed} == {None}


def test_changes_are_listed_where_there_was_an_edition_before(invented: Path) -> None:
    listed = {each.path for each in opendata.listing(publication(before=BEFORE))}
    assert listed == set(files(invented)) >= {"changes.csv", "changes.json"}


def test_a_list_of_what_was_written_has_sizes(folder: Path) -> None:
    sizes = {each.path: each.size for each in opendata.listing(publication(), folder)}
    assert sizes == {path: len(content) for path, content in files(folder).items()}


def test_sha256sum_finds_every_file_as_it_was_written(folder: Path, invented: Path) -> None:
    for place in (folder, invented):
        command = ["sha256sum", "--check", "--strict", "checksums.txt"]
        done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.count(": OK\n") == len(files(place)) - 1


def test_the_same_publication_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    other = publication(*reversed(TABLES))
    shuffled = [replace(table, cells=dict(reversed(table.cells.items()))) for table in TABLES]
    for number, made in enumerate((other, publication(*shuffled))):
        opendata.write(made, tmp_path / str(number))
        assert files(tmp_path / str(number)) == files(folder)


def test_every_file_of_invented_data_says_so_and_no_other_does(folder: Path, invented: Path) -> None:
    for path, content in files(invented).items():
        assert b"VERZONNEN GEGEVENS" in content or b"INVENTED DATA" in content, path
    for path, content in files(folder).items():
        assert b"verzonnen" not in content.lower() and b"invented" not in content.lower(), path


def test_every_row_of_invented_data_says_so(invented: Path) -> None:
    for path in invented.rglob("*.csv"):
        for row in csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")):
            assert row["remark"] == "VERZONNEN GEGEVENS / INVENTED DATA"
    dataset = json.loads((invented / "tables" / "areas.en.json").read_text(encoding="utf-8"))
    assert dataset["label"] == "INVENTED DATA: Title of areas"
    assert dataset["note"][0].startswith("All persons and numbers in these files are invented")
    assert (invented / "README.nl.txt").read_text(encoding="utf-8").startswith("VERZONNEN GEGEVENS\n")


def test_the_readme_explains_every_status_and_names_every_table(folder: Path) -> None:
    english = (folder / "README.en.txt").read_text(encoding="utf-8")
    for line in ("  A  F  A figure as it was counted", "  Q  C  suppressed: ", "  E  F  rounded: "):
        assert line in english
    assert "  awkward   Title of awkward\n" in english
    assert "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/" in english
    dutch = (folder / "README.nl.txt").read_text(encoding="utf-8")
    assert "Peildatum" in dutch or "peildatum 1 januari 2022" in dutch
    assert max(map(len, english.splitlines())) < 140


def test_nothing_is_written_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ConfigError, match="is not empty"):
        opendata.write(publication(), tmp_path)
    assert files(tmp_path) == {"mine.txt": b"mine"}


def test_a_manifest_that_says_too_little_is_refused(tmp_path: Path) -> None:
    made = publication()
    manifest = {key: value for key, value in MANIFEST.items() if key not in ("publisher", "licence")}
    lacking = Publication(replace(made.release, manifest=manifest), (), {})
    with pytest.raises(ConfigError, match="lacks publisher, licence"):
        opendata.write(lacking, tmp_path / "data")
    assert not (tmp_path / "data").exists()
