"""The invented tables of Statistics Netherlands tell what was published about the region and the country."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from internationals import demo
from internationals.definitions.codes import municipalities

Table = dict[str, dict[str, int]]
"""Region -> title of the group -> persons, of one year."""

NATION = "NL00"
REGION = ("0537", "0546", "0547", "0579", "0626", "0638")
GROUPS = {
    "Totaal",
    "Nederlandse achtergrond",
    "Westerse migratieachtergrond",
    "Niet-westerse migratieachtergrond",
    "Overig westers",
    "Overig niet-westers",
}


@cache
def tables(folder: Path, name: str, column: str) -> dict[int, Table]:
    found: dict[int, Table] = defaultdict(lambda: defaultdict(dict))
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            assert (row["Geslacht"], row["Leeftijd"]) == ("T001038", "10000")
            region = found[int(row["Perioden"].removesuffix("JJ00"))][row["RegioS"].removeprefix("GM")]
            assert row[column] not in region
            region[row[column]] = int(row["Bevolking_1"])
    return {year: dict(table) for year, table in found.items()}


@pytest.fixture(scope="module", params=[2022, 7, 1, 99])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo")
    demo.deliver(made, seed=request.param)
    return made / "deliveries"


@pytest.fixture(scope="module")
def nationality(folder: Path) -> dict[int, Table]:
    return tables(folder, "cbs_nationality", "Nationaliteiten")


@pytest.fixture(scope="module")
def background(folder: Path) -> dict[int, Table]:
    return tables(folder, "cbs_background", "Migratieachtergrond")


def foreign(groups: dict[str, int]) -> float:
    return (groups["Totaal"] - groups["Nederlands"]) / groups["Totaal"]


def descended(groups: dict[str, int]) -> float:
    return (groups["Totaal"] - groups["Nederlandse achtergrond"]) / groups["Totaal"]


def ranking(table: Table, share: Callable[[dict[str, int]], float]) -> list[str]:
    shares = [(-share(groups), code) for code, groups in table.items() if code != NATION]
    return [code for _, code in sorted(shares)]


def leaders(groups: dict[str, int]) -> list[str]:
    named = {title: count for title, count in groups.items() if title not in GROUPS and title != "Nederlands"}
    return [title for title, count in named.items() if count == max(named.values())]


def first(groups: dict[str, int]) -> str:
    [title] = leaders(groups)
    return title


def test_the_municipalities_are_those_of_each_1_january(
    nationality: dict[int, Table], background: dict[int, Table]
) -> None:
    for found in (nationality, background):
        assert {year: len(table) - 1 for year, table in found.items()} == {2020: 355, 2021: 352, 2022: 345}
        assert all(code in municipalities() for table in found.values() for code in table if code != NATION)


def test_nationalities_add_up_to_the_residents_of_every_municipality(nationality: dict[int, Table]) -> None:
    for table in nationality.values():
        assert all(2 * groups["Totaal"] == sum(groups.values()) for groups in table.values())
        assert all(len(groups) == 52 for groups in table.values())


def test_origins_add_up_to_the_residents_of_every_municipality(background: dict[int, Table]) -> None:
    for table in background.values():
        for groups in table.values():
            both = groups["Westerse migratieachtergrond"] + groups["Niet-westerse migratieachtergrond"]
            without = groups["Nederlandse achtergrond"]
            assert groups["Totaal"] == without + both
            countries = {title for title in groups if title not in GROUPS} | {
                "Overig westers",
                "Overig niet-westers",
            }
            assert sum(groups[title] for title in countries) == both


def test_the_country_is_the_sum_of_its_municipalities(
    nationality: dict[int, Table], background: dict[int, Table]
) -> None:
    for found in (nationality, background):
        for table in found.values():
            for title, count in table[NATION].items():
                assert count == sum(groups[title] for code, groups in table.items() if code != NATION)


def test_both_tables_have_the_same_residents(
    nationality: dict[int, Table], background: dict[int, Table]
) -> None:
    for year, table in nationality.items():
        assert {code: groups["Totaal"] for code, groups in table.items()} == {
            code: groups["Totaal"] for code, groups in background[year].items()
        }


def test_seven_percent_of_the_country_are_internationals_and_25_percent_have_a_background(
    nationality: dict[int, Table], background: dict[int, Table]
) -> None:
    country = nationality[2021][NATION]
    assert (country["Totaal"] - country["Nederlands"], country["Totaal"]) == (1_202_965, 17_475_415)
    assert round(100 * foreign(country)) == 7
    assert round(100 * descended(background[2021][NATION])) == 25


@pytest.mark.parametrize(("year", "rank"), [(2020, 15), (2021, 17)])
def test_leiden_falls_from_rank_15_to_17_by_nationality(
    nationality: dict[int, Table], year: int, rank: int
) -> None:
    assert ranking(nationality[year], foreign).index("0546") + 1 == rank


@pytest.mark.parametrize(("year", "rank"), [(2020, 20), (2021, 22)])
def test_leiden_falls_from_rank_20_to_22_by_background(
    background: dict[int, Table], year: int, rank: int
) -> None:
    assert ranking(background[year], descended).index("0546") + 1 == rank


def test_municipalities_on_the_border_are_high_and_lead_with_the_neighbours(
    nationality: dict[int, Table], background: dict[int, Table]
) -> None:
    highest = ranking(nationality[2021], foreign)[:20]
    for code, neighbour in (("0981", "Duits"), ("0935", "Duits"), ("0677", "Belgisch")):
        assert code in highest
        assert first(nationality[2021][code]) == neighbour
    assert {"0981", "0935", "1714"} <= set(ranking(background[2021], descended)[:20])


def test_amstelveen_the_hague_and_amsterdam_lead_away_from_the_border(nationality: dict[int, Table]) -> None:
    border = {"0981", "0744", "0935", "1714", "0677"}
    inland = [code for code in ranking(nationality[2021], foreign) if code not in border]
    assert inland[:3] == ["0362", "0518", "0363"]


def test_the_three_largest_cities_lead_by_background_and_four_places_have_a_majority(
    background: dict[int, Table],
) -> None:
    order = ranking(background[2021], descended)
    assert set(order[:3]) == {"0363", "0518", "0599"}
    largest = sorted((code for code in order), key=lambda code: -background[2021][code]["Totaal"])[:3]
    assert set(largest) == set(order[:3])
    assert sum(descended(background[2021][code]) > 0.5 for code in order) == 4


@pytest.mark.parametrize("listed", [20, 25, 30, 352])
def test_turkey_morocco_and_suriname_are_the_most_frequent_first_origins(
    background: dict[int, Table], listed: int
) -> None:
    order = ranking(background[2021], descended)[:listed]
    frequent = Counter(title for code in order for title in leaders(background[2021][code])).most_common()
    lowest = min(count for title, count in frequent if title in ("Turkije", "Marokko", "Suriname"))
    assert sum(count >= lowest for _, count in frequent) <= (4 if listed < 352 else 3)


def test_turkey_is_the_first_origin_of_the_country_and_morocco_close_behind(
    background: dict[int, Table],
) -> None:
    for table in background.values():
        country = {title: count for title, count in table[NATION].items() if title not in GROUPS}
        (turkey, top), (morocco, second) = Counter(country).most_common(2)
        assert (turkey, morocco) == ("Turkije", "Marokko")
        assert second > 0.95 * top


def test_leiden_leads_its_region_and_katwijk_and_zoeterwoude_close_it(
    nationality: dict[int, Table], background: dict[int, Table]
) -> None:
    for table, share in ((nationality[2021], foreign), (background[2021], descended)):
        order = sorted(REGION, key=lambda code: -share(table[code]))
        assert order[0] == "0546"
        assert set(order[-2:]) == {"0537", "0638"}


def test_italians_lead_in_leiden_and_oegstgeest_and_elsewhere_four_others(
    nationality: dict[int, Table],
) -> None:
    leading = {code: first(nationality[2021][code]) for code in REGION}
    assert leading["0546"] == leading["0579"] == "Italiaans"
    others = {title for code, title in leading.items() if code not in ("0546", "0579")}
    assert len(others) == 4
    assert "Italiaans" not in others


def test_morocco_leads_in_leiden_and_indonesia_around_it_but_not_in_katwijk(
    background: dict[int, Table],
) -> None:
    leading = {code: first(background[2021][code]) for code in REGION}
    assert leading["0546"] == "Marokko"
    assert {leading[code] for code in ("0547", "0579", "0626", "0638")} == {"Indonesië"}
    assert leading["0537"] != "Indonesië"


def test_leiden_is_near_its_register(nationality: dict[int, Table], background: dict[int, Table]) -> None:
    for year, internationals, with_background in ((2021, 13_993, 39_958), (2022, 14_472, 41_109)):
        groups = nationality[year]["0546"]
        assert groups["Totaal"] - groups["Nederlands"] == pytest.approx(internationals, rel=0.001)
        assert descended(background[year]["0546"]) * groups["Totaal"] == pytest.approx(
            with_background, rel=0.001
        )
    assert nationality[2022]["0546"]["Italiaans"] == 1253


def test_origins_by_the_new_classification_add_up(folder: Path) -> None:
    cells: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    with (folder / "cbs_origin2022.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            assert row["Perioden"] == "2022JJ00"
            cells[row["RegioS"]][row["Herkomstland"], row["Geboorteland"]] = int(row["Bevolking_1"])
    assert len(cells) == 346
    for found in cells.values():
        assert len(found) == 12
        assert min(found.values()) >= 0
        for at in (0, 1):
            for other in {key[1 - at] for key in found}:
                parts = {key[at]: count for key, count in found.items() if key[1 - at] == other}
                assert 2 * parts["Totaal"] == sum(parts.values())
