"""Files by hand: known by the name of their source, taken in once, and read before they are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals.shapes import DataError
from internationals.sources import Place, Snapshot, Store, catalogue, deliveries, take_in

PLACE = Place("0546", {"nl": "Leiden", "en": "Leiden"}, ("0537", "0546"), (), "071")
GOOD = "jaar;maand;aantal\n2022;9;774\n"


def put(folder: Path, text: str = GOOD, name: str = "welcome.csv") -> Path:
    (folder / "deliveries").mkdir(exist_ok=True)
    path = folder / "deliveries" / name
    path.write_text(text, encoding="utf-8")
    return path


def taken(folder: Path) -> Snapshot:
    (delivery,) = deliveries(folder / "deliveries", catalogue())
    return take_in(delivery, PLACE, Store(folder / "sources"))


def test_a_file_becomes_the_snapshot_in_use(tmp_path: Path) -> None:
    put(tmp_path)
    snapshot = taken(tmp_path)
    assert Store(tmp_path / "sources").current("welcome") == snapshot
    assert (snapshot.provenance.rows, snapshot.provenance.query) == (1, "deliveries/welcome.csv")
    assert taken(tmp_path) == snapshot


def test_a_file_that_cannot_be_read_leaves_the_last_good_one_in_use(tmp_path: Path) -> None:
    put(tmp_path)
    good = taken(tmp_path)
    put(tmp_path, GOOD.replace("774", "many"))
    with pytest.raises(DataError, match=r"welcome\.csv, row 2, column aantal: found 'many'"):
        taken(tmp_path)
    assert Store(tmp_path / "sources").current("welcome") == good


def test_a_later_fetch_stays_in_use_until_another_file_is_handed_over(tmp_path: Path) -> None:
    put(tmp_path)
    by_hand = taken(tmp_path)
    store = Store(tmp_path / "sources")
    with store.scratch("welcome") as folder:
        (folder / "welcome.csv").write_text(GOOD.replace("774", "775"), encoding="utf-8")
        fetched = store.keep(folder, by_hand.provenance, "template")
    assert taken(tmp_path) == fetched
    put(tmp_path, GOOD.replace("774", "776"))
    assert taken(tmp_path) not in (by_hand, fetched)
    put(tmp_path)
    assert taken(tmp_path) == by_hand


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("welkom.csv", r"deliveries/welkom\.csv is not read: no source is called 'welkom'"),
        ("welcome.pdf", r"deliveries/welcome\.pdf is not read: welcome comes as \.csv, \.xlsx"),
    ],
)
def test_a_file_that_nobody_would_read_is_an_error(tmp_path: Path, name: str, sentence: str) -> None:
    put(tmp_path, name=name)
    with pytest.raises(DataError, match=sentence):
        deliveries(tmp_path / "deliveries", catalogue())


def test_two_files_of_one_source_are_an_error(tmp_path: Path) -> None:
    put(tmp_path)
    put(tmp_path, name="welcome.xlsx")
    with pytest.raises(DataError, match=r"welcome\.csv and welcome\.xlsx are both of welcome"):
        deliveries(tmp_path / "deliveries", catalogue())


def test_notes_labels_and_folders_are_no_deliveries(tmp_path: Path) -> None:
    put(tmp_path, name="INVENTED.txt")
    put(tmp_path, name=".hidden.csv")
    (tmp_path / "deliveries" / "templates").mkdir()
    assert deliveries(tmp_path / "deliveries", catalogue()) == ()
    assert deliveries(tmp_path / "nowhere", catalogue()) == ()
