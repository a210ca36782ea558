"""D10: age, incomplete dates and age groups."""

from datetime import date

import pytest

from internationals.definitions.ages import (
    AGE_GROUP_CODES,
    AGE_GROUPS,
    age,
    age_group,
    completed_years,
    filled,
)
from internationals.shapes import DataError
from tests.spec.spec_table import Examples

DAY = date(2022, 1, 1)

FILLED = Examples(
    "D10",
    "Which day is an incomplete date?",
    ("registered",),
    (
        ("A complete date is itself", "19800517", date(1980, 5, 17)),
        ("An unknown day is the first", "19800500", date(1980, 5, 1)),
        ("An unknown month is 1 July", "19800000", date(1980, 7, 1)),
        ("An unknown month is 1 July, though a day is given", "19800017", date(1980, 7, 1)),
        ("An unknown year is unknown", "00000000", None),
        ("An unknown year is unknown, though a day is given", "00000517", None),
        ("29 February of a leap year", "20000229", date(2000, 2, 29)),
    ),
)

AGE = Examples(
    "D10",
    "How old is someone?",
    ("born", "at"),
    (
        ("The day before a birthday", "20000102", DAY, 21),
        ("On the birthday itself", "20000101", DAY, 22),
        ("Born the day before", "20211231", DAY, 0),
        ("Born on the day of the event", "20210305", date(2021, 3, 5), 0),
        ("29 February, on 28 February", "20000229", date(2018, 2, 28), 17),
        ("29 February, on 1 March", "20000229", date(2018, 3, 1), 18),
        ("29 February, on 29 February", "20000229", date(2020, 2, 29), 20),
        ("Month unknown, on 30 June", "19800000", date(2021, 6, 30), 40),
        ("Month unknown, on 1 July", "19800000", date(2021, 7, 1), 41),
        ("Day unknown, on the first of the month", "19800500", date(2021, 5, 1), 41),
        ("Day unknown, on the day before", "19800500", date(2021, 4, 30), 40),
        ("Year unknown", "00000000", DAY, None),
        ("Month unknown and the event before July: no negative age", "20210000", date(2021, 3, 5), 0),
        ("More than a hundred years", "19110401", DAY, 110),
    ),
)

GROUP = Examples(
    "D10",
    "In which age group is someone?",
    ("years",),
    (
        ("A new-born", 0, "0-3"),
        ("Both bounds are included: 3", 3, "0-3"),
        ("Both bounds are included: 4", 4, "4-11"),
        ("Eleven", 11, "4-11"),
        ("Twelve", 12, "12-17"),
        ("The last year of childhood", 17, "12-17"),
        ("Coming of age", 18, "18-26"),
        ("Twenty-six", 26, "18-26"),
        ("Twenty-seven", 27, "27-39"),
        ("Thirty-nine", 39, "27-39"),
        ("Forty", 40, "40-54"),
        ("Fifty-four", 54, "40-54"),
        ("Fifty-five", 55, "55-64"),
        ("Sixty-four", 64, "55-64"),
        ("Sixty-five", 65, "65-74"),
        ("Seventy-four", 74, "65-74"),
        ("Seventy-five", 75, "75+"),
        ("A hundred and ten", 110, "75+"),
        ("Unknown is shown, not dropped", None, "unknown"),
    ),
)


@FILLED.run
def test_incomplete_dates(registered, expected):
    assert filled(int(registered)) == expected


@AGE.run
def test_age(born, at, expected):
    assert age(int(born), at) == expected


@GROUP.run
def test_age_groups(years, expected):
    assert age_group(years) == expected


def test_every_age_is_in_exactly_one_group():
    for years in range(130):
        assert [group.code for group in AGE_GROUPS if years in group] == [age_group(years)]


def test_the_codes_of_the_groups_run_from_young_to_unknown():
    young_to_old = ["0-3", "4-11", "12-17", "18-26", "27-39", "40-54", "55-64", "65-74", "75+"]
    assert list(AGE_GROUP_CODES) == [*young_to_old, "unknown"]


@pytest.mark.parametrize("impossible", [19990231, 19991301, 19990132, 19990431, 20010229])
def test_a_day_that_never_was_is_refused(impossible):
    with pytest.raises(DataError, match="is no date"):
        filled(impossible)


def test_a_negative_age_is_refused():
    with pytest.raises(DataError, match="is no age"):
        age_group(-1)


def test_years_are_completed_on_the_anniversary():
    assert completed_years(date(2019, 1, 2), DAY) == 2
    assert completed_years(date(2019, 1, 1), DAY) == 3
    assert completed_years(date(2022, 1, 2), DAY) == 0
