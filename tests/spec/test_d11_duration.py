"""D11: residence duration, in classes of anniversaries."""

from datetime import date

import pytest

from internationals.definitions.duration import (
    DURATION_CLASSES,
    DURATION_CODES,
    duration,
    duration_class,
)
from internationals.shapes import DataError
from tests.spec.spec_table import Examples

DAY = date(2022, 1, 1)

DURATION = Examples(
    "D11",
    "How long has someone lived here, or at the present address?",
    ("since", "at"),
    (
        ("Since the day before", "20211231", DAY, "0-1"),
        ("One day less than a year", "20210102", DAY, "0-1"),
        ("Exactly one year is in the second class", "20210101", DAY, "1-3"),
        ("One day less than three years", "20190102", DAY, "1-3"),
        ("Exactly three years is in the third class", "20190101", DAY, "3+"),
        ("Since birth, more than ninety years ago", "19300517", DAY, "3+"),
        ("Since 29 February: on 28 February not yet a year", "20200229", date(2021, 2, 28), "0-1"),
        ("Since 29 February: a year on 1 March", "20200229", date(2021, 3, 1), "1-3"),
        ("Month unknown: since 1 July", "20210000", DAY, "0-1"),
        ("Month unknown, of the year before: a year and a half", "20200000", DAY, "1-3"),
        ("Day unknown: since the first of the month", "20210100", DAY, "1-3"),
        ("Filled in after the moment asked", "20210000", date(2021, 3, 1), "0-1"),
        ("Year unknown: unknown, and shown", "00000000", DAY, "unknown"),
    ),
)


@DURATION.run
def test_duration(since, at, expected):
    assert duration(int(since), at) == expected


def test_the_codes_of_the_classes_run_from_short_to_unknown():
    assert DURATION_CODES == ("0-1", "1-3", "3+", "unknown")


def test_every_number_of_years_is_in_exactly_one_class():
    for years in range(130):
        assert [found.code for found in DURATION_CLASSES if years in found] == [duration_class(years)]


def test_a_negative_duration_is_refused():
    with pytest.raises(DataError, match="is no duration"):
        duration_class(-1)


def test_an_impossible_date_is_refused():
    with pytest.raises(DataError, match="is no date"):
        duration(20210231, DAY)
