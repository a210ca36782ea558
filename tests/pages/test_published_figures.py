"""The published figures of Leiden come out of the release to the digit, in both languages."""

from __future__ import annotations

import html
import re

import pytest

from internationals.pages import check, compose
from internationals.shapes import Page
from tests.pages.releases import DEPARTURES, FLOW_YEARS, STOCK_YEARS, SUPPRESSED, leiden


def text(page: Page) -> str:
    """Everything that a reader reads on a page, on one line."""
    charts = " ".join(f"{chart.title} {chart.alternative}" for chart in page.charts)
    plain = re.sub(r"<[^>]*>", " ", f"{page.headline} . {page.body} {charts}")
    return " ".join(html.unescape(plain).split())


@pytest.fixture(scope="module")
def pages() -> dict[tuple[int, str], Page]:
    return {(page.number, page.language): page for page in compose(leiden())}


@pytest.mark.parametrize(
    ("number", "language", "published"),
    [
        (5, "nl", ("14.472 internationals", "11,6%", "41.109", "32,9%", "28,4%", "10 jaar eerder", "21,3%")),
        (
            5,
            "en",
            ("14,472 internationals", "11.6%", "41,109", "32.9%", "28.4%", "10 years earlier", "21.3%"),
        ),
        (9, "nl", ("4.049", "2.989", "het verschil is 1.060", "behalve in 2020", "van 4.378 naar 3.452")),
        (9, "en", ("4,049", "2,989", "the difference is 1,060", "except in 2020", "from 4,378 to 3,452")),
        (16, "nl", ("1.253 inwoners", "14.472", "11.315", "toename van 28%", "toename van 2%", "De 9 meest")),
        (
            16,
            "en",
            ("1,253 residents", "14,472", "11,315", "increase of 28%", "increase of 2%", "The 9 most"),
        ),
    ],
)
def test_a_page_says_the_published_figures(
    pages: dict[tuple[int, str], Page], number: int, language: str, published: tuple[str, ...]
) -> None:
    said = text(pages[number, language])
    assert [figure for figure in published if figure not in said] == []


def test_the_share_rises_every_year_except_in_the_year_to_1_january_2021(
    pages: dict[tuple[int, str], Page],
) -> None:
    assert "elk jaar gestegen, met als uitzondering de stand op 1 januari 2021" in text(pages[5, "nl"])
    assert "risen every year, with the exception of 1 January 2021" in text(pages[5, "en"])


def test_the_headline_has_both_shares_of_1_january_2022(pages: dict[tuple[int, str], Page]) -> None:
    assert pages[5, "nl"].headline == (
        "11,6% van de inwoners van Leiden is international, 32,9% heeft een migratieachtergrond"
    )


def test_the_three_loosely_worded_comparisons_of_the_publication_are_not_made(
    pages: dict[tuple[int, str], Page],
) -> None:
    dutch, english = text(pages[9, "nl"]), text(pages[9, "en"])
    # Departures rose by 14% in 2020, which is not slightly.
    assert "vertrekken steeg in dat jaar juist, met 14%" in dutch
    assert "licht" not in dutch and "slightly" not in english
    # Departures of 2021 are below those of 2016-2020 and above those of earlier years.
    assert "laagste aantal sinds 2015" in dutch and "lowest number since 2015" in english
    assert "laagste aantal in de reeks" not in dutch
    # Arrivals of 2021 are above 2020 only among the years just before.
    assert "hoogste aantal" not in dutch and "highest number" not in english


def test_the_comparisons_would_be_made_if_they_were_true() -> None:
    low = leiden(departures={("2021",): min(DEPARTURES) - 1}, arrivals={("2021",): 4379})
    said = {page.language: text(page) for page in compose(low) if page.number == 9}
    assert "laagste aantal in de reeks, die in 2012 begint" in said["nl"]
    assert "highest number in the series" in said["en"]


def test_the_polish_rise_most_and_only_the_british_fall(pages: dict[tuple[int, str], Page]) -> None:
    assert "only the British nationality had fewer arrivals in 2021" in text(pages[9, "en"])
    assert "die bij de Poolse nationaliteit: 80 vestigingen erbij" in text(pages[9, "nl"])


def test_the_nationalities_are_drawn_from_large_to_small_with_the_others_last(
    pages: dict[tuple[int, str], Page],
) -> None:
    (chart,) = pages[16, "nl"].charts
    assert chart.labels[0] == "Italiaanse" and chart.labels[-1] == "Overige nationaliteiten"
    assert [cell.value for cell in chart.series[0].cells] == [
        1253, 1162, 1002, 949, 798, 725, 689, 446, 398, 7050,
    ]  # fmt: skip


def test_the_charts_hold_every_year_and_the_labels_of_the_cards(pages: dict[tuple[int, str], Page]) -> None:
    shares, counts = pages[5, "en"].charts
    assert shares.categories == STOCK_YEARS and shares.unit == "percent" and counts.unit == "persons"
    assert [series.label for series in shares.series] == ["With a migration background", "Internationals"]
    flows, by_nationality = pages[9, "en"].charts
    assert flows.categories == FLOW_YEARS and flows.unit == "events"
    assert len(by_nationality.series) == 9 and by_nationality.table_id == "arrivals_nationality"


def test_pages_come_by_number_with_their_languages_beside_each_other() -> None:
    made = compose(leiden())
    assert [(page.number, page.language) for page in made] == [
        (number, language) for number in (1, 2, 3, 4, 5, 9, 16, 90) for language in ("nl", "en")
    ]
    assert all(page.alternates[page.language] == page.slug for page in made)


def test_a_page_that_mixes_reference_dates_says_so(pages: dict[tuple[int, str], Page]) -> None:
    assert any("not all of the same moment" in note for note in pages[9, "en"].notes)
    assert pages[5, "en"].notes == ()


def test_both_languages_cite_the_same_values(pages: dict[tuple[int, str], Page]) -> None:
    for number in (5, 9, 16):
        assert pages[number, "nl"].cited == pages[number, "en"].cited
        assert "municipality" in pages[number, "nl"].cited


def test_nothing_is_wrong_with_the_built_in_pages_even_when_a_total_is_withheld() -> None:
    assert check(leiden()) == ()
    assert check(leiden(residents_group={("2022", "total"): SUPPRESSED})) == ()
