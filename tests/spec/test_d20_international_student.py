"""D20: international students, and the European Economic Area."""

from datetime import date

import pytest

from internationals.definitions.codes import countries, memberships, rows
from internationals.definitions.students import (
    StudentDefinition,
    count_date,
    in_duo_eer,
    is_eea,
    is_international_student,
    note,
)
from tests.spec.spec_table import Examples

STUDENTS = Examples(
    "D20",
    "Is a student international?",
    ("definition", "dutch", "education_abroad", "whole_degree"),
    (
        ("Italian with an Italian diploma, Nuffic", "nuffic", False, True, True, True),
        ("Italian with an Italian diploma, CBS", "cbs", False, True, True, True),
        ("Italian with an Italian diploma, nationality", "nationality", False, True, True, True),
        ("German who went to school here, Nuffic", "nuffic", False, False, True, False),
        ("German who went to school here, CBS", "cbs", False, False, True, False),
        ("German who went to school here, nationality", "nationality", False, False, True, True),
        ("Dutch with a Belgian diploma, Nuffic", "nuffic", True, True, True, False),
        ("Dutch with a Belgian diploma, CBS", "cbs", True, True, True, True),
        ("Dutch with a Belgian diploma, nationality", "nationality", True, True, True, False),
        ("Dutch who went to school here, CBS", "cbs", True, False, True, False),
        ("On exchange, Nuffic", "nuffic", False, True, False, False),
        ("On exchange, CBS", "cbs", False, True, False, False),
        ("On exchange, nationality", "nationality", False, True, False, False),
    ),
)

AREA = Examples(
    "D20",
    "Is a country in the EEA, and in what DUO calls EER?",
    ("country", "at"),
    (
        ("Belgium", "5010", date(2021, 10, 1), (True, True)),
        ("Norway, which is not in the European Union", "6027", date(2021, 10, 1), (True, True)),
        ("Liechtenstein, on its first day", "6012", date(1995, 5, 1), (True, True)),
        ("Liechtenstein, the day before", "6012", date(1995, 4, 30), (False, False)),
        ("The United Kingdom, on the last day of the transition", "6039", date(2020, 12, 31), (True, True)),
        ("The United Kingdom, the day after", "6039", date(2021, 1, 1), (False, False)),
        ("Croatia, in the Union but not yet in the EEA", "5051", date(2013, 10, 1), (False, False)),
        ("Switzerland", "5003", date(2021, 10, 1), (False, True)),
        ("Suriname", "5007", date(2021, 10, 1), (False, True)),
        ("China", "6022", date(2021, 10, 1), (False, False)),
    ),
)


@STUDENTS.run
def test_students(definition, dutch, education_abroad, whole_degree, expected):
    chosen = StudentDefinition(definition)
    assert is_international_student(chosen, dutch, education_abroad, whole_degree) is expected


@AREA.run
def test_the_european_economic_area(country, at, expected):
    assert (is_eea(country, at), in_duo_eer(country, at)) == expected


def test_the_area_is_the_union_and_three_countries_now():
    at = date(2022, 10, 1)
    members = {member.country for member in memberships() if member.valid_to is None}
    assert {code for code in countries() if is_eea(code, at)} == members | {"6011", "6012", "6027"}


def test_every_country_of_the_area_is_in_the_table_of_countries():
    assert {row["country"] for row in rows("eea.csv", "country,name,from,to")} <= set(countries())


def test_a_study_year_is_counted_on_the_first_of_october():
    assert count_date(2021) == date(2021, 10, 1)


@pytest.mark.parametrize("definition", StudentDefinition)
def test_every_definition_has_words_of_its_own_in_both_languages(definition):
    assert set(note(definition)) == {"nl", "en"}
    assert len({note(each)[language] for each in StudentDefinition for language in ("nl", "en")}) == 6
