"""From a producer's code or title of a region to a municipality of ours, or the country."""

from __future__ import annotations

import re
from difflib import get_close_matches

from internationals.shapes import DataError
from internationals.sources import titles

COUNTRY = "NL"
_MUNICIPALITY = re.compile(r"(?:GM|G)?(\d{4})")
_COUNTRIES = re.compile(r"NL\d\d|nederland", re.IGNORECASE)
_OTHER_REGION = re.compile(
    r"(LD|PV|CR|CP|SG|GA|AM|RB|RE|RP|RA|AR|VR|WK|BU|OR|JR|PC)\d+|.*\((PV|LD|CR|SG|GA)\)"
)


def area_of(code: str, title: str, year: str, where: str) -> str | None:
    """Four digits of a municipality, NL for the country, None for another kind of region.

    Raises DataError for a name that no municipality has, or two have; `where` is the file or the source.
    """
    match = _MUNICIPALITY.fullmatch(code)
    if match:
        return match[1]
    if _COUNTRIES.fullmatch(code) or _COUNTRIES.fullmatch(title):
        return COUNTRY
    if _OTHER_REGION.fullmatch(code) or _OTHER_REGION.fullmatch(title):
        return None
    found = titles.municipality(title, year)
    if found is None:
        close = get_close_matches(title, titles.municipality_names(), 1)
        raise DataError(
            f"{where}: '{title}' is no municipality that we know, or the name of two"
            f"{f'; {close[0]} looks like it' if close else ''}. Export the table with codes of regions (GM0546), or "
            "correct the name in the file, and put it into deliveries/ again."
        )
    return found
