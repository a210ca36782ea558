"""Districts that a city's own people see as one place, such as an inner city of two districts (D25)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

from internationals.shapes import DataError, Text

_HEADER = ["areas", "nl", "en"]


@dataclass(frozen=True)
class AreaUnion:
    """Several areas (codes of one level, in order) under one name. Its own code is theirs joined by `+`."""

    areas: tuple[str, ...]
    label: Text

    @property
    def code(self) -> str:
        return "+".join(self.areas)


@cache
def area_unions() -> tuple[AreaUnion, ...]:
    """Every union of areas, of every municipality: area codes begin with the municipality's.

    Raises DataError when the file `area_unions.csv` is not as it should be.
    """
    file = resources.files("internationals.definitions").joinpath("codes", "area_unions.csv")
    with file.open(encoding="utf-8") as lines:
        reader = csv.DictReader(lines, strict=True)
        if reader.fieldnames != _HEADER:
            raise DataError(f"area_unions.csv has the columns {reader.fieldnames}; expected {_HEADER}.")
        unions = tuple(
            AreaUnion(tuple(row["areas"].split()), {"nl": row["nl"], "en": row["en"]}) for row in reader
        )
    members = [area for union in unions for area in union.areas]
    if len(members) != len(set(members)):
        raise DataError("area_unions.csv has an area in two unions; keep it in one.")
    return unions
