"""The door in its first form: small counts do not pass, and nothing else is mistaken for one."""

from __future__ import annotations

import pytest

from internationals.disclosure import protect
from internationals.shapes import Card, Cell, Counts, Dimension, DisclosureError, Status

EMPTY = {"nl": "", "en": ""}


def counts(*rows: tuple[str, int]) -> Counts:
    codes = dict.fromkeys("abcdefgh", EMPTY)
    card = Card("small", EMPTY, EMPTY, EMPTY, (Dimension("letter", EMPTY, codes),), EMPTY, EMPTY)
    return Counts(card, rows)


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
