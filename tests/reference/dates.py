"""Dates of the register: eight digits JJJJMMDD, in which an unknown part is written as zeros."""

from datetime import date


def parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day, with 0 for what is unknown; None when this is no date at all.

    A column left empty is an unknown date. Month 13, 31 February and letters are no dates.
    """
    if text == "":
        return 0, 0, 0
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return None
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    try:
        # A leap year stands in for an unknown year, and a long month for an unknown month.
        date(year or 2000, month or 1, day or 1)
    except ValueError:
        return None
    return year, month, day


def earliest(text: str) -> date | None:
    """The earliest day that this date can be; None when its year is unknown."""
    found = parts(text)
    if found is None:
        raise ValueError(f"{text!r} is no date")
    year, month, day = found
    if year == 0:
        return None
    return date(year, month or 1, (day or 1) if month else 1)


def complete(text: str) -> date | None:
    """The day itself; None when a part is unknown or impossible."""
    found = parts(text)
    if found is None or 0 in found:
        return None
    return date(*found)
