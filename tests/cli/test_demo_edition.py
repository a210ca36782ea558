"""The demo edition, from the command line to the page: the published figures stand on their pages, exactly."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from internationals.cli import run
from internationals.project import Project

ARRIVALS = (2747, 2921, 2934, 3315, 3706, 3979, 4149, 4378, 3452, 4049)
DEPARTURES = (2282, 2278, 2469, 2497, 3003, 3461, 3308, 3323, 3774, 2989)
NATIONALITIES = {
    "Italiaanse": 1253,
    "Duitse": 1162,
    "Poolse": 1002,
    "Britse": 949,
    "Chinese": 798,
    "Franse": 725,
    "Spaanse": 689,
    "Amerikaanse": 446,
    "Syrische": 398,
}


@pytest.fixture(scope="module")
def folder(leiden: Project) -> Path:
    return leiden.folder


def words(folder: Path, page: str) -> str:
    """The text of a page as it is read."""
    html = (folder / "public/2022/site" / page / "index.html").read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def test_page_5_in_dutch_and_english(folder: Path) -> None:
    dutch = words(folder, "nl/nationaliteit-en-achtergrond")
    for figure in ("14.472", "11,6%", "41.109", "32,9%", "28,4%", "21,3%"):
        assert figure in dutch
    english = words(folder, "en/nationality-and-background")
    for figure in ("14,472", "11.6%", "41,109", "32.9%", "28.4%", "21.3%"):
        assert figure in english


def test_page_9_shows_the_twenty_flow_figures(folder: Path) -> None:
    dutch = words(folder, "nl/vestiging-en-vertrek")
    english = words(folder, "en/arrivals-and-departures")
    for figure in (*ARRIVALS, *DEPARTURES):
        assert f"{figure:,}" in english
        assert f"{figure:,}".replace(",", ".") in dutch


def test_page_9_does_not_repeat_what_the_publication_had_wrong(folder: Path) -> None:
    english = words(folder, "en/arrivals-and-departures")
    assert "slightly" not in english
    assert "lowest number since 2015" in english


def test_page_16_shows_the_nine_nationalities_and_their_growth(folder: Path) -> None:
    dutch = words(folder, "nl/nationaliteiten")
    for name, count in NATIONALITIES.items():
        assert f"{name} {count:,}".replace(",", ".") in dutch
    assert "7.050" in dutch
    assert "28%" in dutch and "2%" in dutch


def test_every_page_and_download_says_that_the_people_are_invented(folder: Path) -> None:
    site = folder / "public/2022/site"
    pages, downloads = list(site.rglob("*.html")), list(site.rglob("*.csv"))
    assert len(pages) >= 8 and len(downloads) >= 10
    for path in pages + downloads:
        text = path.read_text(encoding="utf-8").lower()
        assert "verzonnen" in text or "invented" in text, path.name


def test_the_register_of_the_demo_explains_every_change_of_its_stock(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "counts.csv"
    assert run(["counts", str(folder), "--edition", "2023", "--out", str(out), "--json"]) == 0
    lines = out.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("balance,")]
    assert not [line for line in lines if "item=residual" in line]
    assert [line for line in lines if "item=reclassified" in line]


def test_the_demo_is_made_once_and_never_over_a_real_register(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "extracts/stand_2022-01-01.parquet").stat().st_mtime_ns
    assert run(["demo", str(folder)]) == 0
    assert "is there already" in capsys.readouterr().out
    assert (folder / "extracts/stand_2022-01-01.parquet").stat().st_mtime_ns == before
