"""D2 and D3: who is Dutch and who is international, whatever else is held."""

import pytest

from internationals.definitions.nationality import is_dutch, parse, unknown_codes
from internationals.shapes import DataError
from tests.spec.spec_table import Examples

DUTCH = Examples(
    "D2",
    "Is someone with these nationalities Dutch?",
    ("nationalities",),
    (
        ("Dutch alone", "0001", True),
        ("Treated as Dutch counts as Dutch", "0002", True),
        ("Italian alone is international", "0064", False),
        ("Stateless is international", "0499", False),
        ("Unknown is international", "0000", False),
        ("No nationality at all is unknown, so international", "", False),
        ("Established non-Dutch is international", "0500", False),
    ),
)

SEVERAL = Examples(
    "D3",
    "Is someone with several nationalities Dutch?",
    ("nationalities",),
    (
        ("Dutch and Italian is Dutch", "0001 0064", True),
        ("The order means nothing", "0064 0001", True),
        ("Dutch, Moroccan and Turkish is Dutch", "0131 0001 0339", True),
        ("Treated as Dutch and German is Dutch", "0055 0002", True),
        ("Dutch beside stateless is Dutch", "0499 0001", True),
        ("German and American is international", "0055 0223", False),
    ),
)

COUNTING = Examples(
    "D2",
    "Which nationalities count?",
    ("nationalities",),
    (
        ("Every nationality counts once", "0064 0055 0064", frozenset({"0055", "0064"})),
        ("Spaces around codes mean nothing", "  0064   0055 ", frozenset({"0055", "0064"})),
        ("Nothing is unknown", "", frozenset()),
        ("Spaces alone are unknown", "   ", frozenset()),
        ("Unknown alone is unknown", "0000", frozenset()),
        ("Established non-Dutch alone is unknown", "0500", frozenset()),
        ("Unknown and established non-Dutch is unknown", "0000 0500", frozenset()),
        ("Unknown beside another code is ignored", "0000 0064", frozenset({"0064"})),
        ("Established non-Dutch beside another is ignored", "0500 0064", frozenset({"0064"})),
        ("Stateless gives way to a nationality", "0499 0064", frozenset({"0064"})),
        ("Stateless gives way to Dutch", "0499 0001", frozenset({"0001"})),
        ("Stateless does not give way to unknown", "0000 0499", frozenset({"0499"})),
        ("Stateless does not give way to established non-Dutch", "0499 0500", frozenset({"0499"})),
        ("Treated as Dutch becomes Dutch", "0002", frozenset({"0001"})),
        ("An ended nationality is accepted", "0075", frozenset({"0075"})),
    ),
)


@DUTCH.run
def test_dutch_or_international(nationalities, expected):
    assert is_dutch(parse(nationalities)) is expected


@SEVERAL.run
def test_dutch_whatever_else_is_held(nationalities, expected):
    assert is_dutch(parse(nationalities)) is expected


@COUNTING.run
def test_the_nationalities_that_count(nationalities, expected):
    assert parse(nationalities) == expected


@pytest.mark.parametrize("text", ["9876", "64", "0064 abcd", "0064,0055", "00640055"])
def test_a_code_that_no_table_has_is_refused(text):
    with pytest.raises(DataError, match="table 32 does not have"):
        parse(text)


def test_unknown_codes_are_named_once_in_their_order():
    assert unknown_codes("9999 0064 8888 9999") == ["9999", "8888"]
    assert unknown_codes("0064 0075 0000 0002 0500") == []
    assert unknown_codes("") == []
