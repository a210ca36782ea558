"""D17: labour migrants."""

import pytest

from internationals.definitions.workers import WorkerType, worker_type
from tests.spec.spec_table import Examples

LABOUR = Examples(
    "D17",
    "Is an international worker a labour migrant, with a limit of 30672 euro?",
    ("euro_per_year",),
    (
        ("A side job", 4200, True),
        ("One euro below the limit", 30671, True),
        ("On the limit", 30672, False),
        ("Above it", 52000, False),
    ),
)


@LABOUR.run
def test_labour_migrants(euro_per_year, expected):
    assert (worker_type(euro_per_year, 30672) is WorkerType.LABOUR) is expected


@pytest.mark.parametrize("wage", [0, 30671, 30672, 30673, 1_000_000])
def test_every_worker_is_one_of_two(wage):
    assert worker_type(wage, 30672) in set(WorkerType)
    assert len(WorkerType) == 2
