"""A folder is replaced whole, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from internationals import swap


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def make(target: Path, text: str) -> None:
    with swap.replacing(target) as fresh:
        (fresh / "file").write_text(text)


def test_a_new_folder_and_its_replacement(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "release"
    make(target, "one")
    assert contents(target) == {"file": "one"}
    make(target, "two")
    assert contents(target) == {"file": "two"}
    assert [path.name for path in target.parent.iterdir()] == ["release"]


def test_an_error_leaves_the_old_folder(tmp_path: Path) -> None:
    make(tmp_path / "release", "one")
    with pytest.raises(ZeroDivisionError), swap.replacing(tmp_path / "release") as fresh:
        (fresh / "file").write_text("half")
        raise ZeroDivisionError
    assert contents(tmp_path / "release") == {"file": "one"}
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_without_an_exchange_two_renames_do_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    make(tmp_path / "release", "one")
    make(tmp_path / "release", "two")
    assert contents(tmp_path / "release") == {"file": "two"}
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_who_is_stopped_between_two_renames_gets_the_old_folder_back(tmp_path: Path) -> None:
    make(tmp_path / "release", "one")
    (tmp_path / "release").rename(tmp_path / ".release.previous")
    swap.recover(tmp_path / "release")
    assert contents(tmp_path / "release") == {"file": "one"}


def test_leftovers_of_the_dead_are_swept_and_those_of_the_living_are_not(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / f".release.building-{gone.pid}").mkdir()
    living = tmp_path / f".release.building-{os.getppid()}"
    living.mkdir()
    make(tmp_path / "release", "one")
    assert sorted(path.name for path in tmp_path.iterdir()) == [living.name, "release"]
