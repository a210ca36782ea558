"""The published origin of all municipalities, read as an export, ranked, and drawn on the published boundaries."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from internationals import geometry
from internationals.definitions import codes, measures
from internationals.figures import draw
from internationals.shapes import Cell, Chart, Figure, Geometry, Observations, Series
from internationals.sources import catalogue, titles
from internationals.sources.kinds import export
from tests.sources.by_hand import LEIDEN

pytestmark = pytest.mark.real_data

INDICATORS = {
    "totaal": ("T001040", "T001638"),
    "herkomst-nederland": ("1012600", "T001638"),
    "herkomst-europa-excl-nl": ("H007933", "T001638"),
    "herkomst-buiten-europa": ("H008859", "T001638"),
    "geboren-buiten-nl": ("T001040", "A051736"),
    "buiten-europa-geboren-buiten-nl": ("H008859", "A051736"),
    "geboren-in-nl-herkomst-buiten-europa": ("H008859", "A051735"),
}
"""The codes of CBS behind each published indicator: of origin, and of birth."""
MERGED = {"0501", "0530", "0614"}
"""Brielle, Hellevoetsluis and Westvoorne, which became Voorne aan Zee (1992) on 1 January 2023."""


@pytest.fixture(scope="module")
def origin(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Observations:
    """The published numbers, put into the dialect of an export with codes and read as such."""
    folder = tmp_path_factory.mktemp("export")
    header = "ID;Geslacht;Leeftijd;Herkomstland;Geboorteland;RegioS;Perioden;Bevolking_1"
    published = real_data / "cbs" / "85458NED_gemeenten_2022-2024_long.csv"
    with published.open(encoding="utf-8-sig", newline="") as stream:
        lines = [
            f"{at};T001038;10000;{';'.join(INDICATORS[row['indicator']])};{row['regio_code']};{row['jaar']}JJ00;{row['waarde']}"
            for at, row in enumerate(csv.DictReader(stream))
        ]
    (folder / "cbs_origin2022.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return export.read(folder, catalogue()["cbs_origin2022"], LEIDEN)


@pytest.fixture(scope="module")
def country(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Geometry:
    folder = tmp_path_factory.mktemp("map")
    shutil.copy(real_data / "geo" / "gemeenten_2022_rd_kiesraad.geojson", folder / "municipalities.geojson")
    return geometry.read(folder, "0546")["municipality"]


def name(code: str) -> str:
    return "Voorne aan Zee" if code == "1992" else codes.municipalities()[code].name


def born_abroad(origin: Observations, year: str) -> dict[str, Cell]:
    """The share born outside the Netherlands, per municipality."""
    places = {key[1] for key in origin.cells if key[0] == year}
    return {
        place: measures.share(
            origin.cells[year, place, "total", "abroad"], origin.cells[year, place, "total", "total"]
        )
        for place in places
    }


def drawn(shares: dict[str, Cell], country: Geometry, year: str) -> Figure:
    categories = tuple(sorted(shares))
    chart = Chart(
        id="born",
        kind="choropleth",
        language="nl",
        title="Geboren buiten Nederland",
        alternative="Aandeel inwoners dat buiten Nederland is geboren, per gemeente.",
        category_label="Gemeente",
        categories=categories,
        labels=tuple(map(name, categories)),
        series=(Series("born", "Geboren buiten Nederland", tuple(shares[code] for code in categories)),),
        unit="percent",
        decimals=1,
        source="CBS",
        reference=f"1 januari {year}",
        notes=(),
        table_id="municipalities_origin2022",
        areas=country.areas,
    )
    return draw(chart)


@pytest.mark.parametrize(
    ("year", "places", "first", "leiden"),
    [("2022", 341, "Vaals", 19), ("2023", 342, "Vaals", 17), ("2024", 342, "Vaals", 17)],
)
def test_the_municipalities_are_ranked(
    origin: Observations, year: str, places: int, first: str, leiden: int
) -> None:
    shares = born_abroad(origin, year)
    ranks = measures.rank(shares)
    assert len(shares) == places
    assert [name(code) for code, rank in ranks.items() if rank == 1] == [first]
    assert ranks["0546"] == leiden
    assert sum(1 for rank in ranks.values() if rank is None) == 0


def test_the_origins_add_up_to_all_residents(origin: Observations) -> None:
    for year, place in {key[:2] for key in origin.cells}:
        parts = [
            origin.cells[year, place, name, "total"].value
            for name in ("netherlands", "europe", "outside_europe")
        ]
        assert sum(part or 0 for part in parts) == origin.cells[year, place, "total", "total"].value


@pytest.mark.parametrize(("year", "elsewhere"), [("2022", set()), ("2023", {"1992"}), ("2024", {"1992"})])
def test_all_but_the_merged_municipalities_join_the_map_of_2022(
    origin: Observations, country: Geometry, year: str, elsewhere: set[str]
) -> None:
    there = {area.code for area in country.areas}
    shares = set(born_abroad(origin, year))
    assert len(there) == 344
    assert shares - there == elsewhere
    assert there - shares == MERGED
    assert not any(titles.existed(code, "2023") for code in MERGED)
    assert titles.municipality("Voorne aan Zee", year) == "1992"


@pytest.mark.parametrize("year", ["2022", "2024"])
def test_the_map_stays_light_and_says_what_is_not_on_it(
    origin: Observations, country: Geometry, year: str
) -> None:
    figure = drawn(born_abroad(origin, year), country, year)
    for picture in (figure.wide, figure.narrow):
        assert len(picture.encode()) < 100_000
        assert len(re.findall(r"<title>[^<]+%</title>", picture)) == 341
        assert ("Niet op de kaart: Voorne aan Zee" in picture) == (year == "2024")
        assert "geen gegevens" in picture  # of the three that merged
