"""D23 and D24: relatively many, and concentrated in a place."""

from internationals.definitions.area_unions import area_unions
from internationals.definitions.codes import areas
from internationals.definitions.relative import concentrated, over_represented
from internationals.shapes import Cell, Status
from tests.spec.spec_table import Examples

HIDDEN = Cell(None, Status.SUPPRESSED)


def cells(**values):
    return {place: value if isinstance(value, Cell) else Cell(value) for place, value in values.items()}


def rounded(**values):
    return {
        place: value if isinstance(value, Cell) else Cell(value, Status.ROUNDED, margin=4)
        for place, value in values.items()
    }


RELATIVE = Examples(
    "D23",
    "Is the part relatively large in the group?",
    ("part", "group", "city_part", "city"),
    (
        ("56% men beside 49% in the city", Cell(560), Cell(1000), Cell(4900), Cell(10000), True),
        ("Exactly 3 points above, and more than 1.1 times", Cell(13), Cell(100), Cell(10), Cell(100), True),
        ("Just under 3 points above", Cell(1299), Cell(10000), Cell(10), Cell(100), False),
        ("Exactly 1.1 times", Cell(44), Cell(100), Cell(40), Cell(100), True),
        ("4 points above, but under 1.1 times", Cell(54), Cell(100), Cell(50), Cell(100), False),
        ("The same share as the city", Cell(49), Cell(100), Cell(49), Cell(100), False),
        ("A smaller share than the city", Cell(30), Cell(100), Cell(49), Cell(100), False),
        ("A group of 50", Cell(40), Cell(50), Cell(49), Cell(100), True),
        ("A group of 49 is too small", Cell(40), Cell(49), Cell(49), Cell(100), False),
        ("None in the whole city", Cell(0), Cell(100), Cell(0), Cell(100), False),
        ("A suppressed part", HIDDEN, Cell(100), Cell(10), Cell(100), None),
        ("A suppressed part of a group that is too small", HIDDEN, Cell(49), Cell(10), Cell(100), False),
        ("A suppressed city", Cell(40), Cell(100), HIDDEN, Cell(100), None),
    ),
)

CITY = cells(north=1000, south=1000, east=1000, west=1000)

CONCENTRATED = Examples(
    "D24",
    "Is the group concentrated in the north?",
    ("group", "total", "city", "hidden"),
    (
        ("First, and 1.5 times the city's 25%", cells(north=75, south=70, east=50), Cell(200), CITY, 0, True),
        ("Second, with 40% against 25%", cells(north=80, south=100, east=20), Cell(200), CITY, 0, True),
        ("Third", cells(north=80, south=100, east=90), Cell(200), CITY, 0, False),
        ("Two places share the first rank", cells(north=80, south=80, east=20), Cell(200), CITY, 0, True),
        ("First, but under 1.5 times", cells(north=74, south=70, east=56), Cell(200), CITY, 0, False),
        ("Nobody of the group", cells(north=0, south=0), Cell(200), CITY, 0, False),
        ("Suppressed", cells(north=HIDDEN, south=80), Cell(200), CITY, 4, None),
        ("Others are suppressed, and small", cells(north=80, s=HIDDEN, e=HIDDEN), Cell(200), CITY, 4, True),
        (
            "Others could be larger",
            cells(north=80, s=HIDDEN, e=HIDDEN),
            Cell(300),
            cells(north=1, s=9),
            99,
            None,
        ),
        ("One other could be larger", cells(north=80, s=HIDDEN, e=9), Cell(200), CITY, 99, True),
        ("Beyond reach of rounding", rounded(north=100, south=90, east=10), Cell(200), CITY, 0, True),
        (
            "Perhaps third",
            rounded(north=88, south=90, east=81),
            Cell(200),
            CITY,
            0,
            None,
        ),
        ("Surely third", rounded(north=79, south=90, east=88), Cell(200), CITY, 0, False),
        ("Perhaps nobody, rounded up", rounded(north=4, south=80), Cell(4), CITY, 0, None),
        ("76 or more, and 1.5 times", rounded(north=80, south=70), Cell(200), CITY, 0, True),
        ("70 or more, perhaps under 1.5 times", rounded(north=74, south=70), Cell(200), CITY, 0, None),
        (
            "76 beside two that hold 75",
            rounded(north=80, s=HIDDEN, e=HIDDEN),
            Cell(200),
            CITY,
            75,
            True,
        ),
        (
            "76 beside two that hold 77",
            rounded(north=80, s=HIDDEN, e=HIDDEN),
            Cell(200),
            CITY,
            77,
            None,
        ),
        ("The city is suppressed", cells(north=80, south=9), Cell(99), cells(north=HIDDEN, south=9), 0, None),
    ),
)


@RELATIVE.run
def test_relatively_many(part, group, city_part, city, expected):
    assert over_represented(part, group, city_part, city) is expected


@CONCENTRATED.run
def test_concentration(group, total, city, hidden, expected):
    assert concentrated("north", group, total, city, hidden) is expected


def test_the_inner_city_of_leiden_is_two_districts():
    union = next(union for union in area_unions() if union.areas[0].startswith("0546"))
    assert union.areas == ("054600", "054601") and union.code == "054600+054601"
    assert [areas("0546")[area].label["nl"] for area in union.areas] == [
        "Binnenstad-Zuid",
        "Binnenstad-Noord",
    ]
