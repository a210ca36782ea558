"""The invented study of international workers tells what was published on pages 28 to 31."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from internationals import demo

YEARS = range(2011, 2021)
MARGIN = 2.5
Key = tuple[str, ...]


@pytest.fixture(scope="module", params=[2022, 7])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo")
    demo.deliver(made, seed=request.param)
    return made / "deliveries"


def read(folder: Path, name: str) -> dict[Key, int]:
    """Every row under its codes: the year first, the number last."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))[1:]
    found = {tuple(line[:-1]): int(line[-1]) for line in lines}
    assert len(found) == len(lines)
    return found


FILES = ("decisio_workers", "decisio_residence", "decisio_sectors", "decisio_children")


@pytest.mark.parametrize("name", FILES)
def test_every_number_is_a_multiple_of_five(folder: Path, name: str) -> None:
    numbers = read(folder, name).values()
    assert all(number >= 0 and number % 5 == 0 for number in numbers)


@pytest.mark.parametrize("name", FILES)
def test_knowledge_and_labour_make_the_total(folder: Path, name: str) -> None:
    found = read(folder, name)
    totals = [key for key in found if "totaal" in key]
    assert 3 * len(totals) == len(found)
    for key in totals:
        at = key.index("totaal")
        assert found[key] == sum(found[*key[:at], kind, *key[at + 1 :]] for kind in ("kennis", "arbeid"))


@pytest.mark.parametrize(
    ("area", "perspective", "kind", "percent"),
    [
        ("0546", "woont_in", "arbeid", 81),
        ("0546", "woont_in", "kennis", 42),
        ("071", "woont_in", "arbeid", 71),
        ("071", "woont_in", "kennis", 39),
        ("0546", "werkt_in", "arbeid", 87),
        ("0546", "werkt_in", "kennis", 18),
        ("0546", "werkt_in", "totaal", 59),
    ],
)
def test_growth_since_2011_is_as_published_wherever_the_rounded_numbers_may_be(
    folder: Path, area: str, perspective: str, kind: str, percent: int
) -> None:
    found = read(folder, "decisio_workers")
    start, end = (found[str(year), area, perspective, kind] for year in (2011, 2020))
    assert round(100 * (end / start - 1)) == percent
    if perspective == "woont_in":
        assert round(100 * ((end + MARGIN) / (start - MARGIN) - 1)) == percent
        assert round(100 * ((end - MARGIN) / (start + MARGIN) - 1)) == percent


def test_workers_in_and_of_leiden_are_as_published(folder: Path) -> None:
    found = read(folder, "decisio_workers")
    working = {
        (year, kind): found[year, "0546", "werkt_in", kind]
        for year in ("2011", "2020")
        for kind in ("totaal", "arbeid", "kennis")
    }
    assert working == {
        ("2011", "totaal"): 7790,
        ("2011", "arbeid"): 4605,
        ("2011", "kennis"): 3185,
        ("2020", "totaal"): 12375,
        ("2020", "arbeid"): 8610,
        ("2020", "kennis"): 3765,
    }
    assert found["2020", "0546", "woont_in", "totaal"] == 6315


def test_workers_rise_every_year_to_2019_and_fall_in_2020(folder: Path) -> None:
    found = read(folder, "decisio_workers")
    for area in ("0546", "071"):
        for perspective in ("woont_in", "werkt_in"):
            for kind in ("totaal", "kennis", "arbeid"):
                line = [found[str(year), area, perspective, kind] for year in YEARS]
                assert all(a < b for a, b in pairwise(line[:-1]))
                assert line[0] < line[-1] < line[-2]


def test_the_region_has_at_least_the_workers_of_leiden(folder: Path) -> None:
    found = read(folder, "decisio_workers")
    for (year, area, *rest), number in found.items():
        assert area == "071" or found[year, "071", *rest] >= number


def test_residences_and_sectors_add_up_to_those_who_work_here(folder: Path) -> None:
    workers = read(folder, "decisio_workers")
    residences, sectors = read(folder, "decisio_residence"), read(folder, "decisio_sectors")
    for (year, area, perspective, kind), number in workers.items():
        if area != "0546":
            continue
        mine = [count for key, count in sectors.items() if key[:3] == (year, perspective, kind)]
        assert sum(mine) == number
        if perspective == "werkt_in":
            assert (
                sum(count for key, count in residences.items() if (key[0], key[2]) == (year, kind)) == number
            )


def test_many_who_work_here_live_in_leiden_the_hague_and_amsterdam_or_nobody_knows_where(
    folder: Path,
) -> None:
    found = {
        key[1]: count
        for key, count in read(folder, "decisio_residence").items()
        if key[0] == "2020" and key[2] == "totaal"
    }
    places = sorted((place for place in found if place.isdigit()), key=lambda place: -found[place])
    assert places[:3] == ["0546", "0518", "0363"]
    assert found["onbekend"] > 0
    assert found["elders"] > 0
    assert found["0546"] <= read(folder, "decisio_workers")["2020", "0546", "woont_in", "totaal"]


def test_three_sectors_have_about_a_fifth_of_the_knowledge_workers_each(folder: Path) -> None:
    found = read(folder, "decisio_sectors")
    mine = {key[3]: count for key, count in found.items() if key[:3] == ("2020", "werkt_in", "kennis")}
    order = sorted(mine, key=lambda sector: -mine[sector])
    assert set(order[:3]) == {"onderwijs", "uitzend_detachering", "zakelijke_dienstverlening"}
    assert all(19 < 100 * mine[sector] / 3765 < 21 for sector in order[:3])
    assert mine[order[3]] < 0.6 * mine[order[2]]


def test_agencies_have_69_percent_of_the_labour_migrants(folder: Path) -> None:
    found = read(folder, "decisio_sectors")["2020", "werkt_in", "arbeid", "uitzend_detachering"]
    assert round(100 * found / 8610) == 69
    assert (
        round(100 * (found - MARGIN) / (8610 + MARGIN))
        == round(100 * (found + MARGIN) / (8610 - MARGIN))
        == 69
    )


def test_children_of_workers_in_leiden_are_as_published(folder: Path) -> None:
    found = read(folder, "decisio_children")
    kinds = [found["2020", "0546", kind, "0-17"] for kind in ("arbeid", "kennis", "totaal")]
    assert kinds == [740, 1330, 2070]


def test_the_ages_of_children_add_up(folder: Path) -> None:
    found = read(folder, "decisio_children")
    for (year, area, kind, age), number in found.items():
        if age == "0-17":
            assert number == sum(found[year, area, kind, part] for part in ("0-3", "4-11", "12-17"))


def test_children_in_the_region_rise_to_2019_and_fall_slightly_and_most_are_4_to_11(folder: Path) -> None:
    found = read(folder, "decisio_children")
    lines = {
        age: [found[str(year), "071", "totaal", age] for year in YEARS] for age in ("0-3", "4-11", "12-17")
    }
    for line in lines.values():
        assert all(a < b for a, b in pairwise(line[:-1]))
        assert 0.95 * line[-2] < line[-1] < line[-2]
    assert max(lines, key=lambda age: lines[age][-1]) == "4-11"
