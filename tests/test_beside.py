"""Work beside other work: done by another process, waited for, and its mistakes are ours to tell."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from internationals.beside import beside
from internationals.shapes import ConfigError


def noted(path: Path) -> None:
    path.write_text(str(os.getpid()), encoding="utf-8")


def refused(sentence: str) -> None:
    raise ConfigError(sentence)


def broken() -> None:
    raise ZeroDivisionError


def test_a_task_is_done_by_another_process_when_the_block_is_left(tmp_path: Path) -> None:
    with beside(noted, tmp_path / "done"):
        pass
    assert (tmp_path / "done").read_text(encoding="utf-8") != str(os.getpid())


def test_a_users_mistake_comes_back_as_it_is() -> None:
    with pytest.raises(ConfigError, match="the folder is full"), beside(refused, "the folder is full"):
        pass


def test_an_error_of_ours_is_not_swallowed(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError, match="ended by itself"), beside(broken):
        pass
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_mistake_in_the_block_ends_the_task_and_is_the_one_that_is_told() -> None:
    with pytest.raises(KeyError), beside(refused, "later"):
        raise KeyError("first")
