"""The invented registrations, students and respondents tell what was published of them."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from internationals import demo
from internationals.definitions.codes import countries

Row = dict[str, str]


@pytest.fixture(scope="module", params=[2022, 7])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo")
    demo.deliver(made, seed=request.param)
    return made / "deliveries"


def read(folder: Path, name: str, header: str) -> list[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter=";")
        found = list(reader)
        assert reader.fieldnames == header.split(";")
    return found


@pytest.fixture(scope="module")
def registrations(folder: Path) -> list[Row]:
    return read(folder, "expat_centre", "jaar;maand;gemeente;werkgever;aantal")


def counted(rows: list[Row], column: str, keep: Callable[[Row], bool] = lambda row: True) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows:
        if keep(row):
            found[row[column]] += int(row["aantal"])
    return found


def test_registrations_of_2021_are_450_after_a_low_2020_and_2022_is_the_record(
    registrations: list[Row],
) -> None:
    years = counted(registrations, "jaar")
    assert list(years) == ["2017", "2018", "2019", "2020", "2021", "2022"]
    assert years["2021"] == 450
    assert min(years, key=lambda year: years[year]) == "2020"
    assert max(years, key=lambda year: years[year]) == "2022"


def test_the_first_months_of_2022_are_above_those_of_2021(registrations: list[Row]) -> None:
    for last in (2, 3, 4, 5):
        first = counted(registrations, "jaar", lambda row, last=last: int(row["maand"]) <= last)
        assert first["2022"] > first["2021"]
    months = {(row["jaar"], row["maand"]) for row in registrations}
    assert months == {(str(year), str(month)) for year in range(2017, 2023) for month in range(1, 13)}


def test_just_over_fifty_employers_register_in_2021_the_university_and_lumc_most(
    registrations: list[Row],
) -> None:
    employers = counted(registrations, "werkgever", lambda row: row["jaar"] == "2021")
    assert len(employers) == 53
    assert {name for name, _ in employers.most_common(2)} == {"Universiteit Leiden", "LUMC"}
    assert all("(verzonnen)" in name for name, _ in employers.most_common()[2:])


def test_the_majority_registers_in_leiden_and_of_some_the_place_is_unknown(registrations: list[Row]) -> None:
    places = counted(registrations, "gemeente", lambda row: row["jaar"] == "2021")
    assert places["0546"] > 225
    assert places["onbekend"] > 0


def test_774_students_were_welcomed_in_a_month_that_is_not_known(folder: Path) -> None:
    assert read(folder, "welcome", "jaar;maand;aantal") == [
        {"jaar": "2023", "maand": "onbekend", "aantal": "774"}
    ]


def test_the_salary_criteria_of_2020_give_the_published_limits(folder: Path) -> None:
    amounts = {
        (row["jaar"], row["leeftijd"]): int(row["bedrag"])
        for row in read(folder, "ind_criteria", "jaar;leeftijd;bedrag")
    }
    assert {year for year, _ in amounts} == {str(year) for year in range(2018, 2024)}
    limits = [round(0.7 * 12 * 1.08 * amounts["2020", age]) for age in ("onder_30", "vanaf_30")]
    assert limits == [30672, 41840]


@pytest.fixture(scope="module")
def institutions(folder: Path) -> dict[tuple[str, str], dict[str, tuple[int, int]]]:
    """Study year and sector -> institution -> international and all students."""
    found: dict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
    for row in read(folder, "nuffic_institutions", "studiejaar;brin;instelling;soort;internationaal;totaal"):
        numbers = int(row["internationaal"]), int(row["totaal"])
        assert 0 <= numbers[0] <= numbers[1]
        found[row["studiejaar"], row["soort"]][row["brin"]] = numbers
    return found


Institutions = dict[tuple[str, str], dict[str, tuple[int, int]]]


def share(numbers: tuple[int, int]) -> float:
    return 100 * numbers[0] / numbers[1]


def together(of: dict[str, tuple[int, int]]) -> tuple[int, int]:
    return sum(each[0] for each in of.values()), sum(each[1] for each in of.values())


def test_every_study_year_has_fourteen_universities_and_the_same_universities_of_applied_sciences(
    institutions: Institutions,
) -> None:
    for (year, sector), found in institutions.items():
        assert set(found) == set(institutions["2021/2022", sector]), year
        assert len(found) == (14 if sector == "wo" else 34)
    assert {year for year, _ in institutions} == {f"{year}/{year + 1}" for year in range(2006, 2023)}


def test_leiden_university_has_18_4_percent_international_students_and_had_3_8(
    institutions: Institutions,
) -> None:
    assert institutions["2021/2022", "wo"]["21PB"][0] == 6216
    assert round(share(institutions["2021/2022", "wo"]["21PB"]), 1) == 18.4
    assert round(share(institutions["2006/2007", "wo"]["21PB"]), 1) == 3.8
    line = [share(institutions[f"{year}/{year + 1}", "wo"]["21PB"]) for year in range(2006, 2023)]
    assert line == sorted(line)


def test_leiden_is_sixth_by_number_and_tenth_by_share_and_maastricht_first(
    institutions: Institutions,
) -> None:
    found = institutions["2021/2022", "wo"]
    by_number = sorted(found, key=lambda brin: -found[brin][0])
    by_share = sorted(found, key=lambda brin: -share(found[brin]))
    assert (by_number.index("21PB") + 1, by_share.index("21PB") + 1) == (6, 10)
    assert by_share[0] == "21PJ"
    assert share(found["21PJ"]) > 50


def test_national_shares_are_23_5_and_7_1_percent(institutions: Institutions) -> None:
    universities, applied = (together(institutions["2021/2022", sector]) for sector in ("wo", "hbo"))
    assert (round(share(universities), 1), round(share(applied), 1)) == (23.5, 7.1)
    assert applied[0] < universities[0]


def test_hogeschool_leiden_has_55_international_students_which_is_0_4_percent(
    institutions: Institutions,
) -> None:
    found = institutions["2021/2022", "hbo"]["21RI"]
    assert (found[0], round(share(found), 1)) == (55, 0.4)


@pytest.fixture(scope="module")
def origins(folder: Path) -> dict[str, dict[str, dict[str, int]]]:
    """Study year -> country -> level -> students of Leiden University."""
    found: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for row in read(folder, "nuffic_countries", "studiejaar;brin;land;niveau;aantal"):
        assert row["brin"] == "21PB"
        found[row["studiejaar"]][row["land"]][row["niveau"]] = int(row["aantal"])
    return found


Origins = dict[str, dict[str, dict[str, int]]]
REST = ("overig_eer", "overig_buiten_eer")
EUROPE_OUTSIDE_THE_EEA = {"6039", "5053", "6038"}
OUTSIDE_EUROPE = {
    "6022",
    "6014",
    "6024",
    "7046",
    "6043",
    "6036",
    "6008",
    "7006",
    "5001",
    "7035",
    "5014",
    "8024",
}
COUNTRIES_OF_THE_EEA = 17


def test_students_by_country_add_up_to_those_of_the_institution(
    origins: Origins, institutions: Institutions
) -> None:
    assert set(origins) == {f"{year}/{year + 1}" for year in range(2017, 2023)}
    for year, found in origins.items():
        assert sum(levels["totaal"] for levels in found.values()) == institutions[year, "wo"]["21PB"][0]
        assert all(levels["bachelor"] + levels["master"] == levels["totaal"] for levels in found.values())


def test_4558_students_come_from_the_eea_and_1658_from_elsewhere(origins: Origins) -> None:
    found = origins["2021/2022"]
    outside = OUTSIDE_EUROPE | EUROPE_OUTSIDE_THE_EEA | {"overig_buiten_eer"}
    elsewhere = sum(levels["totaal"] for country, levels in found.items() if country in outside)
    eea = sum(levels["totaal"] for country, levels in found.items() if country not in outside)
    assert (eea, elsewhere) == (4558, 1658)


def test_germany_is_first_at_every_level_and_in_every_year(origins: Origins) -> None:
    for found in origins.values():
        for level in ("bachelor", "master", "totaal"):
            assert max(found, key=lambda country: found[country][level]) == "9089"


def test_china_is_fifth_and_more_often_in_a_masters_programme_as_greece_is(origins: Origins) -> None:
    found = origins["2021/2022"]
    for listed in (found, {country: levels for country, levels in found.items() if country not in REST}):
        assert sorted(listed, key=lambda country: -listed[country]["totaal"])[4] == "6022"
    assert found["6022"]["master"] > found["6022"]["totaal"] / 2
    assert found["6003"]["master"] > found["6003"]["bachelor"]


def test_most_listed_countries_are_european(origins: Origins) -> None:
    listed = [country for country in origins["2021/2022"] if country not in REST]
    order = sorted(listed, key=lambda country: -origins["2021/2022"][country]["totaal"])
    for shown in (10, 15, 20, len(order)):
        assert sum(countries()[country].europe for country in order[:shown]) > shown / 2


@pytest.fixture(scope="module")
def respondents(folder: Path) -> list[Row]:
    return read(folder, "survey", "jaar;gewicht;nationaliteit;home_language_other;willing_to_help")


def weighted(rows: list[Row], item: str, group: str | None = None) -> float:
    mine = [row for row in rows if row[item] and group in (None, row["nationaliteit"])]
    yes = sum(float(row["gewicht"]) for row in mine if row[item] == "ja")
    return 100 * yes / sum(float(row["gewicht"]) for row in mine)


def test_ten_percent_of_the_respondents_are_not_dutch(respondents: list[Row]) -> None:
    groups = Counter(row["nationaliteit"] for row in respondents)
    assert 4900 < len(respondents) < 5100
    assert round(100 * groups["niet_nederlands"] / len(respondents)) == 10


def test_weights_bring_internationals_to_their_share_of_all_residents(respondents: list[Row]) -> None:
    weight = {
        group: sum(float(row["gewicht"]) for row in respondents if row["nationaliteit"] == group)
        for group in ("nederlands", "niet_nederlands")
    }
    assert 12.5 < 100 * weight["niet_nederlands"] / sum(weight.values()) < 13.7


def test_one_in_five_speaks_another_language_at_home(respondents: list[Row]) -> None:
    assert round(weighted(respondents, "home_language_other")) == 20


def test_33_percent_of_non_dutch_and_14_percent_of_dutch_respondents_are_willing_to_help(
    respondents: list[Row],
) -> None:
    found = [weighted(respondents, "willing_to_help", group) for group in ("niet_nederlands", "nederlands")]
    assert [round(percent) for percent in found] == [33, 14]
    assert all(abs(percent - round(percent)) < 0.3 for percent in found)


def test_some_respondents_leave_an_item_unanswered(respondents: list[Row]) -> None:
    for item in ("home_language_other", "willing_to_help"):
        assert {row[item] for row in respondents} == {"ja", "nee", ""}
