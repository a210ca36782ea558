"""The door in its first form: small counts do not pass, and nothing else is mistaken for one."""

from __future__ import annotations

import pytest

from internationals.disclosure import protect
from internationals.shapes import Card, Cell, Counts, Dimension, DisclosureError, Nature, Status

EMPTY = {"nl": "", "en": ""}


def counts(*rows: tuple[str, int | Cell], nature: Nature = Nature.COUNTS) -> Counts:
    codes = dict.fromkeys("abcdefgh", EMPTY)
    card = Card("small", EMPTY, EMPTY, EMPTY, (Dimension("letter", EMPTY, codes),), EMPTY, EMPTY)
    return Counts(card, rows, nature)


def test_counts_from_one_up_to_below_five_are_suppressed_and_zero_is_zero() -> None:
    (table,) = protect([counts(("a", 1), ("b", 4), ("c", 5), ("d", 1000), ("e", 0))], 5)
    suppressed = Cell(None, Status.SUPPRESSED)
    assert [table.cell(letter=letter) for letter in "abcdef"] == [
        suppressed,
        suppressed,
        Cell(5),
        Cell(1000),
        Cell(0),
        Cell(0),
    ]


def test_signed_counts_go_by_their_size() -> None:
    (table,) = protect([counts(("a", -4), ("b", -5))], 5)
    assert table.cell(letter="a").status is Status.SUPPRESSED
    assert table.cell(letter="b") == Cell(-5)


def test_a_municipality_may_be_stricter_but_not_looser() -> None:
    (table,) = protect([counts(("a", 9), ("b", 10))], 10)
    assert table.cell(letter="a").status is Status.SUPPRESSED
    assert table.cell(letter="b") == Cell(10)
    with pytest.raises(DisclosureError, match="floor of 5"):
        protect([counts(("a", 9))], 4)


def test_a_code_that_the_card_does_not_name_is_refused() -> None:
    with pytest.raises(DisclosureError, match="letter 'z'"):
        protect([counts(("z", 100))], 5)


def test_what_its_producer_has_published_passes_as_it_is() -> None:
    missing = Cell(None, Status.MISSING)
    (table,) = protect(
        [counts(("a", 1), ("b", Cell(3, Status.PROVISIONAL)), ("c", missing), nature=Nature.PUBLIC)], 5
    )
    assert [table.cell(letter=letter) for letter in "abc"] == [Cell(1), Cell(3, Status.PROVISIONAL), missing]
    assert table.nature is Nature.PUBLIC


def test_a_share_of_a_survey_is_no_count_and_passes_with_its_status() -> None:
    hidden = Cell(None, Status.SUPPRESSED)
    (table,) = protect([counts(("a", Cell(3.2)), ("b", hidden), nature=Nature.SURVEY)], 5)
    assert [table.cell(letter=letter) for letter in "ab"] == [Cell(3.2), hidden]


def test_a_count_of_our_own_is_suppressed_whatever_its_status_and_a_reason_stays() -> None:
    missing = Cell(None, Status.MISSING)
    (table,) = protect([counts(("a", Cell(4, Status.PROVISIONAL)), ("b", missing), ("c", Cell(6)))], 5)
    assert [table.cell(letter=letter) for letter in "abc"] == [
        Cell(None, Status.SUPPRESSED),
        missing,
        Cell(6),
    ]
