"""D21: ranks and the leading few."""

from internationals.definitions.measures import rank, share, top
from internationals.shapes import Cell, Status
from tests.spec.spec_table import Examples

HIDDEN = Cell(None, Status.SUPPRESSED)


def cells(**values):
    return {code: value if isinstance(value, Cell) else Cell(value) for code, value in values.items()}


RANKS_OF_A_TIE = {"a": 3, "b": 1, "c": 1, "d": 4}

RANK = Examples(
    "D21",
    "Which rank does each have?",
    ("values",),
    (
        ("The highest is first", cells(a=10, b=30, c=20), {"a": 3, "b": 1, "c": 2}),
        ("Ties share the best rank and the next skips", cells(a=5, b=9, c=9, d=1), RANKS_OF_A_TIE),
        ("All equal are all first", cells(a=2, b=2), {"a": 1, "b": 1}),
        ("A suppressed one has no rank", cells(a=5, b=HIDDEN, c=9), {"a": 2, "b": None, "c": 1}),
        ("A provisional one is ranked", cells(a=5, b=Cell(7, Status.PROVISIONAL)), {"a": 2, "b": 1}),
        ("Zero is a value", cells(a=0, b=3), {"a": 2, "b": 1}),
        ("Values are compared unrounded", cells(a=12.04, b=12.01), {"a": 1, "b": 2}),
        ("Of nothing there are no ranks", {}, {}),
    ),
)

TOP = Examples(
    "D21",
    "Which are the leading k?",
    ("values", "k"),
    (
        ("The leading two, highest first", cells(a=10, b=30, c=20), 2, ("b", "c")),
        ("A tie at the last place is named in full", cells(a=10, b=30, c=20, d=20), 2, ("b", "c", "d")),
        ("A tie at the first place fills the list", cells(a=30, b=30, c=20), 2, ("a", "b")),
        ("Fewer than k", cells(a=10), 3, ("a",)),
        ("A suppressed one is never named", cells(a=10, b=HIDDEN, c=20), 3, ("c", "a")),
    ),
)


@RANK.run
def test_rank(values, expected):
    assert rank(values) == expected


@TOP.run
def test_top(values, k, expected):
    assert top(values, k) == expected


def test_equal_shares_of_different_wholes_tie():
    # 1 of 3 and 20 of 60 are the same share, which binary fractions must not tear apart.
    values = {"small": share(Cell(1), Cell(3)), "large": share(Cell(20), Cell(60))}
    assert rank(values) == {"small": 1, "large": 1}
