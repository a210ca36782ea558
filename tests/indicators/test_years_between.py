"""The engine's arithmetic on dates is the definition of D10, for every kind of register date."""

from datetime import date, timedelta

import ibis
import pytest

from internationals.definitions.ages import age
from internationals.indicators.dates import day, years_between


def number(at: date) -> int:
    return at.year * 10000 + at.month * 100 + at.day


DAYS = [date(2019, 12, 1) + timedelta(days=n) for n in range(470)]  # with a 29 February
INCOMPLETE = [year * 10000 + month * 100 for year in (1999, 2000, 2020, 2021) for month in range(13)]
ASKED = [date(2021, 1, 1), date(2020, 2, 28), date(2020, 2, 29), date(2021, 2, 28), date(2021, 3, 1)]
LONG_AGO = [19000101, 19231231, 19960229, 19000301, 20000229]


def by_engine(since: list[int], at: date) -> list[int | None]:
    table = ibis.memtable({"place": range(len(since)), "since": since, "at": [number(at)] * len(since)})
    table = table.cast({"since": "int32", "at": "int32"})
    asked = table.mutate(years=years_between(table["since"], table["at"])).order_by("place")
    return asked.to_pyarrow()["years"].to_pylist()


@pytest.mark.parametrize("at", ASKED, ids=str)
def test_the_engine_counts_years_as_the_definition_does(at):
    since = [number(known) for known in DAYS] + INCOMPLETE + LONG_AGO + [0]
    assert by_engine(since, at) == [age(known, at) for known in since]


def test_every_anniversary_of_ten_years_is_the_same_in_both():
    since = [20110101, 20110102, 20101231, 20110100, 20110000, 20120229]
    asked = [date(year, month, 1) for year in range(2012, 2022) for month in (1, 3, 7)]
    assert [by_engine(since, at) for at in asked] == [[age(known, at) for known in since] for at in asked]


def test_a_number_is_a_day_again():
    assert day(20200229) == date(2020, 2, 29)
