"""The numbers that CBS published of 342 municipalities, served as it serves them, and read by us."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from internationals.shapes import Cell, Observations
from internationals.sources import Net, Store, catalogue, fetch
from internationals.sources.kinds import cbs as kind
from tests.fakes.cbs import FakeTable, cbs
from tests.sources.test_cbs import PLACE, QUICK

pytestmark = pytest.mark.real_data

TITLES = {
    "T001040": "Totaal",
    "1012600": "Nederland",
    "H007933": "Europa (exclusief Nederland)",
    "H008859": "Buiten Europa",
    "T001638": "Totaal",
    "A051735": "Geboren in Nederland",
    "A051736": "Geboren buiten Nederland",
}
BY = ("Geslacht", "Leeftijd", "Herkomstland", "Geboorteland")


def published(folder: Path) -> FakeTable:
    """The table, by the codes that its metadata gives; a number that is not there has a reason."""
    metrics = json.loads((folder / "85458NED_gemeenten_metadata.json").read_text(encoding="utf-8"))["metrics"]
    codes = {each["id"]: tuple(each["numerator"][name] for name in BY) for each in metrics}
    codes["totaal"] = tuple(metrics[0]["denominator"][name] for name in BY)
    path = folder / "85458NED_gemeenten_2022-2024_long.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.DictReader(stream))
    rows: list[tuple[tuple[str, ...], str, float | str]] = [
        (
            (*codes[line["indicator"]], line["regio_code"], f"{line['jaar']}JJ00"),
            "M000352",
            int(line["waarde"]) if line["waarde"] else "Impossible",
        )
        for line in lines
    ]
    return FakeTable(
        "85458NED",
        {
            "Geslacht": {"T001038": "Totaal mannen en vrouwen"},
            "Leeftijd": {"10000": "Totaal"},
            "Herkomstland": {row[0][2]: TITLES[row[0][2]] for row in rows},
            "Geboorteland": {row[0][3]: TITLES[row[0][3]] for row in rows},
            "RegioS": {line["regio_code"]: line["regio_naam"] for line in lines},
            "Perioden": {f"{line['jaar']}JJ00": line["jaar"] for line in lines},
        },
        {"M000352": "Bevolking op 1 januari"},
        rows,
        page=1000,
    )


@pytest.fixture(scope="module", params=["v4", "v3"])
def origin(
    request: pytest.FixtureRequest, real_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Observations:
    folder = tmp_path_factory.mktemp("sources")
    with cbs(published(real_data / "cbs")) as running, Net(QUICK) as net:
        options = {"base_url": f"{running.address}/{request.param}", "protocol": request.param}
        source = catalogue({"cbs_origin2022": {"options": {"cbs": options}}})["cbs_origin2022"]
        snapshot = fetch(source, PLACE, Store(folder), net, lambda _what, _part: None)
    assert snapshot.provenance.rows == 7182
    return kind.read(snapshot.folder, source, PLACE)


def test_leiden_has_its_published_numbers(origin: Observations) -> None:
    assert [origin.cells[year, "0546", "total", "total"] for year in ("2022", "2023", "2024")] == [
        Cell(125074),
        Cell(127089),
        Cell(130108),
    ]
    assert origin.cells["2022", "0546", "netherlands", "total"] == Cell(82528)
    assert origin.cells["2022", "0546", "europe", "total"] == Cell(14658)
    assert origin.cells["2022", "0546", "outside_europe", "total"] == Cell(27888)
    assert origin.cells["2024", "0546", "outside_europe", "abroad"] == Cell(17767)
    assert origin.cells["2024", "0546", "outside_europe", "nl"] == Cell(12631)
    assert origin.cells["2024", "0546", "total", "abroad"] == Cell(29693)


def test_the_parts_add_up_in_every_municipality_and_year(origin: Observations) -> None:
    def number(year: str, place: str, origin_code: str, born: str) -> float:
        value = origin.cells[year, place, origin_code, born].value
        assert value is not None
        return value

    there = {key[:2] for key in origin.cells}
    assert len(there) == 341 + 342 + 342
    for year, place in there:
        parts = ("netherlands", "europe", "outside_europe")
        assert sum(number(year, place, part, "total") for part in parts) == number(
            year, place, "total", "total"
        )
        assert sum(number(year, place, "outside_europe", born) for born in ("nl", "abroad")) == number(
            year, place, "outside_europe", "total"
        )


def test_a_municipality_is_not_there_before_its_merger_and_not_zero(origin: Observations) -> None:
    assert {key[0] for key in origin.cells if key[1] == "1992"} == {"2023", "2024"}
    assert all(cell.value for key, cell in origin.cells.items() if key[1] == "1992")
