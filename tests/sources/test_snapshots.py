"""Snapshots never change, there is never half of one, and the same content is the same snapshot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from internationals.shapes import DataError
from internationals.sources.snapshots import Snapshot, Store
from internationals.sources.source import catalogue, unproven

SOURCE = catalogue()["welcome"]
CARD = replace(unproven(SOURCE), retrieved="2026-01-02T03:04:05+00:00", rows=1)


def keep(store: Store, text: str, use: bool = True) -> Snapshot:
    with store.scratch("welcome") as folder:
        (folder / "welcome.csv").write_text(text, encoding="utf-8")
        return store.keep(folder, CARD, "template", use)


def test_a_snapshot_is_read_back_with_its_card(tmp_path: Path) -> None:
    kept = keep(Store(tmp_path), "a")
    found = Store(tmp_path).current("welcome")
    assert found == kept
    assert found is not None
    assert found.provenance.source == "welcome"
    assert found.provenance.snapshot == found.id
    assert list(found.provenance.files) == ["welcome.csv"]


def test_a_source_that_was_never_taken_has_no_snapshot(tmp_path: Path) -> None:
    assert Store(tmp_path).current("welcome") is None
    assert Store(tmp_path / "nowhere").sources() == ()


def test_the_same_content_is_the_same_snapshot_and_other_content_another(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first, second, third = keep(store, "a"), keep(store, "b"), keep(store, "a")
    assert first.id == third.id != second.id
    assert store.current("welcome") == first
    assert store.sources() == ("welcome",)


def test_a_snapshot_can_be_kept_without_being_used(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = keep(store, "a")
    second = keep(store, "b", use=False)
    assert store.current("welcome") == first
    assert store.current("welcome", second.id) == second


def test_nothing_is_left_of_a_snapshot_that_was_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(OSError, match="full"), store.scratch("welcome") as folder:
        (folder / "welcome.csv").write_text("half", encoding="utf-8")
        raise OSError("No space left: the disk is full")
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("how", ["changed", "added", "gone"])
def test_a_snapshot_that_was_touched_is_refused(tmp_path: Path, how: str) -> None:
    store = Store(tmp_path)
    folder = keep(store, "a").folder
    if how == "changed":
        (folder / "welcome.csv").write_text("b", encoding="utf-8")
    elif how == "added":
        (folder / "other.csv").write_text("a", encoding="utf-8")
    else:
        (folder / "welcome.csv").unlink()
    with pytest.raises(DataError, match=r"sources/welcome/[0-9a-f]{16}: the files are not those that"):
        store.current("welcome")


def test_an_unknown_snapshot_is_named(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store, "a")
    with pytest.raises(DataError, match="there is no snapshot '0123456789abcdef'"):
        store.current("welcome", "0123456789abcdef")
    with pytest.raises(DataError, match=r"there is no snapshot '\.\./\.\.'"):
        store.current("welcome", "../..")
