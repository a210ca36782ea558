"""Pages 10, 11 and 12: what the publication states, and what it states wrongly, with the figures it had."""

from __future__ import annotations

import pytest

from internationals.pages import check, compose
from internationals.shapes import Cell, Page, Release, Status
from tests.pages.flow_releases import monitor
from tests.pages.releases import SUPPRESSED, only_years, withheld
from tests.pages.test_published_figures import text


def page_of(source: Release, number: int, language: str = "en") -> Page:
    return next(page for page in compose(source) if (page.number, page.language) == (number, language))


def said(source: Release, number: int, language: str = "en") -> str:
    return text(page_of(source, number, language))


@pytest.mark.parametrize(
    ("number", "language", "sentences"),
    [
        (
            10,
            "en",
            (
                "The vast majority of arrivals and departures is of internationals aged 18 to 39 years: 81% and",
                "Among arrivals, the largest age group is that of group 18-26",
                "Among departures, the largest age group is that of group 27-39",
                "Children aged 0 to 17 years make up 7% of arrivals.",
                "The age group of 40 to 54 years makes up 10% of arrivals.",
                "aged 18 to 26 years rose from 1,681 to 1,919, after a fall in 2020.",
                "aged 27 to 39 years rose from 1,074 to 1,362, after a fall in 2020.",
                "aged 27 to 39 years fell from 1,547 to 1,205, after a rise in 2020.",
            ),
        ),
        (
            10,
            "nl",
            (
                "De grote meerderheid van de vestigingen en vertrekken is van internationals van 18 tot en met 39",
                "Kinderen van 0 tot en met 17 jaar vormen 7% van de vestigingen.",
                "steeg van 1.681 naar 1.919, na een daling in 2020.",
            ),
        ),
        (
            11,
            "en",
            (
                "57% of internationals have lived in Leiden for less than 3 years",
                "27% have lived in Leiden for less than 1 year, 30% for 1 to 3 years and 43% for 3 years or longer",
                "larger than on 1 January 2021, when it was 23%.",
                "34% of internationals have lived at their present address for less than 1 year, 29% for 1 to 3 years "
                "and 37% for 3 years or longer.",
                "largest in the age group of group 18-26: 36%",
                "largest for the Chinese nationality: 35%",
                "For the Syrian nationality, arrivals peaked in 2016; their number has fallen since then from 200",
                "the majority of them, 71%, have lived there for 3 years or longer",
            ),
        ),
        (
            11,
            "nl",
            (
                "57% van de internationals woont korter dan 3 jaar in Leiden",
                "34% van de internationals korter dan 1 jaar op het huidige adres, 29% al 1 tot 3 jaar en 37% al 3 jaar",
            ),
        ),
        (
            12,
            "en",
            (
                "For the fourth year in a row, fewer Dutch nationals came to Leiden from abroad: 478 in 2021",
                "It is the fourth fall in a row: in 2017, the number was still 652.",
                "there was no steady course",
                "82 are aged 0 to 17 years; that is 17%.",
                "clearly larger than among the internationals who settle in Leiden: 7%.",
                "The age group of 40 to 54 years makes up 20% of returning Dutch nationals.",
                "that share is clearly smaller: 10%.",
            ),
        ),
        (
            12,
            "nl",
            ("Voor het vierde jaar op rij", "478 in 2021", "zijn er 82 van", "dat is 17%", "20%", "10%"),
        ),
    ],
)
def test_a_page_says_what_the_publication_says(
    number: int, language: str, sentences: tuple[str, ...]
) -> None:
    body = said(monitor(), number, language)
    assert [sentence for sentence in sentences if sentence not in body] == []


def test_half_under_three_years_is_only_said_when_it_is_so() -> None:
    assert (
        "half" not in said(monitor(), 11).casefold() and "helft" not in said(monitor(), 11, "nl").casefold()
    )
    half = monitor(duration_settled={("2022", "1-3"): 3336, ("2022", "3+"): 7236})
    assert (
        page_of(half, 11).headline
        == "Half of internationals (50%) have lived in Leiden for less than 3 years"
    )
    published = monitor(duration_settled={("2022", "0-1"): 4920, ("2022", "1-3"): 4197, ("2022", "3+"): 5355})
    assert page_of(published, 11).headline == (
        "Nearly two thirds of internationals (63%) have lived in Leiden for less than 3 years"
    )
    assert page_of(published, 11, "nl").headline == (
        "Bijna twee derde van de internationals (63%) woont korter dan 3 jaar in Leiden"
    )


