"""`verify` and `compare` on releases in a project folder: what they print, and how they leave."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from internationals import cli, release
from internationals.shapes import Release
from tests.pages.releases import leiden
from tests.verification.town import row, written

MUNICIPALITY = """\
code: GM0546
name: {nl: Leiden, en: Leiden}
publisher: Gemeente Leiden
contact: onderzoek@example.org
invented: true
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with a release of 2022, and one of 2023 in which a figure was revised."""
    folder = tmp_path / "leiden"
    (folder / "editions").mkdir(parents=True)
    (folder / "municipality.yml").write_text(MUNICIPALITY)
    for edition in ("2022", "2023"):
        (folder / "editions" / f"{edition}.yml").write_text(f"reference_date: {edition}-01-01\n")
    put(folder, "2022", leiden())
    put(folder, "2023", leiden(departures={("2021",): 3500}))
    return folder


def put(folder: Path, edition: str, made: Release) -> None:
    target = folder / "releases" / edition
    target.mkdir(parents=True)
    release.write(
        target, {**made.manifest, "edition": edition, "policy": {"threshold": 5}}, made.tables.values()
    )


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """The exit code of a command, what it answered, and what it complained about."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_verify_leaves_with_nought_when_nothing_differs(
    project: Path, tmp_path: Path, call: Callable[..., tuple[int, str, str]]
) -> None:
    figures = written(tmp_path, [row(id="right", value="14472"), row(id="wrong", value="7", consistent="no")])
    code, said, _ = call("verify", str(project), "-e", "2022", "--figures", str(figures))
    assert code == 0
    assert "reproduced: 1" in said
    assert "error in the publication: 1" in said
    assert "14,472" in said


def test_verify_leaves_with_eight_when_something_differs(
    project: Path, tmp_path: Path, call: Callable[..., tuple[int, str, str]]
) -> None:
    figures = written(tmp_path, [row(id="right", value="14472"), row(id="differs", value="14473")])
    code, said, complaint = call("verify", str(project), "-e", "2022", "--figures", str(figures), "--json")
    assert code == 8
    answer = json.loads(said)
    assert answer["counts"]["differs"] == 1
    (differing,) = [entry for entry in answer["rows"] if entry["outcome"] == "differs"]
    assert (differing["row"]["id"], differing["stated"], differing["found"]) == (
        "differs", "14,473 persons", "14,472",
    )  # fmt: skip
    assert differing["tables"] == ["residents_group"]
    assert json.loads(complaint)["exit_code"] == 8


def test_verify_without_a_release_or_figures_says_what_is_missing(
    project: Path, tmp_path: Path, call: Callable[..., tuple[int, str, str]]
) -> None:
    code, _, complaint = call("verify", str(project), "-e", "2022", "--figures", str(tmp_path / "none.csv"))
    assert (code, "There is no file of published figures" in complaint) == (4, True)
    code, _, complaint = call("verify", str(project), "-e", "2021", "--figures", str(written(tmp_path, [])))
    assert (code, "no release" in complaint) == (4, True)


def test_compare_tells_the_headline_that_turned_and_the_figure_behind_it(
    project: Path, call: Callable[..., tuple[int, str, str]]
) -> None:
    code, said, _ = call("compare", str(project), "2022", "2023")
    assert code == 0
    assert "What changed from 2022 to 2023" in said
    assert "departures: 1 revised" in said
    assert "revised year=2021: 2,989 became 3,500" in said
    assert "Code lists\n  nothing" in said


def test_compare_for_machines(project: Path, call: Callable[..., tuple[int, str, str]]) -> None:
    code, said, _ = call("compare", str(project), "2022", "2023", "--json")
    assert code == 0
    (figures,) = json.loads(said)["figures"]
    assert (figures["table"], figures["revised"][0]["became"]) == ("departures", "3,500")


def test_compare_shows_as_many_figures_as_are_asked(
    project: Path, call: Callable[..., tuple[int, str, str]]
) -> None:
    _, said, _ = call("compare", str(project), "2022", "2023", "--most", "0")
    assert "departures: 1 revised" in said
    assert "2,989" not in said.split("Figures\n")[1].split("\n\n")[0]
