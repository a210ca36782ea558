"""Pages 13 to 15: how many international children there are, where they live, and of which nationality."""

from __future__ import annotations

import pytest

from internationals.pages import check, compose
from internationals.shapes import Page, Release
from tests.pages.people import SMALL_ONLY, people, without_places
from tests.pages.releases import SUPPRESSED, Cells, only_years, withheld
from tests.pages.test_published_figures import text

YOUNGEST, OLDER, NATIONALITY = "13-children-youngest", "14-children-older", "15-children-nationality"


def page(source: Release, name: str, language: str = "en") -> Page:
    return next(made for made in compose(source, chosen=[name]) if made.language == language)


def said(source: Release, name: str, language: str = "en") -> str:
    return text(page(source, name, language))


@pytest.mark.parametrize(
    ("name", "language", "published"),
    [
        (YOUNGEST, "nl", ("1.641 internationale kinderen", "446", "787", "408", "De meerderheid")),
        (YOUNGEST, "en", ("1,641 international children", "446", "787", "408", "The majority")),
        (YOUNGEST, "en", ("more than 20 of them in each of these neighbourhoods: Slaaghwijk, Groenoord",)),
        (OLDER, "nl", ("Meer dan 40 van hen wonen er in elk van deze buurten: Noorderkwartier, Slaaghwijk",)),
        (OLDER, "en", ("12 to 17 years are Slaaghwijk and Noorderkwartier. In Slaaghwijk there are 60.",)),
        (NATIONALITY, "nl", ("1.641", "446", "787", "408", "de Italiaanse nationaliteit het meest voor: 43")),
        (NATIONALITY, "nl", ("de Italiaanse, met 98 kinderen", "de Syrische, met 56 kinderen")),
        (NATIONALITY, "en", ("with 43 children", "Italian nationality is the most common, with 98 children")),
        (NATIONALITY, "en", ("Syrian nationality is the most common, with 56 children",)),
    ],
)
def test_a_page_says_the_published_figures(name: str, language: str, published: tuple[str, ...]) -> None:
    found = said(people(SMALL_ONLY), name, language)
    assert [figure for figure in published if figure not in found] == []


def test_the_headlines_name_the_leading_neighbourhoods() -> None:
    source = people(SMALL_ONLY)
    assert page(source, YOUNGEST).headline == (
        "Neighbourhoods with the most international children aged 0 to 3 years: Slaaghwijk, Groenoord and "
        "Noorderkwartier"
    )
    assert page(source, OLDER, "nl").headline == (
        "Buurten met de meeste internationale kinderen van 4 tot en met 17 jaar: Slaaghwijk, Noorderkwartier en "
        "Haagweg-Zuid"
    )
    assert page(source, NATIONALITY).headline == "Leiden counts 1,641 international children"


def test_all_neighbourhoods_that_share_the_last_place_are_named() -> None:
    tie: Cells = {("2022", "05460602", "0-3"): 30}
    assert "Noorderkwartier and Hoge Mors" in page(people(children_neighbourhood=tie), YOUNGEST).headline


def test_when_a_hidden_number_could_be_larger_the_order_is_that_of_the_numbers_shown() -> None:
    # Without a policy that says how small a hidden number is, 446 less what is known could all be there.
    hidden: Cells = {("2022", "05460302", "0-3"): SUPPRESSED}
    said_now = said(people(children_neighbourhood=hidden), YOUNGEST)
    assert "as far as the numbers are shown: Slaaghwijk, Groenoord and Noorderkwartier" in said_now
    assert "Of the neighbourhoods whose number is shown" in said_now
    assert (
        "as far as the numbers"
        not in page(people(SMALL_ONLY, children_neighbourhood=hidden), YOUNGEST).headline
    )


def test_less_than_half_born_here_is_no_majority() -> None:
    source = people(children_born_nl={("2022", "0-17"): 820})
    assert "majority" not in said(source, YOUNGEST)
    assert "Of the international children, 50% were born in the Netherlands." in said(source, YOUNGEST)
    assert "majority" in said(people(children_born_nl={("2022", "0-17"): 821}), YOUNGEST)


def test_a_threshold_that_one_neighbourhood_passes_names_it() -> None:
    one: Cells = {("2022", place, "4-11"): 40 for place in ("05460301", "05460506")}
    assert "There are more than 40 of them in Slaaghwijk." in said(people(children_neighbourhood=one), OLDER)


def test_two_nationalities_can_share_the_lead() -> None:
    found = said(people(SMALL_ONLY, children_nationality={("2022", "0072", "0-3"): 43}), NATIONALITY)
    assert "these nationalities are equally and the most common: Italian and Polish, each with 43" in found


def test_the_maps_of_both_pages_have_one_scale() -> None:
    charts = [chart for name in (YOUNGEST, OLDER) for chart in page(people(), name).charts]
    assert [chart.kind for chart in charts] == ["bubble_map"] * 3
    assert [chart.scale for chart in charts] == [60, 60, 60]


@pytest.mark.parametrize("name", [YOUNGEST, OLDER, NATIONALITY])
@pytest.mark.parametrize(
    "source",
    [
        withheld(people()),
        withheld(people(SMALL_ONLY)),
        only_years(people(), "2022"),
        without_places(people()),
    ],
    ids=["withheld", "withheld by a known policy", "a single year", "without places"],
)
def test_other_releases_compose(source: Release, name: str) -> None:
    found = [said(source, name, language) for language in ("nl", "en")]
    assert all(found) and not any("None" in each or " ." in each.replace(" . ", "") for each in found)


def test_a_release_in_which_all_is_withheld_names_no_place_and_no_nationality() -> None:
    source = withheld(people(SMALL_ONLY))
    assert check(source) == ()
    for name in (YOUNGEST, OLDER, NATIONALITY):
        found = said(source, name)
        assert "Slaaghwijk" not in found and "Italian" not in found and "1,641" not in found
