"""Names of sheets, tables and columns: what programs refuse never gets into a file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from internationals.outputs.office.names import Names, headers
from internationals.outputs.office.plain import paragraphs, plain, printable


@given(st.lists(st.text(max_size=60), min_size=1, max_size=30))
def test_a_sheet_always_gets_a_name_that_is_allowed_and_free(wanted: list[str]) -> None:
    names = Names()
    given_out = [names.sheet(name) for name in wanted]
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in given_out)
    assert len({name.casefold() for name in given_out}) == len(given_out)
    assert "history" not in {name.casefold() for name in given_out}


@given(st.lists(st.text(max_size=60), min_size=1, max_size=30))
def test_a_table_never_has_a_name_like_the_address_of_a_cell(wanted: list[str]) -> None:
    names = Names()
    given_out = [names.table("tbl", name) for name in wanted]
    assert all(re.fullmatch(r"tbl_[A-Za-z0-9_]*", name) for name in given_out)
    assert len({name.casefold() for name in given_out}) == len(given_out)


@given(st.lists(st.text(max_size=20), min_size=1, max_size=12))
def test_columns_have_different_names_and_none_is_empty(wanted: list[str]) -> None:
    names = headers(wanted)
    assert len({name.casefold() for name in names}) == len(wanted)
    assert all(names)


@pytest.mark.parametrize(
    ("wanted", "given_out"),
    [
        ("residents_age", "residents_age"),
        ("residents_nationality_neighbourhood", "residents_nationality_neighbour"),
        ("05 a/b: c", "05 a b  c"),
        ("'s-Gravenhage", "s-Gravenhage"),
        ("History", "History_2"),
        ("", "-"),
    ],
)
def test_a_sheet_is_called_as_wanted_where_that_is_possible(wanted: str, given_out: str) -> None:
    assert Names().sheet(wanted) == given_out


def test_the_text_of_a_page_keeps_its_paragraphs_and_loses_its_markup() -> None:
    html = "<p>Een <strong>kop</strong> &amp; meer.</p><h2>Toen</h2><ul><li>a</li><li>b</li></ul>"
    assert paragraphs(html) == ["Een kop & meer.", "Toen", "– a", "– b"]
    assert plain("<p>Een\n<em>kop</em></p>") == "Een kop"


def test_what_no_file_can_hold_is_left_out() -> None:
    assert printable("a\x00b\x07c\ud800d\te\n") == "abcd\te\n"