def test_a_difference_of_five_points_is_much_and_one_of_less_is_not() -> None:
    before = ("2021", "0-1")
    assert "is much larger than on 1 January 2021" in said(
        monitor(duration_settled={before: 13993 * 0.2194}), 11
    )
    assert "is larger than on 1 January 2021" in said(monitor(duration_settled={before: 13993 * 0.2196}), 11)
    assert "is much smaller" in said(monitor(duration_settled={before: 13993 * 0.33}), 11)
    assert "is smaller" in said(monitor(duration_settled={before: 13993 * 0.30}), 11)
    assert "is the same as on" in said(monitor(duration_settled={before: 13993 * 0.27}), 11)


def test_a_group_without_one_largest_has_no_mode() -> None:
    equal = monitor(arrivals_age={("2021", "27-39"): 1919, ("2021", "40-54"): 0})
    assert "Among arrivals, the largest" not in said(equal, 10)
    assert "Among departures, the largest" in said(equal, 10)


def test_a_withheld_small_group_does_not_hide_the_largest_one() -> None:
    assert "the largest age group is that of group 18-26" in said(
        monitor(arrivals_age={("2021", "75+"): SUPPRESSED}), 10
    )
    assert "largest in the age group of group 18-26" in said(
        monitor(duration_settled_age={("2022", "75+", "0-1"): SUPPRESSED}), 11
    )


def test_a_minority_is_not_called_a_majority() -> None:
    few = monitor(arrivals_age={("2021", "18-26"): 500, ("2021", "27-39"): 500})
    assert page_of(few, 10).headline == ("In 2021, 25% of arrivals are of internationals aged 18 to 39 years")
    most = monitor(arrivals_age={("2021", "18-26"): 1200})
    assert page_of(most, 10).headline.startswith("Most arrivals and departures are of internationals")


@pytest.mark.parametrize(
    ("last", "headline", "body"),
    [
        (508, "For the fourth year in a row, fewer", "fell slightly compared with 2020, from 509 to 508."),
        (509, "In 2021, 509 Dutch nationals came", "The number is the same as in 2020."),
        (520, "More Dutch nationals came to Leiden from abroad in 2021 than in 2020", "rose slightly"),
        (700, "More Dutch nationals came", "rose strongly compared with 2020, from 509 to 700 (38%)"),
        (300, "For the fourth year in a row, fewer", "fell strongly compared with 2020"),
    ],
)
def test_the_headline_on_return_follows_the_figures(last: int, headline: str, body: str) -> None:
    source = monitor(repats={("2021",): last})
    assert page_of(source, 12).headline.startswith(headline)
    assert body in said(source, 12)


def test_five_rises_in_a_row_are_called_so() -> None:
    rising = monitor(repats={(str(year),): 660 + year - 2018 for year in range(2018, 2022)})
    assert page_of(rising, 12, "nl").headline.startswith("Voor het vijfde jaar op rij vestigden zich meer")
    assert "It is the fifth rise in a row" in said(rising, 12)


def test_two_falls_in_a_row_are_no_run() -> None:
    source = monitor(repats={("2019",): 700})
    assert page_of(source, 12).headline.startswith("Fewer Dutch nationals came to Leiden")
    assert "in a row" not in said(source, 12)


