"""One page per nationality: which ones, in what order, and what each says, is decided by the figures."""

from __future__ import annotations

import math

import pytest

from internationals.pages import check, compose
from internationals.shapes import Cell, Page, Release, Status
from tests.pages.people import SMALL_ONLY, people, without_places
from tests.pages.releases import STOCK_YEARS, SUPPRESSED, Cells, only_years, withheld
from tests.pages.test_published_figures import text

DUTCH, ITALIAN, GERMAN, BRITISH = "0001", "0064", "0055", "0060"
CHINESE, FRENCH, AMERICAN, SYRIAN = "0307", "0057", "0223", "0336"


def profile(source: Release, code: str, language: str = "en") -> Page:
    made = compose(source, chosen=["17-profile"])
    return next(page for page in made if page.id == f"17-profile-{code}" and page.language == language)


def profiles(source: Release, language: str = "en") -> list[Page]:
    return [
        page for page in compose(source) if page.id.startswith("17-profile") and page.language == language
    ]


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, str], Page]:
    return {(page.id.removeprefix("17-profile-"), page.language): page for page in compose(people())}


def test_there_is_a_page_for_the_dutch_and_for_the_nine_most_common_foreign_nationalities() -> None:
    made = profiles(people())
    assert [page.number for page in made] == list(range(17, 27))
    assert [page.title.split()[0] for page in made] == [
        *("Dutch", "Italian", "German", "Polish", "British"),
        *("Chinese", "French", "Spanish", "American", "Syrian"),
    ]


def test_with_other_figures_another_order_but_the_same_addresses() -> None:
    more_syrians = people(residents_nationality={("2022", SYRIAN): 2000})
    made = profiles(more_syrians)
    assert [page.title.split()[0] for page in made][:3] == ["Dutch", "Syrian", "Italian"]
    assert {page.slug for page in made} == {page.slug for page in profiles(people())}
    assert profile(more_syrians, SYRIAN, "nl").slug == "nationaliteit-syrische"
    assert profile(more_syrians, SYRIAN).alternates["nl"] == "nationaliteit-syrische"
    assert profile(more_syrians, SYRIAN).charts[0].id == "profile-by-year-0336"


@pytest.mark.parametrize(
    ("code", "dutch", "english"),
    [
        (
            DUTCH,
            "groeide sinds 2012 met 2%, minder dan bij elk van de meest voorkomende buitenlandse nationaliteiten",
            "grew by 2% since 2012, less than for each of the most common foreign nationalities",
        ),
        (
            ITALIAN,
            "van 27 tot en met 39 jaar; relatief veel mannen",
            "aged 27 to 39 years; relatively many men",
        ),
        (
            GERMAN,
            "van 18 tot en met 26 jaar; relatief veel vrouwen",
            "aged 18 to 26 years; relatively many women",
        ),
        (
            BRITISH,
            "met 14%, minder dan bij elk van de andere meest voorkomende buitenlandse nationaliteiten; "
            "relatief veel mannen",
            "by 14% since 2012, less than for each of the other most common foreign nationalities; "
            "relatively many men",
        ),
        (
            CHINESE,
            "van 18 tot en met 39 jaar, het duidelijkst van 18 tot en met 26 jaar; relatief vaak in "
            "Boerhaavedistrict",
            "aged 18 to 39 years, most clearly 18 to 26 years; relatively often in Boerhaavedistrict",
        ),
        (FRENCH, "wonen relatief vaak in de binnenstad", "live relatively often in the inner city"),
        (AMERICAN, "daalde sterk in 2020", "fell strongly in 2020"),
        (
            SYRIAN,
            "steeg tot 2020 en daalt sindsdien; relatief veel kinderen; relatief vaak in Leiden-Noord, per buurt in "
            "Slaaghwijk",
            "rose until 2020 and has fallen since; relatively many children; relatively often in Leiden-Noord, by "
            "neighbourhood in Slaaghwijk",
        ),
    ],
)
def test_the_headline_is_the_finding(
    pages: dict[tuple[str, str], Page], code: str, dutch: str, english: str
) -> None:
    assert dutch in pages[code, "nl"].headline
    assert english in pages[code, "en"].headline


def test_the_published_counts_and_growth_are_there(pages: dict[tuple[str, str], Page]) -> None:
    assert "rose from 667 to 1,253, an increase of 88%" not in text(pages[ITALIAN, "en"])
    assert "risen from 667 to 1,253, an increase of 88%" in text(pages[ITALIAN, "en"])
    assert "steeg dat aantal van 790 naar 1.162, een toename van 47%" in text(pages[GERMAN, "nl"])


def test_the_american_fall_tells_of_the_residents_and_of_the_arrivals() -> None:
    arrivals: Cells = {("2019", AMERICAN): 160, ("2020", AMERICAN): 90}
    said = text(profile(people(arrivals_nationality=arrivals), AMERICAN))
    assert "In the course of 2020 it fell strongly: from 478 to 402, a decrease of 16%." in said
    assert (
        "The number of arrivals in that year was much lower than the year before, too: 90 against 160."
        in said
    )
    more: Cells = {("2019", AMERICAN): 90, ("2020", AMERICAN): 160}
    said = text(profile(people(arrivals_nationality=more), AMERICAN))
    assert "was higher than the year before, however: 160 against 90" in said


