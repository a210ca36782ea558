"""The how-tos work: each is followed to the letter, with a small register, and gives what it promises."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml

from internationals import texts
from internationals.definitions import compliance
from internationals.outputs.site.plan import OWN, address
from internationals.shapes import Compliance, Declared
from tests.docs.following import Place, follow, steps
from tests.extracts import Rows, event, put, resident

NATIONALITIES = ("0055", "0072", "0064", "0336", "0057")
LINES = "".join(text for how_to in ("add-a-language", "add-a-municipality") for _, _, text in steps(how_to))


def stand(residents: int, internationals: int, **values: str) -> Rows:
    """So many residents, of whom so many are internationals of five nationalities."""
    foreign = {number: NATIONALITIES[number % len(NATIONALITIES)] for number in range(internationals)}
    return [
        resident(number, nationaliteiten=foreign.get(number, "0001"), **values) for number in range(residents)
    ]


def register(folder: Path, residents: int = 300, **values: str) -> None:
    """Two stands and the arrivals between them: one a day in every month, some every quarter."""
    for year in ("2021", "2022"):
        put(folder / "extracts" / f"stand_{year}-01-01.csv", stand(residents, residents // 5, **values))
    dates = [f"2021{month:02}15" for month in (1, 3, 4, 6, 7, 9, 10, 12) for _ in range(month)]
    arrivals = [event(50_000 + number, datum=date, buurt="") for number, date in enumerate(dates)]
    put(folder / "extracts" / "mutaties_2021.csv", arrivals)


def small_leiden(place: Place) -> None:
    """A project folder called leiden, with an invented register."""
    place.internationals("new", "leiden", "--code", "GM0546", "--reference-date", "2022-01-01")
    place.add("leiden/municipality.yml", {"invented": True})
    register(place.folder / "leiden")


def counts(place: Place, table: str) -> dict[str, int]:
    """The rows of a table in the file of exact counts."""
    with (place.folder / "exact-counts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row[:3] for row in csv.reader(file) if row[0] == table]
    return {codes: int(value) for _, codes, value in rows}


def test_an_indicator_is_added_as_the_how_to_says(tmp_path: Path) -> None:
    place = Place.made(tmp_path)
    small_leiden(place)
    follow("add-an-indicator", place)
    assert counts(place, "arrivals_quarter") == {
        f"year=2021;quarter={quarter}": number
        for quarter, number in (("1", 1 + 3), ("2", 4 + 6), ("3", 7 + 9), ("4", 10 + 12))
    }
    assert (tmp_path / "leiden" / "releases" / "2022" / "cards" / "arrivals_quarter.json").is_file()


def test_a_language_is_added_as_the_how_to_says(tmp_path: Path) -> None:
    place = Place.made(tmp_path)
    small_leiden(place)
    follow("add-a-language", place)
    site = tmp_path / "leiden" / "public" / "2022" / "site"
    assert sorted(path.name for path in site.iterdir() if path.is_dir() and len(path.name) == 2) == [
        "de",
        "en",
        "nl",
    ]
    page = (site / "de" / "niederlaender" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert "Am ersten Tag von 2022 zählt Leiden 240 Niederländer." in page
    assert "Quelle" in page and "Personenstandsregister (BRP), Gemeinde Leiden" in page
    assert '../../nl/nederlanders/index.html" lang="nl"' in page
    # It is a language like any other: in a text of its own a number is refused as well.
    place.write("leiden/pages/40-dutch-nationals/de.md", "Es sind zwei.\n")
    with pytest.raises(AssertionError, match=r"pages/40-dutch-nationals/de\.md, line 1: 'zwei' is a number"):
        place.internationals("publish", "leiden", "--edition", "2022")


def test_a_page_without_a_text_in_a_language_of_the_site_is_refused(tmp_path: Path) -> None:
    place = Place.made(tmp_path)
    small_leiden(place)

    def forget(line: str) -> None:
        if line.startswith("internationals monitor"):
            (tmp_path / "leiden" / "pages" / "40-dutch-nationals" / "de.md").unlink()

    with pytest.raises(
        AssertionError, match=r"40-dutch-nationals/de\.md, line 1: The page has no text in 'de'"
    ):
        follow("add-a-language", place, forget)


def test_a_municipality_is_added_as_the_how_to_says(tmp_path: Path) -> None:
    place = Place.made(tmp_path)

    def extracts(line: str) -> None:
        if line.startswith("internationals check"):
            register(tmp_path / "hillegom", 20_000, gemeente="0534", buurt="05340000")

    follow("add-a-municipality", place, extracts)
    assert counts(place, "residents_group")["year=2022;group=total"] == 20_000
    site = tmp_path / "hillegom" / "public" / "2022" / "site"
    made = {path.name for path in (site / "en").iterdir() if path.is_dir()}
    own = {address("en", name) for name in OWN}
    assert made - own == {"arrivals-and-departures", "nationalities", "nationality-and-background"}
    assert "Hillegom" in (site / "nl" / "index.html").read_text(encoding="utf-8")
    assert "20,000" in "".join(path.read_text(encoding="utf-8") for path in (site / "en").rglob("*.html"))


def test_the_how_to_of_languages_takes_a_language_that_is_not_there_yet() -> None:
    assert "de" not in texts.languages()


def test_the_record_of_accessibility_gives_the_status_that_the_how_to_promises() -> None:
    blocks = [yaml.safe_load(text) for path, _, text in steps("state-accessibility") if path]
    recorded, registered = (Declared.model_validate(block) for block in blocks)
    assert recorded.adopted
    assert list(compliance.mistakes(recorded, ("nl", "en"), recorded.adopted.date)) == []
    assert compliance.judge(recorded, None).status is Compliance.PARTIAL
    assert registered.registered
