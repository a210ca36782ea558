"""Page 32: how many status holders there are, of which nationality, and where they live."""

from __future__ import annotations

import pytest

from internationals.pages import compose
from internationals.shapes import Page, Release
from tests.pages.people import SMALL_ONLY, people, without_places
from tests.pages.releases import SUPPRESSED, Cells, only_years, withheld
from tests.pages.test_published_figures import text


def page(source: Release, language: str = "en") -> Page:
    made = compose(source, chosen=["32-status-holders"])
    return next(found for found in made if found.language == language)


def test_the_published_figures_are_there() -> None:
    assert page(people()).headline == "Almost 800 status holders in Leiden, mainly with Syrian nationality"
    assert page(people(), "nl").headline.startswith(
        "Bijna 800 statushouders in Leiden, voornamelijk met de Syrische"
    )
    found = text(page(people()))
    assert "769 status holders" in found and "55% are men and 45% are women" in found
    assert "Bos- en Gasthuisdistrict, Leiden-Noord and Merenwijkdistrict" in found
    assert "fewer than on 1 January 2021, when there were 893" in found


@pytest.mark.parametrize(
    ("holders", "syrians", "headline"),
    [
        (769, 384, "Almost 800 status holders in Leiden, most often with Syrian nationality"),
        (769, 385, "Almost 800 status holders in Leiden, mainly with Syrian nationality"),
        (812, 500, "Just over 800 status holders in Leiden, mainly with Syrian nationality"),
        (800, 500, "800 status holders in Leiden"),
        (850, 500, "850 status holders in Leiden"),
        (30, 20, "30 status holders in Leiden"),
    ],
)
def test_the_headline_follows_the_figures(holders: int, syrians: int, headline: str) -> None:
    source = people(
        status_holders={("2022",): holders},
        status_holders_nationality={("2022", "0336"): syrians, ("2022", "0331"): 0, ("2022", "0499"): 0},
    )
    assert page(source).headline == headline


def test_more_than_the_year_before_is_said_and_as_many_too() -> None:
    assert "more than on 1 January 2021" in text(page(people(status_holders={("2022",): 894})))
    assert "as many as on 1 January 2021" in text(page(people(status_holders={("2022",): 893})))


@pytest.mark.parametrize(
    ("changes", "gone"),
    [
        ({"status_holders": {("2022",): SUPPRESSED}}, "800"),
        ({"status_holders": {("2021",): SUPPRESSED}}, "fewer than"),
        ({"status_holders_nationality": {("2022", "0336"): SUPPRESSED}}, "Syrian"),
        ({"status_holders_sex": {("2022", "M"): SUPPRESSED}}, "are men"),
        ({"status_holders_district": {("2022", "054608"): SUPPRESSED}}, "Merenwijkdistrict"),
    ],
)
def test_a_withheld_figure_withdraws_its_sentence(changes: dict[str, Cells], gone: str) -> None:
    assert gone in text(page(people()))
    assert gone not in text(page(people(**changes)))


@pytest.mark.parametrize(
    "source",
    [withheld(people(SMALL_ONLY)), only_years(people(), "2022"), without_places(people())],
    ids=["withheld", "a single year", "without places"],
)
def test_other_releases_compose(source: Release) -> None:
    assert text(page(source, "nl")) and text(page(source, "en"))
    assert "None" not in text(page(source))
