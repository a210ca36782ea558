"""D5, D5b and D6: migration background and origin in two schemes."""

import pytest

from internationals.definitions.background import (
    has_background,
    origin,
    origin2022,
    origin_region,
    unknown_parent,
)
from internationals.definitions.codes import countries
from internationals.definitions.nationality import is_dutch, parse
from tests.spec.spec_table import Examples

NL, BE, DE, TR, ID, UNKNOWN = "6030", "5010", "9089", "6043", "6024", "0000"

BACKGROUND = Examples(
    "D5",
    "Does someone have a migration background (old scheme)?",
    ("birth", "parent_1", "parent_2"),
    (
        ("Born here, both parents born here", NL, NL, NL, False),
        ("Born here, one parent born abroad", NL, TR, NL, True),
        ("Born here, the other parent born abroad", NL, NL, TR, True),
        ("Born here, both parents born abroad", NL, TR, TR, True),
        ("Born abroad, both parents born here: none", TR, NL, NL, False),
        ("Born abroad, both parents born abroad", TR, TR, TR, True),
        ("A parent born on Curaçao", NL, "5107", NL, True),
        ("A parent born in the Netherlands Antilles", NL, "7011", NL, True),
        ("A parent born on Bonaire", NL, NL, "5106", True),
        ("A parent born in the Dutch East Indies", NL, "9030", NL, True),
        ("A parent born in a state that has ended", NL, "9049", NL, True),
        ("One parent unknown, the other born here", NL, UNKNOWN, NL, False),
        ("Born abroad, one parent unknown, the other born here", TR, NL, "", False),
        ("One parent unknown, the other born abroad", NL, TR, UNKNOWN, True),
        ("Both parents unknown, born here", NL, "", UNKNOWN, False),
        ("Both parents unknown, born abroad", TR, "", "", True),
        ("Nothing is known at all", UNKNOWN, "", UNKNOWN, False),
        ("A parent born on international territory is unknown", NL, "9999", NL, False),
        ("Born on international territory, parents unknown", "9999", "", "", False),
        ("A code that no table has is unknown", NL, "1234", NL, False),
    ),
)

ORIGIN = Examples(
    "D5b",
    "What is someone's country of origin (old scheme)?",
    ("birth", "parent_1", "parent_2", "sex_1", "sex_2"),
    (
        ("No background: the Netherlands", NL, NL, NL, "V", "M", NL),
        ("Born abroad without a background: the Netherlands", TR, NL, NL, "V", "M", NL),
        ("Born abroad with a background: the own country", TR, DE, BE, "V", "M", TR),
        ("Born here: the mother's country", NL, DE, BE, "V", "M", DE),
        ("Born here: the mother can be the second parent", NL, DE, BE, "M", "V", BE),
        ("Born here, mother born here: the other parent's", NL, DE, NL, "M", "V", DE),
        ("Born here, mother unknown: the other parent's", NL, "", TR, "V", "M", TR),
        ("Born here, mother on international territory: the other's", NL, "9999", TR, "V", "M", TR),
        ("Two mothers: parent 1 first", NL, DE, BE, "V", "V", DE),
        ("Two mothers, parent 1 born here: parent 2", NL, NL, BE, "V", "V", BE),
        ("Two fathers: parent 1 first", NL, DE, BE, "M", "M", DE),
        ("Sexes not registered: parent 1 first", NL, DE, BE, "", "", DE),
        ("Sexes not registered, parent 1 born here: parent 2", NL, NL, BE, "", "", BE),
        ("Only the second sex registered, not a mother: parent 1", NL, DE, BE, "", "M", DE),
        ("Only the second sex registered, a mother", NL, DE, BE, "", "V", BE),
        ("Born in an unknown country: the mother's country", UNKNOWN, DE, BE, "V", "M", DE),
        ("Born abroad, parents unknown: the own country", ID, "", "", "", "", ID),
        ("Born here, parents unknown: the Netherlands", NL, "", "", "", "", NL),
        ("Born in an unknown country to Dutch-born parents", "", NL, NL, "V", "M", NL),
        ("Nothing is known: without a background, so the Netherlands", "", "", UNKNOWN, "", "", NL),
        ("A former state stays as registered", "9030", ID, ID, "V", "M", "9030"),
    ),
)

