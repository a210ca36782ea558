"""The same pages with other figures: fewer, falling, equal, withheld. They say what is true, or nothing."""

from __future__ import annotations

import pytest

from internationals.pages import compose, left_out
from internationals.shapes import Cell, Page, Release, Status
from tests.pages.releases import (
    ARRIVALS_BEFORE,
    LISTED,
    STOCK_YEARS,
    SUPPRESSED,
    leiden,
    only_years,
    release,
    withheld,
)
from tests.pages.test_published_figures import text


def said(source: Release, number: int, language: str = "en") -> str:
    return text(page_of(source, number, language))


def page_of(source: Release, number: int, language: str = "en") -> Page:
    return next(page for page in compose(source) if (page.number, page.language) == (number, language))


def test_a_headline_follows_the_figures() -> None:
    assert page_of(leiden(), 9).headline.startswith(
        "More arrivals of internationals in Leiden in 2021 than in 2020"
    )
    fewer = leiden(arrivals={("2021",): 3451})
    assert page_of(fewer, 9).headline.startswith("Fewer arrivals")
    same = leiden(arrivals={("2021",): 3452})
    assert page_of(same, 9).headline.startswith("In 2021, Leiden counts 3,452 arrivals and")


def test_the_share_that_falls_is_said_to_fall() -> None:
    falling = {(year, "international"): 15000 - 100 * i for i, year in enumerate(STOCK_YEARS)}
    body = said(leiden(residents_group=falling), 5)
    assert "the share of internationals has fallen every year" in body
    assert "share of internationals has risen" not in body


def test_a_third_exception_ends_every_year_but_a_few() -> None:
    dips = {
        ("2014", "international"): 11000,
        ("2016", "international"): 11900,
        ("2021", "international"): 13900,
    }
    body = said(leiden(residents_group=dips), 5)
    assert "every year" not in body.split("Migration background")[0]
    assert "Since 1 January 2012, the share of internationals has risen on balance" in body


def test_a_withheld_year_in_the_series_ends_every_claim_about_every_year() -> None:
    body = said(leiden(residents_group={("2015", "international"): SUPPRESSED}), 5)
    assert "Since 2012, the share of internationals" not in body
    assert "Since 1 January 2012, the share of internationals has risen on balance" in body


def test_a_break_in_the_series_ends_it_too() -> None:
    body = said(leiden(residents_group={("2015", "international"): Cell(12300, Status.BREAK)}), 5)
    assert "Since 2012, the share of internationals" not in body


def test_a_provisional_figure_is_called_so() -> None:
    body = said(leiden(residents_group={("2022", "international"): Cell(14472, Status.PROVISIONAL)}), 5)
    assert "14,472 (provisional) internationals" in body


@pytest.mark.parametrize(
    ("table", "key", "number", "sentences"),
    [
        (
            "residents_group",
            ("2022", "international"),
            5,
            ("11.6%", "14,472 internationals", "risen every year, with"),
        ),
        ("residents_group", ("2022", "total"), 5, ("11.6%", "32.9%", "125,037", "21.3%")),
        ("residents_group", ("2012", "migration_background"), 5, ("the share was 28.4%",)),
        ("residents_group", ("2022", "migration_background"), 5, ("41,109", "32.9%")),
        ("arrivals", ("2021",), 9, ("4,049", "1,060", "by 17%", "More arrivals")),
        ("arrivals", ("2020",), 9, ("3,452", "by 17%", "fall of 21%", "More arrivals")),
        ("departures", ("2021",), 9, ("2,989", "1,060", "lowest number since 2015")),
        ("arrivals_nationality", ("2021", "0072"), 9, ("80 additional arrivals",)),
        ("arrivals_nationality", ("2021", "0060"), 9, ("only the British",)),
        (
            "residents_nationality",
            ("2022", "0064"),
            16,
            ("1,253", "the Italian nationality is the most", "51.3%"),
        ),
        ("residents_group", ("2012", "international"), 16, ("11,315", "increase of 28%", "In proportion")),
    ],
)
def test_a_withheld_cell_takes_every_sentence_that_rests_on_it_with_it(
    table: str, key: tuple[str, ...], number: int, sentences: tuple[str, ...]
) -> None:
    assert [sentence for sentence in sentences if sentence not in said(leiden(), number)] == []
    without = said(leiden(**{table: {key: SUPPRESSED}}), number)
    assert [sentence for sentence in sentences if sentence in without] == []


@pytest.mark.parametrize(
    ("table", "key", "value", "number", "gone"),
    [
        ("residents_group", ("2022", "international"), 9000, 5, ("14,472", "risen every year, with")),
        ("arrivals", ("2021",), 2000, 9, ("4,049", "More arrivals", "1,060")),
        ("departures", ("2020",), 3300, 9, ("except in 2020", "departures rose in that year")),
        ("arrivals_nationality", ("2021", "0060"), 900, 9, ("only the British", "80 additional")),
        (
            "residents_nationality",
            ("2022", "0064"),
            500,
            16,
            ("1,253", "the Italian nationality is the most"),
        ),
    ],
)
def test_another_number_changes_every_sentence_that_rests_on_it(
    table: str, key: tuple[str, ...], value: float, number: int, gone: tuple[str, ...]
) -> None:
    assert [sentence for sentence in gone if sentence not in said(leiden(), number)] == []
    changed = said(leiden(**{table: {key: value}}), number)
    assert [sentence for sentence in gone if sentence in changed] == []


