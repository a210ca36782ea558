"""D16: knowledge workers, and the wage from which one is."""

import csv
from decimal import ROUND_HALF_UP, Decimal

import pytest

from internationals.definitions.workers import age_group, wage_limit, worker_type, yearly_limit
from internationals.shapes import DataError
from tests.spec.spec_table import Examples

LIMITS = Examples(
    "D16",
    "From which wage per year is someone a knowledge worker?",
    ("euro_per_month",),
    (
        ("2020, under thirty", 3381, 30672),
        ("2020, thirty and over", 4612, 41840),
        ("2021, under thirty", 3484, 31607),
        ("2021, thirty and over", 4752, 43110),
        ("Just above half a euro: 1197.504", 132, 1198),
        ("Just below half a euro: 1070.496", 118, 1070),
    ),
)

TYPES = Examples(
    "D16",
    "Knowledge worker or labour migrant, in 2020?",
    ("age", "euro_per_year"),
    (
        ("Exactly on the limit", 29, 30672, "knowledge"),
        ("One euro below it", 29, 30671, "labour"),
        ("A cent below it", 29, 30671.99, "labour"),
        ("The same wage at thirty", 30, 30672, "labour"),
        ("Exactly on the limit at thirty", 30, 41840, "knowledge"),
    ),
)

AMOUNTS = {("2020", "under_30"): 3381, ("2020", "30_plus"): 4612, ("2018", "30_plus"): 4404}


@LIMITS.run
def test_limits(euro_per_month, expected):
    assert yearly_limit(euro_per_month) == expected


@TYPES.run
def test_types(age, euro_per_year, expected):
    assert worker_type(euro_per_year, wage_limit("2020", age_group(age), AMOUNTS)) == expected


def test_the_limit_is_what_decimal_arithmetic_says():
    factor = Decimal("0.7") * 12 * Decimal("1.08")
    for monthly in range(0, 12_000):
        exact = (factor * monthly).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        assert yearly_limit(monthly) == exact


@pytest.mark.parametrize("year", ["2019", "2021"])
def test_a_year_without_an_amount_is_refused_and_not_filled_from_its_neighbours(year):
    with pytest.raises(DataError, match=rf"no salary criterion for {year}, 30_plus.*for 2018, 2020"):
        wage_limit(year, "30_plus", AMOUNTS)


def test_the_limits_from_real_amounts(real_data):
    with (real_data / "ind-thresholds" / "ind_looncriteria_kennismigrant.csv").open(
        encoding="utf-8"
    ) as lines:
        amounts = {row["jaar"]: row for row in csv.DictReader(lines)}
    limits = {
        year: [
            yearly_limit(int(amounts[year][column]))
            for column in ("kennismigrant_onder_30", "kennismigrant_30plus")
        ]
        for year in ("2020", "2021")
    }
    assert limits == {"2020": [30672, 41840], "2021": [31607, 43110]}
