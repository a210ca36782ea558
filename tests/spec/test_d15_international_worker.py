"""D15: international workers."""

from internationals.definitions.workers import is_international_worker
from tests.spec.spec_table import Examples

WORKERS = Examples(
    "D15",
    "Is someone an international worker in this year?",
    ("dutch", "job_with_wage_tax", "self_employed_only"),
    (
        ("Italian researcher employed here", False, True, False, True),
        ("Polish agency worker", False, True, False, True),
        ("German student with a side job", False, True, False, True),
        ("Dutch employee", True, True, False, False),
        ("British employee without wage tax here", False, False, False, False),
        ("Self-employed and nothing else", False, True, True, False),
    ),
)


@WORKERS.run
def test_workers(dutch, job_with_wage_tax, self_employed_only, expected):
    assert is_international_worker(dutch, job_with_wage_tax, self_employed_only) is expected
