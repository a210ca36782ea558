"""Boundaries from the map services of PDOK: whole, ours, and drawn as they are; or a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from internationals import geometry, texts
from internationals.shapes import DataError, SourceError
from internationals.sources import Net, Store, catalogue, fetch
from internationals.sources.kinds import boundaries
from internationals.sources.net import Patience
from internationals.sources.source import Source
from tests.fakes import pdok
from tests.fakes.serving import serving
from tests.sources.by_hand import LEIDEN

QUICK = Patience(attempts=2, connect=1, read=2, first_wait=0.01, longest_wait=0.05, pause=0)


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    with serving(pdok.answer) as address:
        yield address


def source(url: str, name: str = "boundaries", **changes: object) -> Source:
    return catalogue({name: {"options": {"boundaries": {"url": url, **changes}}}})[name]


def taken(folder: Path, entry: Source) -> Path:
    with Net(QUICK) as net:
        return fetch(entry, LEIDEN, Store(folder), net, lambda _what, _part: None).folder


def test_a_snapshot_is_a_folder_of_maps_as_it_is(service: str, tmp_path: Path) -> None:
    found = geometry.read(taken(tmp_path, source(f"{service}/good")), "0546")
    assert [area.code for area in found["neighbourhood"].areas] == ["05460000", "05460001", "05460100"]
    assert [area.code for area in found["district"].areas] == ["054600", "054601"]
    credit = found["neighbourhood"].source
    assert set(credit) == set(texts.languages())
    assert all("2022" in text and "CC BY" in text for text in credit.values())


def test_all_municipalities_of_one_year_are_taken(service: str, tmp_path: Path) -> None:
    entry = source(f"{service}/good", "boundaries_municipalities")
    found = geometry.read(taken(tmp_path, entry), "0546")
    assert [area.code for area in found["municipality"].areas] == ["0537", "0546"]


def test_a_service_of_the_older_kind_gives_the_same_map(service: str, tmp_path: Path) -> None:
    first = geometry.read(taken(tmp_path / "ogc", source(f"{service}/good")), "0546")
    second = geometry.read(taken(tmp_path / "wfs", source(f"{service}/good", protocol="wfs")), "0546")
    assert first == second


def test_areas_of_others_are_left_out_when_the_service_does_not_filter(service: str, tmp_path: Path) -> None:
    heeded = geometry.read(taken(tmp_path / "good", source(f"{service}/good")), "0546")
    assert geometry.read(taken(tmp_path / "deaf", source(f"{service}/deaf")), "0546") == heeded


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("gone", "has no"),
        ("page", "web page"),
        ("degrees", "Dutch grid"),
        ("outlines", "no outline"),
        ("twice", "came twice"),
        ("short", "the service counts 4"),
        ("elsewhere", "127.0.0.2:9"),
        ("circle", "circle"),
    ],
)
def test_what_is_not_whole_is_refused_and_leaves_no_snapshot(
    service: str, tmp_path: Path, fault: str, said: str
) -> None:
    with pytest.raises(SourceError, match=said):
        taken(tmp_path, source(f"{service}/{fault}"))
    assert Store(tmp_path).current("boundaries") is None


def test_another_year_without_our_areas_says_which_year_was_asked(service: str, tmp_path: Path) -> None:
    entry = source(f"{service}/good", "boundaries_municipalities", year=2019)
    with pytest.raises(SourceError, match="the year 2019"):
        taken(tmp_path, entry)


def test_a_look_and_a_fetch_agree_on_the_version(service: str, tmp_path: Path) -> None:
    entry = source(f"{service}/good")
    with Net(QUICK) as net:
        stamp = boundaries.newest(entry, LEIDEN, net)
        snapshot = fetch(entry, LEIDEN, Store(tmp_path), net, lambda _what, _part: None)
    assert snapshot.provenance.version == stamp.version


def test_a_map_has_no_numbers(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no numbers"):
        boundaries.read(tmp_path, source("http://127.0.0.1"), LEIDEN)
