"""D19: children of international workers."""

from internationals.definitions.workers import WorkerType, type_of_child
from tests.spec.spec_table import Examples

CHILDREN = Examples(
    "D19",
    "Under which type of worker does a child count?",
    ("age", "workers_in_the_household"),
    (
        ("One knowledge worker", 3, ("knowledge",), "knowledge"),
        ("Two labour migrants: one child", 3, ("labour", "labour"), "labour"),
        ("One of each", 17, ("labour", "knowledge"), "knowledge"),
        ("No international worker", 3, (), None),
        ("Eighteen", 18, ("knowledge",), None),
        ("Seventeen", 17, ("labour",), "labour"),
        ("Just born", 0, ("labour",), "labour"),
    ),
)


@CHILDREN.run
def test_children(age, workers_in_the_household, expected):
    parents = [WorkerType(worker) for worker in workers_in_the_household]
    assert type_of_child(age, parents) == expected
