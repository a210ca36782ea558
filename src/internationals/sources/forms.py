"""What may stand in a column of a template: each form turns a text into our code, or says what it expected."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from internationals.definitions import codes, regions
from internationals.shapes import Cell, Status
from internationals.sources.source import Place

UNKNOWN = "onbekend"
ABSENT = ("", ".", "x", "X")
"""How a number that the source does not have is written."""


class UnfitError(ValueError):
    """A value that does not fit; the message says what was expected and what to do."""


def year(text: str, place: Place) -> str:
    """A year that has begun."""
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise UnfitError("a year of four digits. Correct it")
    if int(text) > date.today().year:
        raise UnfitError(f"a year that has begun, up to {date.today().year}. Correct it")
    return text


def month(text: str, place: Place) -> str:
    """A month as two digits."""
    if not re.fullmatch(r"0?[1-9]|1[0-2]", text):
        raise UnfitError("a month from 1 to 12. Correct it")
    return text.zfill(2)


def month_or_unknown(text: str, place: Place) -> str:
    """A month as two digits, or unknown."""
    if text == UNKNOWN:
        return "unknown"
    try:
        return month(text, place)
    except UnfitError as expected:
        raise UnfitError(f"a month from 1 to 12, or {UNKNOWN}. Correct it") from expected


def study_year(text: str, place: Place) -> str:
    """The first year of a study year."""
    match = re.fullmatch(r"((?:19|20)\d\d)[/-](\d{4}|\d\d)", text)
    if match is None or int(match[2]) % 100 != (int(match[1]) + 1) % 100:
        raise UnfitError("a study year, as 2021/2022. Correct it")
    return year(match[1], place)


def area(text: str, place: Place) -> str:
    """The code of a municipality, or of a region."""
    return text if text in regions.regions() or text == place.region_id else _municipality(text)


def municipality(text: str, place: Place) -> str:
    """The code of a municipality, or unknown."""
    return "unknown" if text == UNKNOWN else _municipality(text, f" or {UNKNOWN}")


def residence(text: str, place: Place) -> str:
    """The code of a municipality, elsewhere, or unknown."""
    words = {"elders": "elsewhere", "onbekend": "unknown"}
    return words[text] if text in words else _municipality(text, " or elders or onbekend")


def country(text: str, place: Place) -> str:
    """The code of a country, or the rest inside or outside the European Economic Area."""
    words = {"overig_eer": "other_eea", "overig_buiten_eer": "other_outside"}
    if text in words:
        return words[text]
    if text not in codes.countries():
        raise UnfitError(
            f"a country's four-digit code (table 34), overig_eer or overig_buiten_eer{_zeros(text)}"
        )
    return text


def nationality(text: str, place: Place) -> str:
    """The code of a nationality."""
    if text not in codes.nationalities():
        raise UnfitError(f"a nationality's four-digit code (table 32){_zeros(text)}")
    return text


def brin(text: str, place: Place) -> str:
    """The BRIN number of an institution."""
    if not re.fullmatch(r"\d\d[A-Z]{2}", text.upper()):
        raise UnfitError("a BRIN number, two digits and two letters, as 21PB. Correct it")
    return text.upper()


def name(text: str, place: Place) -> str:
    """A name, as it stands."""
    if not text:
        raise UnfitError("a name. Fill it in")
    return text


def amount(text: str) -> Cell:
    """A whole number of persons, registrations or euro; missing where the source has none."""
    if text in ABSENT:
        return Cell(None, Status.MISSING)
    if not re.fullmatch(r"\d{1,12}", text):
        raise UnfitError("a whole number without points or signs, or nothing where there is none. Correct it")
    return Cell(int(text))


FORMS: dict[str, Callable[[str, Place], str]] = {
    form.__name__: form
    for form in (
        *(year, month, month_or_unknown, study_year),
        *(municipality, area, residence, country, nationality, brin, name),
    )
}


def _municipality(text: str, also: str = "") -> str:
    if text not in codes.municipalities() or text in ("0000", "1999"):
        raise UnfitError(f"a municipality's four-digit code{also}{_zeros(text)}")
    return text


def _zeros(text: str) -> str:
    """What to do; the usual mistake has its own mend."""
    if re.fullmatch(r"\d{1,3}", text):
        return (
            f". A spreadsheet has taken the zeros off; write {text.zfill(4)}, and format the column as text"
        )
    return ". Correct it"
