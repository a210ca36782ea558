"""The values from which invented people are made, with what is awkward among them, and days that matter."""

from datetime import date, timedelta
from random import Random

from tests.reference.lives import Codes

BIRTH_COUNTRIES = ["6030", "6030", "5002", "7046", "9030", "9049", "5107", "0000", "", "9999"]

DUTCH: Codes = ("0001",)
NATIONALITIES: list[Codes] = [
    ("0001",),
    ("0001",),
    ("0001",),
    ("0001", "0064"),
    ("0002",),
    ("0002", "0223"),
    ("0064",),
    ("0055",),
    ("0336",),
    ("0312",),
    ("0060",),
    ("0083",),
    ("0450", "0307"),
    ("0437", "0223"),
    ("0052", "0055"),
    ("0067", "0052"),
    ("0072", "0034"),
    ("0339", "0041"),
    ("0065",),  # Yugoslav: a state that no longer exists
    ("0075", "0041"),
    (),
    ("0000",),
    ("0500",),
    ("0499",),
    ("0499", "0000"),
    ("0500", "0064"),
    ("0499", "0339"),
    ("0000", "0336"),
    ("0000", "0500"),
]
MOVED_BY_THE_RULE: list[Codes] = [
    ("0060", "0050"),  # British and Albanian: British until 31 January 2020
    ("0083", "0041", "0223"),
    ("0429", "0034"),
    ("0043", "0041"),  # Croatian and Russian: Russian until 30 June 2013
    ("0043", "0027"),  # Croatian and Slovak: Slovak before, and Slovak after
    ("0060", "0070"),  # British and Norwegian: British throughout, 0060 being the lower code
]
RETURNS_FROM = [("", "5107"), ("", "7011"), ("", "5002"), ("1999", ""), ("0518", ""), ("", "6030"), ("", "")]
TURNING_POINTS = [(1, 1), (1, 31), (2, 1), (2, 28), (2, 29), (3, 1), (6, 30), (7, 1), (12, 1), (12, 31)]


def some_day(random: Random, years: range, after: date | None = None) -> date:
    """A day within the years, often one on which something turns; after the given day if there is one."""
    while True:
        year = random.choice(years)
        if random.random() < 0.5:
            month, day = random.choice(TURNING_POINTS)
            if (month, day) == (2, 29) and year % 4:
                continue
            found = date(year, month, day)
        else:
            found = date(year, 1, 1) + timedelta(days=random.randrange(365))
        if after is None or found >= after:
            return found


def a_birthday(random: Random, years: range) -> date:
    """A day of birth; often a child's, and often one on which an age group turns on 1 January."""
    if random.random() < 0.5:
        return date(random.randrange(1930, 2000), random.randrange(1, 13), random.randrange(1, 29))
    month, day = random.choice([(1, 1), (1, 1), (1, 2), (12, 31), (7, 1)])
    return date(years[0] - random.choice([1, 3, 4, 11, 12, 17, 18, 27]), month, day)
