"""Geography below the municipality: district and neighbourhood (D25), by their CBS codes.

A neighbourhood has eight digits: four of the municipality, two of the district, two of its own.
"""

from __future__ import annotations

from internationals.definitions.codes import areas
from internationals.shapes import DataError

UNKNOWN = "unknown"
"""The district and neighbourhood of residents whose address says neither."""


def is_neighbourhood(municipality: str, code: str) -> bool:
    """Whether the code is a neighbourhood of the municipality (four digits).

    Where the municipality has a list of areas the code must be on it; where it has none, the form decides.
    """
    if not (len(code) == 8 and code.isascii() and code.isdigit() and code.startswith(municipality)):
        return False
    listed = areas(municipality)
    return not listed or code in listed


def district_of(neighbourhood: str) -> str:
    """The district (six digits) in which a neighbourhood (eight digits) lies.

    Raises DataError for anything but eight digits.
    """
    if not (len(neighbourhood) == 8 and neighbourhood.isascii() and neighbourhood.isdigit()):
        raise DataError(f"{neighbourhood!r} is no neighbourhood; expected the eight digits of a CBS code.")
    return neighbourhood[:6]


def area_name(municipality: str, code: str, language: str) -> str:
    """The name of a district or neighbourhood; its code where the municipality has no list of areas.

    Raises DataError when there is a list and the code is not on it, or the language has no names.
    """
    listed = areas(municipality)
    if not listed:
        return code
    if code not in listed:
        raise DataError(f"{code!r} is not an area of {municipality}; expected a code of its list of areas.")
    label = listed[code].label
    if language not in label:
        raise DataError(f"The areas have no names in {language!r}; expected one of {', '.join(label)}.")
    return label[language]