ORIGIN_2022 = Examples(
    "D5b-2022",
    "What is someone's origin, and where was someone born (scheme of 2022)?",
    ("birth", "parent_1", "parent_2", "sex_1", "sex_2"),
    (
        ("Born here, both parents born here", NL, NL, NL, "V", "M", (NL, "nl")),
        ("Born abroad to Dutch-born parents: the own country", TR, NL, NL, "V", "M", (TR, "abroad")),
        ("Born abroad to parents from elsewhere: the own country", TR, DE, BE, "V", "M", (TR, "abroad")),
        ("Born abroad, parents unknown", ID, "", "", "", "", (ID, "abroad")),
        ("Born on Curaçao is born abroad", "5107", NL, NL, "V", "M", ("5107", "abroad")),
        ("Born here: the mother's country first", NL, BE, DE, "M", "V", (DE, "nl")),
        ("Born here, mother born here: the other parent's", NL, BE, NL, "M", "V", (BE, "nl")),
        ("Born here, one parent unknown, the other born here", NL, "", NL, "V", "M", (NL, "nl")),
        ("Born here, mother unknown, the other from abroad", NL, "", TR, "V", "M", (TR, "nl")),
        ("Born here, both parents unknown", NL, "", UNKNOWN, "V", "M", (NL, "nl")),
        ("Own country unknown, whatever the parents", "", TR, TR, "V", "M", (UNKNOWN, "unknown")),
        ("Born on international territory", "9999", TR, TR, "V", "M", (UNKNOWN, "unknown")),
        ("Own country a code that no table has", "1234", NL, NL, "V", "M", (UNKNOWN, "unknown")),
    ),
)

REGION_2022 = Examples(
    "D5b-2022",
    "In which part of the world does a country of origin lie?",
    ("country",),
    (
        ("The Netherlands", NL, "netherlands"),
        ("Belgium lies in Europe", BE, "europe"),
        ("Turkey lies outside Europe", TR, "outside_europe"),
        ("Curaçao lies outside Europe", "5107", "outside_europe"),
        ("The Soviet Union lay in Europe", "9049", "europe"),
        ("Unknown", UNKNOWN, "unknown"),
        ("International territory", "9999", "unknown"),
    ),
)

UNKNOWN_PARENT = Examples(
    "D5",
    "Does someone count in the quality table as having an unknown parent?",
    ("parent_1", "parent_2"),
    (
        ("Both known", NL, TR, False),
        ("One not filled in", NL, "", True),
        ("One unknown", UNKNOWN, TR, True),
        ("Both unknown", "", UNKNOWN, True),
        ("One on international territory", "9999", NL, True),
        ("One a code that no table has", NL, "1234", True),
    ),
)

DUTCH_WITH_BACKGROUND = Examples(
    "D6",
    "Is someone Dutch with a migration background?",
    ("nationalities", "birth", "parent_1", "parent_2"),
    (
        ("Dutch, born here, a parent born abroad", "0001", NL, TR, NL, True),
        ("Naturalised, born abroad, parents born abroad", "0001", TR, TR, TR, True),
        ("Dutch and Turkish, a parent born abroad", "0001 0339", NL, TR, NL, True),
        ("Dutch, parents born here", "0001", NL, NL, NL, False),
        ("Turkish, parents born abroad", "0339", TR, TR, TR, False),
        ("German, parents born here: international without one", "0055", DE, NL, NL, False),
    ),
)


@BACKGROUND.run
def test_background(birth, parent_1, parent_2, expected):
    assert has_background(birth, parent_1, parent_2) is expected


@BACKGROUND.run
def test_the_order_of_the_parents_does_not_matter_for_the_background(birth, parent_1, parent_2, expected):
    assert has_background(birth, parent_2, parent_1) is expected


@ORIGIN.run
def test_origin_in_the_old_scheme(birth, parent_1, parent_2, sex_1, sex_2, expected):
    assert origin(birth, parent_1, parent_2, sex_1, sex_2) == expected


@ORIGIN_2022.run
def test_origin_in_the_scheme_of_2022(birth, parent_1, parent_2, sex_1, sex_2, expected):
    assert origin2022(birth, parent_1, parent_2, sex_1, sex_2) == expected


@REGION_2022.run
def test_the_part_of_the_world_of_an_origin(country, expected):
    assert origin_region(country) == expected


@UNKNOWN_PARENT.run
def test_unknown_parent(parent_1, parent_2, expected):
    assert unknown_parent(parent_1, parent_2) is expected


@DUTCH_WITH_BACKGROUND.run
def test_dutch_with_background(nationalities, birth, parent_1, parent_2, expected):
    found = is_dutch(parse(nationalities)) and has_background(birth, parent_1, parent_2)
    assert found is expected


@pytest.mark.parametrize("sexes", [("V", "M"), ("M", "V"), ("", ""), ("V", "V"), ("O", "O")])
def test_an_origin_outside_the_netherlands_is_the_same_as_a_background(sexes):
    places = (NL, TR, DE, UNKNOWN)
    for birth in places:
        for parent_1 in places:
            for parent_2 in places:
                from_abroad = origin(birth, parent_1, parent_2, *sexes) != NL
                assert from_abroad == has_background(birth, parent_1, parent_2)


def test_every_country_of_the_table_but_three_is_abroad():
    here = {code for code in countries() if not has_background(NL, code, NL)}
    assert here == {NL, UNKNOWN, "9999"}