def test_a_fall_of_less_than_a_sixth_is_not_strong() -> None:
    smaller: Cells = {("2021", AMERICAN): 407}
    assert "fell strongly" not in text(profile(people(residents_nationality=smaller), AMERICAN))


def test_a_strong_fall_of_long_ago_is_no_news() -> None:
    early: Cells = {("2013", AMERICAN): 250, ("2021", AMERICAN): 440}
    assert "fell strongly" not in text(profile(people(residents_nationality=early), AMERICAN))


@pytest.mark.parametrize(
    ("code", "changes", "gone"),
    [
        (SYRIAN, {"residents_nationality": {("2022", SYRIAN): 453}}, "has fallen since"),
        (SYRIAN, {"residents_nationality": {("2021", SYRIAN): SUPPRESSED}}, "has fallen since"),
        (SYRIAN, {"residents_nationality": {("2021", SYRIAN): Cell(452, Status.BREAK)}}, "has fallen since"),
        (
            SYRIAN,
            {"residents_nationality_age": {("2022", SYRIAN, "4-11"): 5, ("2022", SYRIAN, "12-17"): 5}},
            "relatively many children",
        ),
        (
            SYRIAN,
            {"residents_nationality_age": {("2022", SYRIAN, "4-11"): SUPPRESSED}},
            "relatively many children",
        ),
        (ITALIAN, {"residents_nationality_sex": {("2022", ITALIAN, "M"): 640}}, "relatively many men"),
        (ITALIAN, {"residents_nationality_sex": {("2022", ITALIAN, "M"): SUPPRESSED}}, "relatively many men"),
        (ITALIAN, {"residents_sex": {("2022", "total", "M"): 70000}}, "relatively many men"),
        (ITALIAN, {"residents_nationality_age": {("2022", ITALIAN, "27-39"): 250}}, "27 to 39"),
        (
            CHINESE,
            {"residents_nationality_district": {("2022", CHINESE, "054607"): 150}},
            "Boerhaavedistrict",
        ),
        (CHINESE, {"residents_district": {("2022", "total", "054607"): 40000}}, "Boerhaavedistrict"),
        (FRENCH, {"residents_nationality_district": {("2022", FRENCH, "054600"): 100}}, "the inner city"),
        (FRENCH, {"residents_district": {("2022", "total", "054600"): SUPPRESSED}}, "the inner city"),
        (BRITISH, {"residents_nationality": {("2022", BRITISH): 1400}}, "less than for each"),
        (BRITISH, {"residents_nationality": {("2012", SYRIAN): SUPPRESSED}}, "less than for each"),
        (DUTCH, {"residents_nationality": {("2022", "0001"): 150000}}, "less than for each"),
    ],
)
def test_changed_figures_withdraw_the_finding(code: str, changes: dict[str, Cells], gone: str) -> None:
    assert gone in text(profile(people(), code))
    assert gone not in text(profile(people(**changes), code))


def test_a_group_of_under_fifty_is_not_compared_with_the_city() -> None:
    few = {("2022", SYRIAN): 45.0, ("2022", "0331"): 10.0}
    assert "relatively many" not in profile(people(residents_nationality=few), SYRIAN).headline.lower()


@pytest.mark.parametrize("most", [math.inf, SMALL_ONLY])
def test_a_release_in_which_all_is_withheld_still_has_a_page_for_the_dutch(
    most: float,
) -> None:
    source = withheld(people(most))
    assert check(source) == ()
    (page,) = profiles(source)
    assert page.headline == "Residents of Leiden with Dutch nationality"
    assert "a number of residents that is withheld to protect individuals with Dutch nationality" in text(
        page
    )
    (dutch,) = profiles(source, "nl")
    assert "relatief veel" not in text(dutch).split("Een deel van een groep")[0].lower()


def test_a_release_of_a_single_year_says_nothing_of_growth() -> None:
    source = only_years(people(), "2022")
    assert check(source) == ()
    said = text(profile(source, BRITISH))
    assert "Since" not in said and "grew" not in said and "relatively many men" in said


def test_a_release_without_places_says_nothing_of_where_they_live() -> None:
    source = without_places(people())
    assert check(source) == ()
    page = profile(source, FRENCH)
    assert "Where they live" not in text(page) and "inner city" not in text(page)
    assert [chart.id for chart in page.charts] == [
        "profile-by-year-0057",
        "profile-age-0057",
        "profile-sex-0057",
    ]


def test_the_age_profile_stands_beside_that_of_the_city(pages: dict[tuple[str, str], Page]) -> None:
    chart = next(chart for chart in pages[ITALIAN, "nl"].charts if chart.id == "profile-age-0064")
    assert [series.label for series in chart.series] == ["Italiaanse", "Alle inwoners"]
    assert chart.unit == "percent" and "unknown" not in chart.categories


def test_the_years_of_every_profile_are_all_drawn(pages: dict[tuple[str, str], Page]) -> None:
    assert all(pages[code, "en"].charts[0].categories == STOCK_YEARS for code in (DUTCH, ITALIAN, SYRIAN))