@pytest.mark.parametrize(
    ("table", "key", "number", "sentences"),
    [
        ("arrivals_age", ("2021", "18-26"), 10, ("81%", "1,919", "The vast majority of arrivals")),
        ("arrivals_age", ("2020", "18-26"), 10, ("1,681", "aged 18 to 26 years rose")),
        ("arrivals_age", ("2021", "4-11"), 10, ("Children aged",)),
        ("departures_age", ("2021", "27-39"), 10, ("1,205", "The vast majority of departures")),
        ("duration_settled", ("2022", "1-3"), 11, ("57%", "30% for")),
        ("duration_settled", ("2021", "0-1"), 11, ("23%", "larger than on 1 January")),
        ("duration_address", ("2022", "0-1"), 11, ("34%", "larger than for residence")),
        ("duration_settled_nationality", ("2022", "0307", "0-1"), 11, ("the Chinese nationality: 35%",)),
        ("duration_settled_nationality", ("2022", "0336", "3+"), 11, ("the majority of them", "71%")),
        ("arrivals_nationality", ("2016", "0336"), 11, ("peaked in 2016", "from 200")),
        ("residents_group", ("2022", "international"), 11, ("57%", "27% have", "34% of")),
        ("repats", ("2021",), 12, ("478", "fourth", "17%", "lowest number")),
        ("repats", ("2018",), 12, ("fourth",)),
        ("repats_age", ("2021", "0-3"), 12, ("82 are", "17%", "clearly larger")),
        ("arrivals_age", ("2021", "12-17"), 12, (": 7%.", "clearly larger")),
        ("repats_caribbean", ("2021",), 12, ("54 come",)),
    ],
)
def test_a_withheld_cell_takes_every_sentence_that_rests_on_it_with_it(
    table: str, key: tuple[str, ...], number: int, sentences: tuple[str, ...]
) -> None:
    whole, without = said(monitor(), number), said(monitor(**{table: {key: SUPPRESSED}}), number)
    assert [sentence for sentence in sentences if sentence not in whole] == []
    assert [sentence for sentence in sentences if sentence in without] == []


@pytest.mark.parametrize(
    ("table", "key", "value", "number", "gone"),
    [
        (
            "arrivals_age",
            ("2021", "18-26"),
            900,
            10,
            ("81%", "1,919", "vast majority of arrivals", "group 18-26"),
        ),
        ("duration_settled", ("2022", "0-1"), 2000, 11, ("57%", "27%", "is larger than on")),
        ("duration_settled_nationality", ("2022", "0307", "0-1"), 100, 11, ("Chinese nationality",)),
        ("arrivals_nationality", ("2021", "0336"), 300, 11, ("peaked",)),
        ("repats", ("2021",), 600, 12, ("478", "fourth", "17%", "lowest")),
        ("repats_age", ("2021", "0-3"), 0, 12, ("82 are", "17%")),
        ("arrivals_age", ("2021", "40-54"), 1000, 12, ("10%", "clearly smaller")),
    ],
)
def test_another_number_changes_every_sentence_that_rests_on_it(
    table: str, key: tuple[str, ...], value: float, number: int, gone: tuple[str, ...]
) -> None:
    whole, changed = said(monitor(), number), said(monitor(**{table: {key: value}}), number)
    assert [sentence for sentence in gone if sentence not in whole] == []
    assert [sentence for sentence in gone if sentence in changed] == []


def test_a_break_between_the_years_ends_the_run_and_the_comparison() -> None:
    source = monitor(repats={("2021",): Cell(478, Status.BREAK)})
    assert "in a row" not in said(source, 12) and "fell" not in said(source, 12)


def test_nothing_is_wrong_with_the_pages_whatever_is_withheld() -> None:
    for source in (
        monitor(),
        withheld(monitor()),
        withheld(monitor(), keep=3),
        only_years(monitor(), "2021"),
        only_years(monitor(), "2021", "2022"),
    ):
        assert check(source) == ()
        for page in compose(source):
            if page.number in (2, 3, 4, 10, 11, 12):
                assert "None" not in text(page)


def test_with_everything_withheld_the_pages_still_say_what_they_are_about() -> None:
    source = withheld(monitor())
    assert page_of(source, 10).headline == "Arrivals and departures of internationals in Leiden by age"
    assert page_of(source, 11).headline == "How long internationals have lived in Leiden"
    assert page_of(source, 12).headline == "Dutch nationals coming to Leiden from abroad"
    for number in (10, 11, 12):
        assert "%" not in said(source, number)


def test_the_charts_show_the_shares_that_the_text_cites() -> None:
    settled, by_age, by_nationality, address = page_of(monitor(), 11).charts
    assert {chart.kind for chart in (settled, by_age, by_nationality, address)} == {"stacked_bars"}
    shown = [round(series.cells[-1].value or 0) for series in settled.series]
    assert shown == [27, 30, 43]
    assert [round(series.cells[-1].value or 0) for series in address.series] == [34, 29, 37]
    assert len(by_age.categories) == 9 and len(by_nationality.categories) == 9
    _, _, ages = page_of(monitor(), 10).charts
    assert ages.unit == "percent" and ages.series[0].cells[5].value == pytest.approx(100 * 405 / 4049)
