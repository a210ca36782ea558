"""Invented deliveries are labelled, small, quickly made, and the same for the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals import demo
from internationals.shapes import ConfigError

SOURCES = {
    "cbs_nationality",
    "cbs_background",
    "cbs_origin2022",
    "decisio_workers",
    "decisio_residence",
    "decisio_sectors",
    "decisio_children",
    "expat_centre",
    "welcome",
    "ind_criteria",
    "nuffic_institutions",
    "nuffic_countries",
    "survey",
}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "deliveries").iterdir())}


def test_every_source_has_a_file_beside_a_label_in_both_languages(tmp_path: Path) -> None:
    demo.deliver(tmp_path, seed=2022)
    found = contents(tmp_path)
    assert set(found) == {f"{source}.csv" for source in SOURCES} | {"INVENTED.txt"}
    label = found["INVENTED.txt"].decode()
    assert "VERZONNEN" in label
    assert "INVENTED" in label


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("a", 2022), ("b", 2022), ("c", 7)):
        demo.deliver(tmp_path / name, seed=seed)
    first, again, other = (contents(tmp_path / name) for name in "abc")
    assert first == again
    differing = {name for name in first if first[name] != other[name]}
    assert {"cbs_nationality.csv", "expat_centre.csv", "survey.csv", "decisio_workers.csv"} <= differing


def test_all_files_together_are_under_six_megabytes(tmp_path: Path) -> None:
    demo.deliver(tmp_path, seed=2022)
    assert sum(len(data) for data in contents(tmp_path).values()) < 6_000_000


def test_an_earlier_demo_is_replaced(tmp_path: Path) -> None:
    demo.deliver(tmp_path, seed=7)
    demo.deliver(tmp_path, seed=2022)
    demo.deliver(tmp_path / "fresh", seed=2022)
    assert contents(tmp_path) == contents(tmp_path / "fresh")


def test_a_file_without_the_label_is_never_overwritten(tmp_path: Path) -> None:
    real = tmp_path / "deliveries" / "survey.csv"
    real.parent.mkdir()
    real.write_text("jaar;gewicht\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"survey\.csv may be a real delivery"):
        demo.deliver(tmp_path, seed=2022)
    assert real.read_text(encoding="utf-8") == "jaar;gewicht\n"
    assert len(list(real.parent.iterdir())) == 1


def test_no_file_says_where_or_when_it_was_made(tmp_path: Path) -> None:
    demo.deliver(tmp_path, seed=2022)
    assert all(str(tmp_path).encode() not in data for data in contents(tmp_path).values())
