"""Pages 33 to 35: the share of international students, their institutions and the countries they come from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from internationals.pages import compose
from internationals.shapes import Dimension, Page, Release, by_id
from tests.pages.releases import Cells, Key, card, only_years, release, replaced, table, withheld, years
from tests.pages.test_published_figures import text

YEARS = ("2006", "2020", "2021")
SHARE, INSTITUTIONS, COUNTRIES = "33-students-share", "34-students-institutions", "35-students-countries"
UNIVERSITIES = {
    "21PB": ("Universiteit Leiden", (684, 5600, 6216), (18000, 33000, 33783)),
    "21PJ": ("Universiteit Maastricht", (2880, 11000, 12400), (12000, 21000, 22302)),
    "21PK": ("Universiteit van Amsterdam", (1668, 11000, 11900), (26900, 41000, 41900)),
}
APPLIED = {"21RI": ("Hogeschool Leiden", 55, 12800), "30GB": ("Fontys", 6000, 44000)}
NATIONAL = {"wo": (13000, 200000, 82340, 350383), "hbo": (20000, 380000, 34321, 483394)}
# By country: bachelor and master; the code of Germany before 1990 is another country.
BY_COUNTRY = {
    "9089": ("Duitsland", "Germany", 831, 409),
    "7044": ("Italië", "Italy", 325, 235),
    "6037": ("Spanje", "Spain", 206, 149),
    "6003": ("Griekenland", "Greece", 141, 194),
    "6022": ("China", "China", 114, 204),
    "5002": ("Frankrijk", "France", 177, 123),
}


def dimension(name: str, **codes: str) -> Dimension:
    return Dimension(
        name, {"nl": name, "en": name}, {code: {"nl": text, "en": text} for code, text in codes.items()}
    )


def students(municipality: str = "GM0546", **changes: Cells) -> Release:
    who = dimension("students", international="international", all="all")
    universities: dict[Key, float] = {
        (year, code, kind): float(values[place])
        for code, (_, international, everyone) in UNIVERSITIES.items()
        for kind, values in (("international", international), ("all", everyone))
        for place, year in enumerate(YEARS)
    }
    applied: dict[Key, float] = {
        ("2021", code, kind): float(value)
        for code, (_, international, everyone) in APPLIED.items()
        for kind, value in (("international", international), ("all", everyone))
    }
    national: dict[Key, float] = {
        (year, sector, kind): float(value)
        for sector, values in NATIONAL.items()
        for (year, kind), value in zip(
            [(year, kind) for year in ("2006", "2021") for kind in ("international", "all")],
            values,
            strict=True,
        )
    }
    by_country: dict[Key, float] = {
        (year, code, level): float(value)
        for year in ("2020", "2021")
        for code, (_, _, bachelor, master) in BY_COUNTRY.items()
        for level, value in (("bachelor", bachelor), ("master", master), ("all", bachelor + master))
    }
    country = Dimension(
        "country",
        {"nl": "Land", "en": "Country"},
        {code: {"nl": nl, "en": en} for code, (nl, en, *_) in BY_COUNTRY.items()},
    )
    made = (
        table(
            card(
                "students_universities",
                years(YEARS),
                dimension("institution", **{code: name for code, (name, *_) in UNIVERSITIES.items()}),
                who,
            ),
            universities,
        ),
        table(
            card(
                "students_applied_sciences",
                years(YEARS),
                dimension("institution", **{code: name for code, (name, *_) in APPLIED.items()}),
                who,
            ),
            applied,
        ),
        table(card("students_sector", years(YEARS), dimension("sector", wo="wo", hbo="hbo"), who), national),
        table(
            card(
                "students_country",
                years(("2020", "2021")),
                country,
                dimension("level", all="all", bachelor="bachelor", master="master"),
            ),
            by_country,
        ),
        table(
            card("students_region", years(("2020", "2021")), dimension("region", eea="eea", other="other")),
            {("2021", "eea"): 4558.0, ("2021", "other"): 1658.0},
        ),
    )
    source = release(replaced(by_id(made), changes))
    own = {**source.manifest["municipality"], "code": municipality}
    return replace(source, manifest={**source.manifest, "municipality": own})


def page(source: Release, name: str, language: str = "en") -> Page:
    return next(found for found in compose(source, chosen=[name]) if found.language == language)


@pytest.mark.parametrize(
    ("name", "published"),
    [
        (SHARE, ("18.4%", "3.8%", "2006/2007", "2021/2022", "23.5%", "lower than the national")),
        (
            INSTITUTIONS,
            ("55 international", "0.4%", "7.1%", "55.6%", "the majority", "third among universities"),
        ),
        (COUNTRIES, ("4,558 (73%)", "1,658 (27%)", "Germany (1,240)", "ranking fifth", "Greece and China")),
    ],
)
def test_the_published_figures_are_there(name: str, published: tuple[str, ...]) -> None:
    found = text(page(students(), name))
    assert [figure for figure in published if figure not in found] == []


def test_the_headline_of_the_share_says_how_many_times_in_how_many_years() -> None:
    assert page(students(), SHARE).headline == (
        "In 15 years, the share of international students at Universiteit Leiden has become nearly five times as large"
    )
    assert "bijna vijf keer" in page(students(), SHARE, "nl").headline


def test_a_share_that_fell_is_said_to_have_fallen() -> None:
    fallen = students(students_universities={("2021", "21PB", "international"): 600.0})
    assert page(fallen, SHARE).headline.endswith("fell from 3.8% to 1.8%")


def test_a_municipality_without_an_institution_reads_of_the_country() -> None:
    elsewhere = students("GM0537")
    assert page(elsewhere, SHARE).headline == (
        "At universities in the Netherlands, 23.5% of students are international"
    )
    assert "ranks" not in text(page(elsewhere, INSTITUTIONS))
    assert len(page(elsewhere, SHARE).charts[0].series) == 1


def test_another_university_city_reads_of_its_own() -> None:
    assert "Universiteit Maastricht" in page(students("GM0935"), SHARE).headline


def test_an_institution_that_did_not_report_takes_no_place() -> None:
    cells = dict.fromkeys([("2021", "21PK", "international"), ("2021", "21PK", "all")])
    source = students()
    found = source.tables["students_universities"]
    kept = {key: cell for key, cell in found.cells.items() if key not in cells}
    without = replace(source, tables={**source.tables, "students_universities": replace(found, cells=kept)})
    assert "two universities" in text(page(without, INSTITUTIONS))
    assert "ranks second among universities by number" in text(page(without, INSTITUTIONS))


def test_the_first_country_of_before_is_claimed_only_when_it_led() -> None:
    assert "in all earlier years too" in text(page(students(), COUNTRIES))
    another = students(students_country={("2020", "7044", "all"): 5000.0})
    assert "in all earlier years too" not in text(page(another, COUNTRIES))


def test_the_leader_of_the_master_can_be_another() -> None:
    other = students(students_country={("2021", "6022", "master"): 900.0})
    assert page(other, COUNTRIES).headline == "The largest group of international students is from Germany"


def test_the_institution_is_named_only_when_its_number_is_that_of_the_countries() -> None:
    assert "Universiteit Leiden has 6,216" in text(page(students(), COUNTRIES))
    assert "the institution has 6,217" in text(
        page(students(students_region={("2021", "other"): 1659.0}), COUNTRIES)
    )


@pytest.mark.parametrize("name", [SHARE, INSTITUTIONS, COUNTRIES])
@pytest.mark.parametrize(
    "source", [withheld(students()), only_years(students(), "2021")], ids=["withheld", "a single year"]
)
def test_other_releases_compose(source: Release, name: str) -> None:
    for language in ("nl", "en"):
        assert "None" not in text(page(source, name, language))


def test_countries_of_another_year_than_the_institutions_do_not_stop_the_page() -> None:
    source = students()
    later = {
        name: replace(found, card=replace(found.card, moment=moment))
        for name, moment in (("students_universities", "2022/2023"), ("students_region", "2021/2022"))
        for found in (source.tables[name],)
    }
    mixed = replace(source, tables={**source.tables, **later})
    assert "4,558 (73%)" in text(page(mixed, COUNTRIES))