def test_with_everything_withheld_the_pages_still_read_well() -> None:
    source = withheld(leiden())
    assert "Leiden counts a number of internationals that is withheld to protect individuals." in said(
        source, 5
    )
    assert (
        "telt Leiden een aantal internationals dat ter bescherming van personen niet wordt genoemd."
        in said(source, 5, "nl")
    )
    assert page_of(source, 16).charts == ()
    for number in (5, 9, 16):
        assert "None" not in said(source, number) and "%" not in said(source, number)


def test_a_release_of_one_year_compares_with_nothing() -> None:
    source = only_years(leiden(), "2021")
    body = said(source, 5)
    assert "13,993 internationals" in body and "earlier" not in body and "Since" not in body
    assert "a year earlier" not in said(source, 9)


def test_a_page_without_any_year_of_its_tables_is_left_out_and_noted() -> None:
    source = only_years(leiden(), "2022")
    assert {page.number for page in compose(source)} == {1, 2, 3, 4, 5, 16, 90}
    (sentence,) = [each for each in left_out(source) if "09-arrivals-departures" in each]
    assert "arrivals" in sentence


def test_a_page_without_its_table_is_left_out_and_noted() -> None:
    tables = dict(leiden().tables)
    del tables["arrivals"]
    assert {page.number for page in compose(release(tables))} == {1, 2, 3, 4, 5, 16, 90}
    (sentence,) = [each for each in left_out(release(tables)) if "09-arrivals-departures" in each]
    assert "needs arrivals" in sentence


def test_two_nationalities_that_share_the_first_place_are_both_named_in_alphabetical_order() -> None:
    shared = leiden(residents_nationality={("2022", "0055"): 1253})
    assert page_of(shared, 16).headline.endswith("most common: German and Italian, each with 1,253 residents")
    assert page_of(shared, 16, "nl").headline.endswith("voor: Duitse en Italiaanse, elk met 1.253 inwoners")


def test_fewer_than_nine_nationalities_are_as_many_as_there_are() -> None:
    few = leiden(residents_nationality={("2022", code): 0 for code in [*list(LISTED)[3:], "0331"]})
    assert "The 3 most common nationalities among them" in said(few, 16)


def test_no_nationality_is_listed_that_a_withheld_one_could_surpass() -> None:
    # Hidden: Indian, and whoever else; what is known adds up to all but 5,100 of the internationals.
    hidden = leiden(residents_nationality={("2022", "0331"): SUPPRESSED, ("2022", "0064"): 6000})
    known = sum(LISTED.values()) - 1253 + 6000
    rest = 14472 - known
    assert rest > 1162, "the example needs a rest that exceeds the second"
    assert "Italian nationality is the most common: 6,000" in page_of(hidden, 16).headline
    assert "German" not in said(hidden, 16)


def test_a_rest_of_one_to_four_persons_is_withheld_and_one_of_five_is_not() -> None:
    def rest(internationals: int) -> Cell:
        made = page_of(leiden(residents_group={("2022", "international"): internationals}), 16)
        return made.charts[0].series[0].cells[-1]

    listed = sum(LISTED.values())
    assert rest(listed + 4).status is Status.SUPPRESSED
    assert rest(listed + 1).status is Status.SUPPRESSED
    assert rest(listed + 5).value == 5
    assert rest(listed).value == 0


def test_slight_begins_under_five_percent_and_strong_at_fifteen() -> None:
    def sentence(last: float) -> str:
        return said(leiden(arrivals={("2020",): 2000, ("2021",): last}), 9)

    assert "arrivals rose slightly" in sentence(2099)
    assert "arrivals rose compared" in sentence(2100)
    assert "arrivals rose compared" in sentence(2299)
    assert "arrivals rose strongly" in sentence(2300)
    assert "arrivals fell slightly" in sentence(1901)
    assert "arrivals fell strongly" in sentence(1700)


def test_a_growth_that_is_printed_as_zero_is_left_unsaid() -> None:
    body = said(leiden(arrivals={("2020",): 2000, ("2021",): 2001}), 9)
    assert "arrivals rose slightly compared with 2020." in body and "0%" not in body.replace("10%", "")


def test_two_equal_rises_have_no_largest() -> None:
    equal = {("2021", "0064"): ARRIVALS_BEFORE["0064"] + 80}
    assert "additional arrival" not in said(leiden(arrivals_nationality=equal), 9)


def test_a_name_with_markup_in_it_is_only_a_name() -> None:
    named = release(leiden().tables, name="<b>*Aa* & [Hunze](x)</b>")
    assert "&lt;b&gt;*Aa* &amp; [Hunze](x)&lt;/b&gt;" in page_of(named, 5).headline
    assert "<b>*Aa* & [Hunze](x)</b>" in page_of(named, 5).charts[0].title
