"""Words, numbers and dates in every language."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from internationals import texts
from internationals.shapes import Cell, Status
from internationals.texts.files import keys, template


def test_dutch_and_english_are_found() -> None:
    assert {"nl", "en"} <= set(texts.languages())


@pytest.mark.parametrize("language", texts.languages())
def test_every_language_has_the_same_keys(language: str) -> None:
    assert keys(language) == keys("nl")


@pytest.mark.parametrize("language", texts.languages())
def test_every_word_has_the_same_slots_in_every_language(language: str) -> None:
    def slots(of: str, key: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(template(of, key)) if name is not None}

    assert {key for key in keys("nl") if slots(language, key) != slots("nl", key)} == set()


@pytest.mark.parametrize("language", texts.languages())
def test_no_word_is_empty_and_every_status_has_one(language: str) -> None:
    assert [
        key for key in keys(language) if not template(language, key).strip(" ") and "list" not in key
    ] == []
    assert all(texts.has(language, f"status.{status}") for status in Status)
    shown = [status for status in Status if status is not Status.NORMAL]
    assert all(texts.has(language, f"status_meaning.{status}") for status in shown)


@pytest.mark.parametrize(
    ("value", "decimals", "nl", "en"),
    [
        (14472, 0, "14.472", "14,472"),
        (11.574, 1, "11,6", "11.6"),
        (11.55, 1, "11,6", "11.6"),
        (0.5, 0, "1", "1"),
        (2.5, 0, "3", "3"),
        (-2.5, 0, "−3", "−3"),
        (-0.04, 1, "0,0", "0.0"),
        (999.95, 1, "1.000,0", "1,000.0"),
        (1234567.891, 2, "1.234.567,89", "1,234,567.89"),
        (0, 0, "0", "0"),
        (-1060, 0, "−1.060", "−1,060"),
    ],
)
def test_numbers_round_half_away_from_zero_and_are_written_as_the_language_does(
    value: float, decimals: int, nl: str, en: str
) -> None:
    assert texts.number("nl", value, decimals) == nl
    assert texts.number("en", value, decimals) == en


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_both_languages_write_the_same_number(value: float, decimals: int) -> None:
    swapped = texts.number("nl", value, decimals).translate(str.maketrans(".,", ",."))
    assert swapped == texts.number("en", value, decimals)


def test_a_number_for_a_data_file_can_be_read_back() -> None:
    assert texts.plain_number("nl", -1234.56, 1) == "-1234,6"
    assert texts.plain_number("en", -1234.56, 1) == "-1234.6"


def test_percentages_have_one_decimal_unless_asked_otherwise() -> None:
    assert texts.percent("nl", 11.574) == "11,6%"
    assert texts.percent("en", 11.574) == "11.6%"
    assert texts.percent("nl", 27.9, 0) == "28%"


def test_only_percentages_and_points_are_written_with_their_unit() -> None:
    assert texts.amount("nl", 4.5, "percent", 1) == "4,5%"
    assert texts.amount("en", 4.5, "points", 1) == "4.5 percentage points"
    assert texts.amount("nl", 4500, "persons", 0) == "4.500"


@pytest.mark.parametrize(
    ("cell", "nl", "en"),
    [
        (Cell(1253), "1.253", "1,253"),
        (Cell(0), "0", "0"),
        (Cell(8, Status.PROVISIONAL), "8 (voorlopig)", "8 (provisional)"),
        (Cell(8, Status.BREAK), "8 (reeksbreuk)", "8 (break in series)"),
        (Cell(None, Status.SUPPRESSED), "afgeschermd", "suppressed"),
        (Cell(None, Status.MISSING), "geen gegevens", "no data"),
        (Cell(None, Status.NOT_APPLICABLE), "niet van toepassing", "not applicable"),
        (Cell(None, Status.NOT_YET), "nog niet bekend", "not yet known"),
    ],
)
def test_a_cell_is_its_number_or_the_word_for_why_there_is_none(cell: Cell, nl: str, en: str) -> None:
    assert texts.cell("nl", cell, "persons", 0) == nl
    assert texts.cell("en", cell, "persons", 0) == en


def test_days_are_written_out() -> None:
    assert texts.day("nl", date(2022, 1, 1)) == "1 januari 2022"
    assert texts.day("en", date(2021, 12, 31)) == "31 December 2021"


@pytest.mark.parametrize(
    ("items", "nl", "en"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a and b"),
        (["a", "b", "c"], "a, b en c", "a, b and c"),
    ],
)
def test_lists_end_in_and(items: list[str], nl: str, en: str) -> None:
    assert texts.join("nl", items) == nl
    assert texts.join("en", items) == en


def test_a_slot_is_filled_and_braces_in_its_value_stay() -> None:
    assert texts.word("nl", "site.title", municipality="{Leiden}") == "Internationale inwoners van {Leiden}"


def test_what_is_missing_is_said_in_a_sentence() -> None:
    with pytest.raises(texts.TextError, match=r"'fr'; there are files for en, nl"):
        texts.word("fr", "site.menu")
    with pytest.raises(texts.TextError, match=r"nl\.yml has no 'site\.nothing'"):
        texts.word("nl", "site.nothing")
    with pytest.raises(texts.TextError, match="slot 'municipality' was not given"):
        texts.word("nl", "site.title")
