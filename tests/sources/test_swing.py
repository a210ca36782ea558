"""An existing "… in cijfers" site feeds ours: whole, in our codes, with its marks as statuses; or a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from internationals.shapes import Cell, ConfigError, Observations, SourceError, Status
from internationals.sources import Net, Store, catalogue, fetch
from internationals.sources.kinds import swing as kind
from internationals.sources.net import Patience
from internationals.sources.source import Source
from tests.fakes import swing
from tests.fakes.serving import serving
from tests.sources.by_hand import LEIDEN

QUICK = Patience(attempts=2, connect=1, read=2, first_wait=0.01, longest_wait=0.05, pause=0)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving(swing.answer) as address:
        yield address


def source(url: str, name: str = "own_residents", **changes: object) -> Source:
    options = {
        "url": f"{url}/jiveservices/odata",
        "dimensions": ["group"],
        "variables": {"bev_tot": ["total"], "bev_int": ["international"]},
        **changes,
    }
    return catalogue({name: {"kind": "swing", "options": {"swing": options}}})[name]


def observed(folder: Path, entry: Source) -> Observations:
    with Net(QUICK) as net:
        snapshot = fetch(entry, LEIDEN, Store(folder), net, lambda _what, _part: None)
    return kind.read(snapshot.folder, entry, LEIDEN)


def test_our_own_figures_are_those_of_our_municipality(site: str, tmp_path: Path) -> None:
    found = observed(tmp_path, source(f"{site}/good"))
    assert found.dimensions == ("year", "group")
    assert found.cells == {
        ("2021", "total"): Cell(1000),
        ("2022", "total"): Cell(1010),
        ("2021", "international"): Cell(None, Status.SUPPRESSED),
        ("2022", "international"): Cell(None, Status.MISSING),
    }


def test_figures_of_all_municipalities_feed_a_national_source(site: str, tmp_path: Path) -> None:
    entry = source(
        f"{site}/good", "cbs_background", dimensions=["municipality", "origin"],
        variables={"bev_tot": ["total"], "bev_int": ["5022"]},
    )  # fmt: skip
    found = observed(tmp_path, entry)
    assert found.dimensions == ("year", "municipality", "origin")
    assert found.cells["2021", "0537", "total"] == Cell(500)
    assert found.cells["2021", "0537", "5022"] == Cell(None, Status.MISSING)
    assert found.cells["2022", "0537", "5022"] == Cell(0)


def test_a_site_without_links_is_asked_on_until_nothing_comes(site: str, tmp_path: Path) -> None:
    linked = observed(tmp_path / "links", source(f"{site}/good"))
    assert observed(tmp_path / "skip", source(f"{site}/skip")).cells == linked.cells


def test_the_key_comes_from_the_environment_and_is_kept_nowhere(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = source(f"{site}/locked", key_variable="SITE_KEY")
    with pytest.raises(ConfigError, match="SITE_KEY"):
        observed(tmp_path, entry)
    monkeypatch.setenv("SITE_KEY", swing.KEY)
    assert observed(tmp_path, entry).cells["2021", "total"] == Cell(1000)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept and not any(swing.KEY in path.read_text(encoding="utf-8") for path in kept)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("locked", "refused"),
        ("page", "web page"),
        ("norows", "no rows"),
        ("short", "counts"),
        ("elsewhere", "127.0.0.2:9"),
        ("circle", "circle"),
    ],
)
def test_what_is_not_whole_is_refused_and_leaves_no_snapshot(
    site: str, tmp_path: Path, fault: str, said: str
) -> None:
    with pytest.raises(SourceError, match=said):
        observed(tmp_path, source(f"{site}/{fault}"))
    assert Store(tmp_path).current("own_residents") is None


def test_an_unknown_level_is_answered_with_those_that_there_are(site: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="gemeente, wijk"):
        observed(tmp_path, source(f"{site}/good", geolevel="stadsdeel"))


def test_a_variable_has_a_code_for_each_dimension(site: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="bev_tot has 2 codes"):
        observed(tmp_path, source(f"{site}/good", variables={"bev_tot": ["total", "x"]}))
