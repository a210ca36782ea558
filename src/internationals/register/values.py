"""What a value of an extract means: each reader takes a text and gives what it stands for, or what is wrong.

`Meaning.fault` is the name of the rule in `rules` that the value breaks; a fault that rejects or excludes
is one of the `reasons`, one that only warns is one of the `warnings` there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from internationals.definitions import codes, nationality
from internationals.definitions.geography import is_neighbourhood
from internationals.definitions.residents import NON_RESIDENTS

IMPOSSIBLE = -1
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Meaning(NamedTuple):
    """What a value stands for, and the rule that it breaks, if any."""

    value: Any
    fault: str | None = None


Reader = Callable[[str], Meaning]
Test = Callable[[str], bool]


@cache
def register_date(text: str) -> int:
    """JJJJMMDD as a number, unknown parts 00; 0 when unknown, IMPOSSIBLE when no calendar has the date.

    A month that is unknown makes the day mean nothing, an unknown year the whole date.
    """
    if text == "":
        return 0
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return IMPOSSIBLE
    number = int(text)
    year, month, day = number // 10000, number // 100 % 100, number % 100
    if year == 0:
        return 0
    if month == 0:
        return year * 10000
    if month > 12 or day > _DAYS[month - 1]:
        return IMPOSSIBLE
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return IMPOSSIBLE if (month, day) == (2, 29) and not leap else number


def lost_zeros(text: str, digits: int) -> bool:
    """Whether a code is shorter than it should be, as codes are that a spreadsheet took for numbers."""
    return 0 < len(text) < digits and text.isascii() and text.isdigit()


def restoring(reader: Reader, digits: int, restore: bool) -> Reader:
    """The reader, after giving a code its leading zeros back where that is asked."""
    if not restore:
        return reader
    return lambda text: reader(text.zfill(digits) if lost_zeros(text, digits) else text)


def country(unknown: str) -> Reader:
    """A country of table 34 as a number; empty is unknown (0), and so is a code that the table does not have."""
    known = codes.countries()
    return lambda text: Meaning(int(text)) if text in known else Meaning(0, unknown if text else None)


def sex(text: str) -> Meaning:
    """M, V or O."""
    return Meaning(text) if text in ("M", "V", "O") else Meaning("O", "unknown_sex")


def parent_sex(unknown: str) -> Reader:
    """M, V, O, or empty."""
    return lambda text: Meaning(text) if text in ("M", "V", "O", "") else Meaning("", unknown)


def nationalities(lost: str, unknown: str, restore: bool) -> Reader:
    """Codes of table 32 with a space between, as the sorted set that counts."""

    def read(text: str) -> Meaning:
        tokens = text.split()
        short = any(lost_zeros(token, 4) for token in tokens)
        if short and not restore:
            return Meaning("", lost)
        clean = " ".join(token.zfill(4) if lost_zeros(token, 4) else token for token in tokens)
        if nationality.unknown_codes(clean):
            return Meaning("", unknown)
        return Meaning(" ".join(sorted(nationality.parse(clean))))

    return read


def residence(own: tuple[str, ...]) -> Reader:
    """The municipality of registration: ours, or the reason why the row is not used."""
    known = codes.municipalities()

    def read(text: str) -> Meaning:
        if text in own:
            return Meaning(int(text))
        if text == NON_RESIDENTS:
            return Meaning(0, "non_resident")
        if lost_zeros(text, 4):
            return Meaning(0, "lost_zeros_municipality")
        return Meaning(0, "other_municipality" if text in known else "unknown_municipality")

    return read


def area(own: tuple[str, ...]) -> Reader:
    """A neighbourhood of our own as a number; empty, or another municipality's, is unknown (0)."""

    def read(text: str) -> Meaning:
        if any(is_neighbourhood(municipality, text) for municipality in own):
            return Meaning(int(text))
        return Meaning(0, "unknown_area" if text else None)

    return read


def title(text: str) -> Meaning:
    """A residence title of table 56 as a number; none is 0."""
    if text in codes.residence_titles():
        return Meaning(int(text))
    return Meaning(0, "unknown_title" if text else None)
