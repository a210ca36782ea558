"""The command line: what it does, what it says, and with which exit code it leaves."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from internationals.cli import run
from tests.extracts import resident
from tests.projects import project, small_register

COMMANDS = ("demo", "new", "check", "counts", "build", "publish", "monitor", "serve")


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_from_new_to_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project(tmp_path / "leiden")
    assert run(["monitor", str(folder), "--edition", "2022"]) == 0
    said = capsys.readouterr().out
    assert str(folder / "releases" / "2022") in said
    assert str(folder / "public" / "2022" / "site" / "index.html") in said.replace("\n", "")
    assert (folder / "public" / "2022" / "report.nl.pdf").is_file()
    site = folder / "public/2022/site/nl"
    people, moves = (
        (site / page / "index.html").read_text(encoding="utf-8")
        for page in ("nationaliteit-en-achtergrond", "vestiging-en-vertrek")
    )
    # Of sixty-six people little can be shown; what is shown is the true number.
    assert ">20<" in people and "afgeschermd" in people
    assert ">7<" in moves


def test_a_new_project_is_about_the_first_of_january_unless_told_otherwise(tmp_path: Path) -> None:
    assert run(["new", str(tmp_path / "a"), "--code", "GM0534"]) == 0
    year = date.today().year
    assert f"reference_date: {year}-01-01" in (tmp_path / f"a/editions/{year}.yml").read_text()
    assert run(["new", str(tmp_path / "b"), "--code", "0534", "--reference-date", "2019-01-01"]) == 0
    assert "Hillegom" in (tmp_path / "b/municipality.yml").read_text()
    assert (tmp_path / "b/editions/2019.yml").exists()


def test_check_says_what_became_of_every_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project(tmp_path / "leiden")
    assert run(["check", str(folder), "--edition", "2022", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [(f["file"], f["read"], f["used"]) for f in answer["files"]] == [
        ("stand_2021-01-01.csv", 60, 60),
        ("stand_2022-01-01.csv", 66, 66),
        ("mutaties_2021.csv", 9, 9),
    ]
    assert not (folder / "releases").exists()


def test_counts_are_exact_and_stay_on_the_register_side(tmp_path: Path) -> None:
    folder = project(tmp_path / "leiden")
    out = tmp_path / "counts.csv"
    assert run(["counts", str(folder), "--edition", "2022", "--out", str(out)]) == 0
    with out.open(encoding="utf-8", newline="") as stream:
        rows = {(row["table"], row["dimensions"]): int(row["value"]) for row in csv.DictReader(stream)}
    assert rows["residents_group", "year=2022;group=international"] == 25
    assert rows["arrivals", "year=2021"] == 7
    assert rows["departures", "year=2021"] == 1
    assert rows["balance", "year=2021;population=international;item=nationality_out"] == 1
    assert not [key for key in rows if "item=residual" in key[1]]
    assert "NIET PUBLICEREN" in out.read_text(encoding="utf-8").splitlines()[0]
    for room in ("releases", "public"):
        forbidden = folder / room / "2022" / "counts.csv"
        assert run(["counts", str(folder), "--edition", "2022", "--out", str(forbidden)]) == 5
        assert not forbidden.exists()


def test_small_counts_do_not_reach_release_or_site(tmp_path: Path) -> None:
    folder = project(tmp_path / "leiden")
    assert run(["build", str(folder), "--edition", "2022", "--json"]) == 0
    import pyarrow.parquet as pq

    for path in (folder / "releases/2022/tables").glob("*.parquet"):
        values = [value for value in pq.read_table(path)["value"].to_pylist() if value is not None]
        assert not [value for value in values if 0 < abs(value) < 5], path.name


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        folder = project(tmp_path / name)
        assert run(["monitor", str(folder), "--edition", "2022", "--json"]) == 0
        found.append((files_in(folder / "releases"), files_in(folder / "public")))
    assert found[0] == found[1]
    assert len(found[0][0]) > 20


def test_the_same_register_in_another_format_gives_the_same_tables(tmp_path: Path) -> None:
    tables = []
    for ending in (".csv", ".csv.gz", ".parquet"):
        folder = project(tmp_path / ending[1:], ending)
        assert run(["build", str(folder), "--edition", "2022", "--json"]) == 0
        tables.append(files_in(folder / "releases/2022/tables"))
    assert tables[0] == tables[1] == tables[2]


def test_a_build_says_what_it_could_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = small_register()["stand_2022-01-01"]
    folder = project(
        tmp_path / "leiden", **{"stand_2022-01-01": [*rows[1:], rows[0] | {"geboorteland": "zee"}]}
    )
    for command in ("build", "monitor"):
        assert run([command, str(folder), "--edition", "2022"]) == 0
        assert "1 value(s) could not be read" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_its_use(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert len(capsys.readouterr().out) > 200


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["check", "{}", "--edition", "1999"], 3, "There is no edition '1999'"),
        (["check", "{}/extracts", "--edition", "2022"], 3, "no project folder"),
        (["publish", "{}", "--edition", "2022"], 4, "There is no release"),
        (["serve", "{}", "--edition", "2022"], 3, "There is no site"),
        (["new", "{}", "--code", "GM0546", "--reference-date", "2022-01-01"], 3, "is not empty"),
        (
            ["new", "{}/x", "--code", "GM9999", "--reference-date", "2022-01-01"],
            3,
            "no code of a municipality",
        ),
        (["check", "{}"], 2, "--edition"),
        (["fly", "{}"], 2, "fly"),
    ],
)
def test_a_mistake_gets_a_sentence_and_its_own_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, sentence: str
) -> None:
    folder = project(tmp_path / "leiden")
    assert run([part.format(folder) for part in arguments]) == code
    said = capsys.readouterr()
    assert sentence in said.err
    assert "Traceback" not in said.err + said.out


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            "code: GM0546\nname: {nl: L, en: L}\npublisher: P\ncontact: c\nkleur: blauw\n",
            "Unknown key 'kleur'",
        ),
        ("code: 0546\nname: {nl: L, en: L}\npublisher: P\ncontact: c\n", "'code'"),
        ("code: GM0546\n", "The key 'name' is missing"),
        ("code: [\n", "line 2"),
        ("just words\n", "expected 'key: value' lines"),
        (
            "code: GM0546\nname: {nl: L, en: L}\npublisher: P\ncontact: c\ndisclosure: {threshold: 3}\n",
            "'disclosure: threshold' is 3",
        ),
    ],
)
def test_a_mistake_in_the_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, sentence: str
) -> None:
    folder = project(tmp_path / "leiden")
    (folder / "municipality.yml").write_text(content, encoding="utf-8")
    assert run(["build", str(folder), "--edition", "2022", "--json"]) == 3
    error = json.loads(capsys.readouterr().err)
    assert error["exit_code"] == 3
    assert "municipality.yml" in error["error"]
    assert sentence in error["error"]


def test_a_gap_in_the_years_is_no_accident_to_pass_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path / "leiden", **{"stand_2018-01-01": small_register()["stand_2021-01-01"]})
    assert run(["build", str(folder), "--edition", "2022"]) == 3
    assert "no stand file for 2019, 2020" in capsys.readouterr().err


def test_bad_data_leaves_the_last_release_and_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path / "leiden")
    assert run(["monitor", str(folder), "--edition", "2022"]) == 0
    before = files_in(folder / "releases"), files_in(folder / "public")
    (folder / "extracts/stand_2022-01-01.csv").write_text("persoon;naam\n999990639;Jansen\n")
    assert run(["monitor", str(folder), "--edition", "2022"]) == 4
    assert "missing column(s)" in capsys.readouterr().err
    assert (files_in(folder / "releases"), files_in(folder / "public")) == before


def test_real_extracts_need_a_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INTERNATIONALS_KEY", raising=False)
    folder = project(tmp_path / "leiden")
    settings = folder / "municipality.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("invented: true\n", ""), encoding="utf-8"
    )
    assert run(["build", str(folder), "--edition", "2022"]) == 3
    assert "INTERNATIONALS_KEY" in capsys.readouterr().err
    monkeypatch.setenv("INTERNATIONALS_KEY", "a secret of enough characters")
    assert run(["build", str(folder), "--edition", "2022"]) == 0
    assert b"a secret of enough" not in b"".join(files_in(folder / "releases").values())


def test_no_number_of_a_person_is_in_anything_that_is_written_or_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = small_register()["stand_2022-01-01"]
    rows = [
        *rows,
        resident(700, gemeente="546"),
        resident(701, geboortedatum="999990639"),
        resident(702) | {"buurt": "9000000702"},
    ]
    folder = project(tmp_path / "leiden", **{"stand_2022-01-01": rows})
    with (folder / "municipality.yml").open("a") as stream:
        stream.write("register: {max_rejected_share: 0.5}\n")
    for command in ("check", "monitor"):
        assert run([command, str(folder), "--edition", "2022"]) == 0
    assert run(["counts", str(folder), "--edition", "2022", "--out", str(folder / "counts.csv")]) == 0
    said = capsys.readouterr()
    written = b"".join(
        content for name, content in files_in(folder).items() if not name.startswith("extracts")
    )
    everything = written + (said.out + said.err).encode()
    numbers = {row["persoon"].encode() for row in rows} | {b"999990639"}
    assert not [number for number in numbers if number in everything]


def test_an_error_of_ours_says_so_and_leaves_with_its_own_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from internationals import build

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(build, "build", broken)
    assert run(["build", str(project(tmp_path / "leiden")), "--edition", "2022"]) == 70
    assert "an error of ours" in capsys.readouterr().err


def test_the_command_is_installed_and_quiet_where_nobody_watches(tmp_path: Path) -> None:
    folder = project(tmp_path / "leiden")
    command = [
        str(Path(sys.executable).parent / "internationals"),
        "build",
        str(folder),
        "-e",
        "2022",
        "--json",
    ]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "CI": "true"}
    )
    assert json.loads(done.stdout)["release"].endswith("2022")
    assert done.stderr == ""
