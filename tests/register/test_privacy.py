"""No BSN and no A-number in anything that we write."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

import pytest

from internationals.register.privacy import shown
from internationals.register.pseudonyms import Pseudonyms
from internationals.shapes import DataError
from tests.extracts import as_csv, put, read, resident

BSN, A_NUMBER = "999990639", "8320968431"


def test_a_pseudonym_is_the_hmac_of_the_person_under_the_key() -> None:
    for key in (b"short key", b"k" * 64, b"a very long key " * 10):
        expected = hmac.new(key, BSN.encode(), hashlib.sha256).hexdigest()
        assert Pseudonyms(key).text(BSN) == expected[:16]


def test_another_key_gives_other_pseudonyms(tmp_path: Path) -> None:
    put(tmp_path / "extracts" / "stand_2022-01-01.csv", [resident()])
    one, other = (
        read(tmp_path, key=key).persons.table.person.to_pyarrow().to_pylist() for key in (b"one", b"other")
    )
    assert one != other


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (BSN, "<9 digits>"),
        (A_NUMBER, "<10 digits>"),
        (f"x{BSN}y", "x<9 digits>y"),
        ("19800231", "19800231"),
        ("05460800", "05460800"),
        ("99999006", "<8 digits>"),
        ("a\nb\x00", "a�b�"),
        ("a" * 100, "a" * 60 + "…"),
    ],
)
def test_what_may_be_shown_of_a_value(value: str, expected: str) -> None:
    assert shown(value) == expected


def test_rejected_rows_are_kept_whole_without_the_person(tmp_path: Path) -> None:
    rows = [
        resident(1, persoon=BSN, gemeente="9998"),
        resident(2),
        resident(3, persoon=A_NUMBER, buurt=BSN, geboortedatum="?"),
    ]
    put(tmp_path / "extracts" / "stand_2022-01-01.csv", rows)
    read(tmp_path)
    kept = (tmp_path / "quarantine" / "stand_2022-01-01.rejected.csv").read_text(encoding="utf-8")
    lines = kept.splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("2;gemeente;unknown_municipality;")
    assert BSN not in kept and A_NUMBER not in kept


def test_nothing_is_left_in_quarantine_once_the_file_is_good(tmp_path: Path) -> None:
    put(tmp_path / "extracts" / "stand_2022-01-01.csv", [resident(gemeente="9998")])
    read(tmp_path)
    put(tmp_path / "extracts" / "stand_2022-01-01.csv", [resident()])
    read(tmp_path)
    assert not list((tmp_path / "quarantine").iterdir())


def test_a_file_without_a_header_does_not_put_persons_into_the_error(tmp_path: Path) -> None:
    text = as_csv([resident(persoon=BSN)]).splitlines()[1]
    path = tmp_path / "extracts" / "stand_2022-01-01.csv"
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(DataError) as problem:
        read(tmp_path)
    assert BSN not in str(problem.value)


def test_the_key_does_not_show_in_the_plan(tmp_path: Path) -> None:
    from tests.extracts import plan

    assert "a key for tests" not in repr(plan(tmp_path))
