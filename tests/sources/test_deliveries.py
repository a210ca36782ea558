"""Files by hand: known by the name of their source, taken in once, and read before they are used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from internationals.shapes import DataError
from internationals.sources import Place, Snapshot, Store, catalogue, deliveries, observe, take_in
from internationals.sources.kinds import export

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


def export_of(folder: Path, *regions: str) -> Path:
    header = "ID;Geslacht;Leeftijd;Nationaliteiten;RegioS;Perioden;Bevolking_1"
    lines = [f"{n};T001038;10000;Totaal;{region};2021JJ00;{n + 10}" for n, region in enumerate(regions)]
    return put(folder, "\n".join([header, *lines]) + "\n", "cbs_nationality.csv")


def test_a_file_is_read_once_to_be_taken_in_and_observed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    plain = export.read_export
    monkeypatch.setattr(export, "read_export", lambda path: seen.append(path) or plain(path))
    export_of(tmp_path, "GM0546", "NL00")
    snapshot = taken(tmp_path)
    source = catalogue()["cbs_nationality"]
    found = observe(source, snapshot, PLACE, None, 2022, tmp_path)
    assert snapshot.provenance.rows == len(found.cells) == 2
    assert len(seen) == 1
    elsewhere = replace(PLACE, municipality="0537")
    assert observe(source, snapshot, elsewhere, None, 2022, tmp_path).cells == found.cells
    assert len(seen) == 2  # for another place nothing that was read before is believed


def test_another_file_is_read_again(tmp_path: Path) -> None:
    export_of(tmp_path, "GM0546")
    first = taken(tmp_path)
    export_of(tmp_path, "GM0537", "GM0546")
    second = taken(tmp_path)
    source = catalogue()["cbs_nationality"]
    assert [len(observe(source, each, PLACE, None, 2022, tmp_path).cells) for each in (first, second)] == [
        1,
        2,
    ]


def test_a_name_that_is_no_municipality_is_told_with_its_file_and_what_looks_like_it(tmp_path: Path) -> None:
    export_of(tmp_path, "Leidn")
    with pytest.raises(
        DataError, match=r"cbs_nationality\.csv: 'Leidn' is no municipality .*; Leiden looks .*deliveries/"
    ):
        taken(tmp_path)
