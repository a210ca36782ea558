"""Numbers in words: spelled, as a place in an order, as a percentage written out, and from one to another."""

from __future__ import annotations

import pytest

from internationals.pages.numerals import ordinal, percent_in_words, spelled
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import FromTo, Number, Year
from internationals.pages.wording import write
from internationals.shapes import Cell, Status
from tests.pages.releases import SUPPRESSED


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (0, "nul", "nought"),
        (1, "één", "one"),
        (12, "twaalf", "twelve"),
        (13, "13", "13"),
        (1200, "1.200", "1,200"),
        (-3, "\N{MINUS SIGN}3", "\N{MINUS SIGN}3"),
        (2.5, "3", "3"),
    ],
)
def test_a_number_is_spelled_up_to_twelve(value: float, nl: str, en: str) -> None:
    number = Number(Cell(value), "items")
    assert (spelled("nl", number), spelled("en", number)) == (nl, en)


def test_a_spelled_number_goes_with_its_noun() -> None:
    assert spelled("en", Number(Cell(4), "years"), "year", "years") == "four years"
    assert spelled("nl", Number(Cell(1)), "bron", "bronnen") == "één bron"
    assert spelled("en", Number(Cell(14472)), "resident", "residents") == "14,472 residents"


def test_what_is_withheld_or_marked_is_not_spelled() -> None:
    assert spelled("en", Number(SUPPRESSED)) == "a number that is withheld to protect individuals"
    assert spelled("en", Number(SUPPRESSED), "year", "years").startswith("a number of years that is withheld")
    assert spelled("nl", Number(Cell(4, Status.PROVISIONAL))) == "4 (voorlopig)"
    assert spelled("en", Number(Cell(4), "percent")) == "4%"


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (1, "eerste", "first"),
        (4, "vierde", "fourth"),
        (12, "twaalfde", "twelfth"),
        (13, "13e", "13th"),
        (21, "21e", "21st"),
        (22, "22e", "22nd"),
        (33, "33e", "33rd"),
        (111, "111e", "111th"),
        (112, "112e", "112th"),
    ],
)
def test_an_ordinal_has_the_ending_of_its_language(value: float, nl: str, en: str) -> None:
    number = Number(Cell(value), "items")
    assert (ordinal("nl", number), ordinal("en", number)) == (nl, en)


@pytest.mark.parametrize("value", [0, -1, 1.5])
def test_what_is_no_place_in_an_order_has_no_ordinal(value: float) -> None:
    with pytest.raises(UnfitError, match="is no place in an order"):
        ordinal("en", Number(Cell(value), "items"))


def test_only_numbers_have_words() -> None:
    with pytest.raises(UnfitError, match="Only a number"):
        ordinal("en", Year("2022"))
    with pytest.raises(UnfitError, match="Only a percentage"):
        percent_in_words("en", Number(Cell(34)))


def test_a_percentage_is_written_out() -> None:
    share = Number(Cell(34.02), "percent", 0)
    assert (percent_in_words("nl", share), percent_in_words("en", share)) == ("34 procent", "34 per cent")
    assert percent_in_words("en", Number(SUPPRESSED, "percent")) == write("en", Number(SUPPRESSED, "percent"))


def test_from_one_number_to_another() -> None:
    course = FromTo(Number(Cell(4378)), Number(Cell(3452)))
    assert (write("nl", course), write("en", course)) == ("van 4.378 naar 3.452", "from 4,378 to 3,452")
    shares = FromTo(Number(Cell(9.41), "percent", 1), Number(SUPPRESSED, "percent", 1))
    assert write("en", shares) == "from 9.4% to a percentage that is withheld to protect individuals"
