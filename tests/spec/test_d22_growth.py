"""D22 and D28: rounding, shares, change, growth, points and one in N."""

import pytest

from internationals.definitions.measures import change, growth, one_in, points, round_half_away, share
from internationals.shapes import Cell, DataError, Status
from tests.spec.spec_table import Examples

HIDDEN, MISSING = Cell(None, Status.SUPPRESSED), Cell(None, Status.MISSING)
NOT_YET, NOT_APPLICABLE = Cell(None, Status.NOT_YET), Cell(None, Status.NOT_APPLICABLE)


def provisional(value):
    return Cell(value, Status.PROVISIONAL)


ROUNDED = Examples(
    "D22",
    "How is a number rounded?",
    ("value", "decimals"),
    (
        ("A half goes up", 2.5, 0, 3.0),
        ("An odd half goes up too", 3.5, 0, 4.0),
        ("A negative half goes down, away from zero", -2.5, 0, -3.0),
        ("Under a half goes down", 2.499, 0, 2.0),
        ("At one decimal", 0.25, 1, 0.3),
        ("At one decimal, negative", -0.25, 1, -0.3),
        ("A half that binary fractions write just below", 1.005, 2, 1.01),
        ("A half lost in the noise of a subtraction", 0.7 - 0.45, 1, 0.3),
        ("Less than nothing, rounded to nothing, has no sign", -0.4, 0, 0.0),
        ("A large count stays as it is", 17_590_672.0, 0, 17_590_672.0),
    ),
)

SHARE = Examples(
    "D22",
    "What share is this, in percent?",
    ("part", "whole"),
    (
        ("A quarter", Cell(5), Cell(20), Cell(25)),
        ("Nothing of something is zero", Cell(0), Cell(20), Cell(0)),
        ("Of nothing there is no share", Cell(0), Cell(0), NOT_APPLICABLE),
        ("A suppressed part gives a suppressed share", HIDDEN, Cell(20), HIDDEN),
        ("A suppressed whole too", Cell(5), HIDDEN, HIDDEN),
        ("Of a missing whole the share is missing", Cell(5), MISSING, MISSING),
        ("Suppressed goes before missing", MISSING, HIDDEN, HIDDEN),
        ("A period that is not there yet", Cell(5), NOT_YET, NOT_YET),
        ("A provisional part gives a provisional share", provisional(5), Cell(20), provisional(25)),
        ("At a break the share stands at a break", Cell(5, Status.BREAK), Cell(20), Cell(25, Status.BREAK)),
    ),
)

GROWTH = Examples(
    "D22",
    "What is the growth, in percent?",
    ("start", "end"),
    (
        ("Half as much again", Cell(100), Cell(150), Cell(50)),
        ("A fall", Cell(200), Cell(150), Cell(-25)),
        ("Down to nothing", Cell(200), Cell(0), Cell(-100)),
        ("No growth is zero", Cell(200), Cell(200), Cell(0)),
        ("On a base of ten", Cell(10), Cell(15), Cell(50)),
        ("On a base of nine no percentage is given", Cell(9), Cell(18), NOT_APPLICABLE),
        ("On a base of zero none either", Cell(0), Cell(18), NOT_APPLICABLE),
        ("A suppressed start", HIDDEN, Cell(18), HIDDEN),
        ("A suppressed end on a small base stays suppressed", Cell(5), HIDDEN, HIDDEN),
        ("A provisional end", Cell(100), provisional(110), provisional(10)),
    ),
)

CHANGE = Examples(
    "D22",
    "What is the change?",
    ("start", "end"),
    (
        ("More", Cell(13993), Cell(14472), Cell(479)),
        ("Less, on a small base too", Cell(5), Cell(2), Cell(-3)),
        ("From nothing", Cell(0), Cell(7), Cell(7)),
        ("A missing start", MISSING, Cell(7), MISSING),
        ("A provisional start", provisional(5), Cell(7), provisional(2)),
    ),
)

ONE_IN = Examples(
    "D28",
    "One in how many?",
    ("percentage",),
    (
        ("A third", Cell(100 / 3), Cell(3)),
        ("11.6 per cent is one in nine", Cell(11.6), Cell(9)),
        ("13.1 per cent is one in eight", Cell(13.1), Cell(8)),
        ("All are one in one", Cell(100), Cell(1)),
        ("Forty per cent: a half goes up, one in three", Cell(40), Cell(3)),
        ("None is not one in anything", Cell(0), NOT_APPLICABLE),
        ("Suppressed stays suppressed", HIDDEN, HIDDEN),
        ("Provisional stays provisional", provisional(25), provisional(4)),
    ),
)


@ROUNDED.run
def test_rounding(value, decimals, expected):
    assert round_half_away(value, decimals) == expected
    assert str(round_half_away(value, decimals)) == str(expected)  # minus zero equals zero


@SHARE.run
def test_share(part, whole, expected):
    assert share(part, whole) == expected


@GROWTH.run
def test_growth(start, end, expected):
    assert growth(start, end) == expected


@CHANGE.run
def test_change(start, end, expected):
    assert change(start, end) == expected


@ONE_IN.run
def test_one_in(percentage, expected):
    assert one_in(percentage) == expected


def test_points_come_from_unrounded_shares():
    # 9.46 and 11.54 per cent; rounded to a decimal first they would be 2.0 apart.
    found = points(share(Cell(946), Cell(10_000)), share(Cell(1154), Cell(10_000)))
    assert round_half_away(found.value or 0, 1) == 2.1
    assert points(HIDDEN, Cell(3)) == HIDDEN


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_not_rounded(value):
    with pytest.raises(DataError, match="cannot be rounded"):
        round_half_away(value)


def test_published_figures_come_out_as_published():
    assert round_half_away(share(Cell(14472), Cell(125037)).value or 0, 1) == 11.6
    assert round_half_away(share(Cell(41109), Cell(125037)).value or 0, 1) == 32.9
    assert round_half_away(growth(Cell(667), Cell(1253)).value or 0) == 88
