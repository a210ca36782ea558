"""D10, D11: ages and durations, day by day as a calendar shows them."""

from datetime import date

from tests.reference import dates

UNKNOWN = "unknown"

AGE_GROUPS = [
    (0, 3, "0-3"),
    (4, 11, "4-11"),
    (12, 17, "12-17"),
    (18, 26, "18-26"),
    (27, 39, "27-39"),
    (40, 54, "40-54"),
    (55, 64, "55-64"),
    (65, 74, "65-74"),
    (75, 200, "75+"),
]


def filled(text: str) -> date | None:
    """The day for which an incomplete date stands: the middle of the year, or the first of the month."""
    found = dates.parts(text)
    if found is None or found[0] == 0:
        return None
    year, month, day = found
    return date(year, 7, 1) if month == 0 else date(year, month, day or 1)


def anniversary(of: date, year: int) -> date:
    """The anniversary in a year; of 29 February it is 1 March when the year has none."""
    try:
        return of.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def completed_years(text: str, on: date) -> int | None:
    """How many anniversaries have come by a day, that day included; None when nobody knows the year."""
    since = filled(text)
    if since is None:
        return None
    return sum(anniversary(since, year) <= on for year in range(since.year + 1, on.year + 1))


def age_group(birth: str, on: date) -> str:
    """The age group on a day."""
    years = completed_years(birth, on)
    if years is None:
        return UNKNOWN
    return next(name for lowest, highest, name in AGE_GROUPS if lowest <= years <= highest)


def duration(since: str, on: date) -> str:
    """Under one year, one to under three, three or more."""
    years = completed_years(since, on)
    if years is None:
        return UNKNOWN
    if years < 1:
        return "0-1"
    return "1-3" if years < 3 else "3+"
