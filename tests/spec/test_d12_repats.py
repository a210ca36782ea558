"""D12, with the counterparts of D7 and D8: where someone comes from, and which Dutch people return."""

import pytest

from internationals.definitions.codes import countries
from internationals.definitions.counterparts import (
    CARIBBEAN,
    counterpart,
    country_from,
    is_caribbean,
    is_repat,
)
from internationals.definitions.nationality import is_dutch, parse
from tests.spec.spec_table import Examples

COUNTERPART = Examples(
    "D7",
    "Where does someone come from, or go to?",
    ("municipality", "country"),
    (
        ("Another municipality", "0518", "", "0518"),
        ("A municipality that no longer exists keeps its code", "0548", "", "0548"),
        ("A country", "", "5002", "abroad"),
        ("A country that no longer exists", "", "9049", "abroad"),
        ("Curaçao is abroad", "", "5107", "abroad"),
        ("International territory is abroad", "", "9999", "abroad"),
        ("The register of non-residents is abroad", "1999", "", "abroad"),
        ("A country beside an unknown municipality", "0000", "5002", "abroad"),
        ("The Netherlands, without a municipality", "", "6030", "unknown"),
        ("Nothing filled in", "", "", "unknown"),
        ("Unknown municipality", "0000", "", "unknown"),
        ("Unknown country", "", "0000", "unknown"),
        ("A code that no table has", "9876", "", "unknown"),
        ("A country that no table has", "", "9876", "unknown"),
    ),
)

REPAT = Examples(
    "D12",
    "Is this arrival that of a returning Dutch person?",
    ("nationalities", "municipality", "country"),
    (
        ("Dutch, from France", "0001", "", "5002", True),
        ("Dutch and Italian, from France", "0001 0064", "", "5002", True),
        ("Treated as Dutch, from France", "0002", "", "5002", True),
        ("Dutch, from Curaçao", "0001", "", "5107", True),
        ("Dutch, from the register of non-residents", "0001", "1999", "", True),
        ("Dutch, first back in another municipality", "0001", "0518", "", False),
        ("Dutch, from nobody knows where", "0001", "", "0000", False),
        ("Dutch, and nothing filled in", "0001", "", "", False),
        ("Dutch, from an unnamed place in the Netherlands", "0001", "", "6030", False),
        ("An Italian partner, from France", "0064", "", "5002", False),
        ("Stateless, from France", "0499", "", "5002", False),
    ),
)

CARIBBEAN_COUNTRY = Examples(
    "D12",
    "Is the country a Caribbean part of the Kingdom?",
    ("country",),
    (
        ("Aruba", "5095", True),
        ("Curaçao", "5107", True),
        ("Sint Maarten", "5110", True),
        ("Bonaire", "5106", True),
        ("Sint Eustatius", "5109", True),
        ("Saba", "5108", True),
        ("The Netherlands Antilles, until October 2010", "7011", True),
        ("Suriname is not", "5007", False),
        ("The Netherlands are not", "6030", False),
        ("Unknown is not", "0000", False),
    ),
)


@COUNTERPART.run
def test_counterparts(municipality, country, expected):
    assert counterpart(municipality, country) == expected


@REPAT.run
def test_repats(nationalities, municipality, country, expected):
    assert is_repat(is_dutch(parse(nationalities)), municipality, country) is expected


@CARIBBEAN_COUNTRY.run
def test_caribbean(country, expected):
    assert is_caribbean(country) is expected


def test_the_caribbean_countries_are_in_the_table():
    names = {countries()[code].nl for code in CARIBBEAN}
    six = {"Aruba", "Bonaire", "Curaçao", "Saba", "Sint Eustatius", "Sint Maarten"}
    assert names == six | {"Nederlandse Antillen"}


@pytest.mark.parametrize(
    ("country", "expected"), [("5002", "5002"), ("6030", "0000"), ("", "0000"), ("9876", "0000")]
)
def test_a_country_from_which_someone_comes_is_abroad_or_unknown(country, expected):
    assert country_from(country) == expected
