"""D27: which counts are published."""

from dataclasses import replace

from internationals import disclosure
from internationals.disclosure.policy import Rule
from internationals.shapes import Card, Cell, Counts, Dimension, Status
from tests.spec.spec_table import Examples

HIDDEN = Cell(None, Status.SUPPRESSED)

SMALL = Examples(
    "D27",
    "What is published of a count?",
    ("count", "threshold"),
    (
        ("One person", 1, 5, HIDDEN),
        ("Just below the threshold", 4, 5, HIDDEN),
        ("The threshold itself", 5, 5, Cell(5)),
        ("Zero is published", 0, 5, Cell(0)),
        ("A stricter municipality", 9, 10, HIDDEN),
        ("A stricter municipality, at its threshold", 10, 10, Cell(10)),
        ("Two fewer is as small as two more", -2, 5, HIDDEN),
    ),
)


@SMALL.run
def test_small_counts(count, threshold, expected):
    both = {"nl": "x", "en": "x"}
    card = Card("t", both, both, both, (Dimension("year", both, {"2022": both}),), both, both)
    rule = {"t": Rule(tier="exact", of="people")}
    policy = replace(disclosure.policy({"threshold": threshold}), tables=rule, signed=frozenset(["people"]))
    (table,) = disclosure.protect([Counts(card, (("2022", count),))], (), policy, b"", "0546").tables
    assert table.cell(year="2022") == expected
