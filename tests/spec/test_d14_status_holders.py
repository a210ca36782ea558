"""D14: status holders."""

from datetime import date

import pytest

from internationals.definitions.codes import residence_titles
from internationals.definitions.nationality import is_dutch, parse
from internationals.definitions.status_holders import ASYLUM_TITLES, asylum_title, is_status_holder
from tests.spec.spec_table import Examples

DAY = date(2022, 1, 1)
BEFORE, AFTER = date(2014, 1, 1), date(2014, 1, 6)

STATUS = Examples(
    "D14",
    "Is someone a status holder?",
    ("nationalities", "title", "title_end", "at"),
    (
        ("Syrian, asylum for a fixed term", "0336", "26", "20250301", DAY, True),
        ("Stateless, asylum for an indefinite term", "0499", "27", "00000000", DAY, True),
        ("The title ends on the day itself", "0336", "26", "20220101", DAY, True),
        ("The title ended the day before", "0336", "26", "20211231", DAY, False),
        ("End unknown: no end is known", "0336", "26", "00000000", DAY, True),
        ("End in an unknown month of last year: 1 July, and over", "0336", "26", "20210000", DAY, False),
        ("End on an unknown day of this month: the first", "0336", "26", "20220100", DAY, True),
        ("Naturalised", "0001", "27", "00000000", DAY, False),
        ("Dutch beside Syrian", "0001 0336", "27", "00000000", DAY, False),
        ("Transitional title, before 6 January 2014", "0336", "92", "00000000", BEFORE, True),
        ("Transitional title, from 6 January 2014", "0336", "92", "00000000", AFTER, False),
        ("An application that is being dealt with", "0336", "32", "00000000", DAY, False),
        ("An extension applied for in time", "0336", "33", "00000000", DAY, False),
        ("An extension applied for late", "0336", "34", "00000000", DAY, False),
        ("Temporary protection, as from Ukraine", "0034", "46", "00000000", DAY, False),
        ("A regular title", "0336", "21", "00000000", DAY, False),
        ("No title any more", "0336", "98", "00000000", DAY, False),
        ("No title", "0336", "00", "00000000", DAY, False),
    ),
)

GRACE = Examples(
    "D14",
    "Is someone a status holder whose asylum title ended, on 1 January 2022?",
    ("title_end", "days_of_grace"),
    (
        ("Within a grace period of thirty days", "20211202", 30, True),
        ("One day before it", "20211201", 30, False),
        ("Without a grace period", "20211231", 0, False),
    ),
)


@STATUS.run
def test_status_holders(nationalities, title, title_end, at, expected):
    assert is_status_holder(is_dutch(parse(nationalities)), title, int(title_end), at) is expected


@GRACE.run
def test_the_grace_period(title_end, days_of_grace, expected):
    assert is_status_holder(False, "26", int(title_end), DAY, days_of_grace) is expected


def test_the_asylum_titles_are_those_that_table_56_calls_so():
    granted = [
        code for code, title in residence_titles().items() if ": asiel" in title.nl or "Asiel" in title.nl
    ]
    assert tuple(granted) == ASYLUM_TITLES


@pytest.mark.parametrize("code", ["", "2", "026", "77"])
def test_what_is_no_code_is_no_asylum_title(code):
    assert asylum_title(code, DAY) is False
