"""The code lists of the register and of geography, as they are used here.

Our own files in `codes/`, with facts from the national tables of the personal records database: 32 (nationalities),
33 (municipalities, with mergers up to 2025), 34 (countries), 56 (residence titles); Europe as the education agency
(DUO) divides the countries of birth; EU membership from the accession treaties; success criteria from W3C.
Dates are half-open: they hold from `valid_from` up to, but not on, `valid_to`.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal

from internationals.shapes import DataError, Text

Level = Literal["district", "neighbourhood"]


@dataclass(frozen=True)
class Named:
    """An entry of a code list that has a name in every language."""

    code: str
    nl: str
    en: str

    @property
    def label(self) -> Text:
        """The name in every language."""
        return {"nl": self.nl, "en": self.en}


@dataclass(frozen=True)
class Nationality(Named):
    """A nationality (table 32). `group` is the code under which it is counted, `country` its state's code.

    `country` is empty for unknown, stateless and established non-Dutch. `europe`: its state is European.
    """

    country: str
    group: str
    europe: bool
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class Country(Named):
    """A country or territory of birth, origin or departure (table 34). `europe` excludes the Netherlands."""

    europe: bool
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class Municipality:
    """A municipality (table 33, and mergers since). `successor` is the code that replaced it, empty when none did."""

    code: str
    name: str
    successor: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class ResidenceTitle(Named):
    """A ground for lawful residence (table 56)."""

    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class Area(Named):
    """A district (six digits) or neighbourhood (eight digits) of a municipality, as CBS codes it."""

    level: Level


@dataclass(frozen=True)
class Membership:
    """A country's membership of the European Union or its predecessors."""

    country: str
    name: str
    valid_from: date
    valid_to: date | None


@cache
def nationalities() -> dict[str, Nationality]:
    """Table 32 by code, current and ended codes; `group` is always filled (mostly the code itself)."""
    return {
        row["code"]: Nationality(
            code=row["code"],
            nl=row["nl"],
            en=row["en"],
            country=row["country"],
            group=row["group"] or row["code"],
            europe=row["europe"] == "yes",
            valid_from=_day(row["from"]),
            valid_to=_day(row["to"]),
        )
        for row in rows("nationalities.csv", "code,nl,en,country,group,europe,from,to")
    }


@cache
def countries() -> dict[str, Country]:
    """Table 34 by code, current and ended codes, with unknown (0000) and international territory (9999)."""
    return {
        row["code"]: Country(
            row["code"], row["nl"], row["en"], row["europe"] == "yes", _day(row["from"]), _day(row["to"])
        )
        for row in rows("countries.csv", "code,nl,en,europe,from,to")
    }


@cache
def municipalities() -> dict[str, Municipality]:
    """Table 33 by code, current and ended codes, with unknown (0000) and the non-residents (1999)."""
    return {
        row["code"]: Municipality(
            row["code"], row["name"], row["successor"], _day(row["from"]), _day(row["to"])
        )
        for row in rows("municipalities.csv", "code,name,successor,from,to")
    }


@cache
def residence_titles() -> dict[str, ResidenceTitle]:
    """Table 56 by code, current and ended codes, with unknown (00) and none any more (98)."""
    return {
        row["code"]: ResidenceTitle(row["code"], row["nl"], row["en"], _day(row["from"]), _day(row["to"]))
        for row in rows("residence_titles.csv", "code,nl,en,from,to")
    }


@cache
def areas(municipality: str) -> dict[str, Area]:
    """The districts and neighbourhoods of a municipality (four digits); empty when there is no list."""
    name = f"areas/{municipality}.csv"
    if not _file(name).is_file():
        return {}
    levels: dict[str, Level] = {"district": "district", "neighbourhood": "neighbourhood"}
    return {
        row["code"]: Area(row["code"], row["nl"], row["en"], levels[row["level"]])
        for row in rows(name, "code,level,nl,en")
    }


@cache
def tiles(municipality: str) -> dict[str, tuple[int, int]]:
    """Column and row (from the north-west) of every area in our own layout of tiles; empty without one."""
    name = f"tiles/{municipality}.csv"
    if not _file(name).is_file():
        return {}
    return {row["code"]: (int(row["column"]), int(row["row"])) for row in rows(name, "code,column,row")}


@cache
def memberships() -> tuple[Membership, ...]:
    """Who was a member of the European Union, or the Communities before it, from when until when."""
    return tuple(
        Membership(row["country"], row["name"], date.fromisoformat(row["from"]), _day(row["to"]))
        for row in rows("eu.csv", "country,name,from,to")
    )


def _file(name: str) -> Traversable:
    return resources.files("internationals.definitions").joinpath("codes", *name.split("/"))


def rows(name: str, header: str) -> list[dict[str, str]]:
    """The rows of a code list of ours. Raises DataError when its header is another, or a key repeats."""
    with _file(name).open(encoding="utf-8") as lines:
        reader = csv.DictReader(lines, strict=True)
        found = ",".join(reader.fieldnames or ())
        if found != header:
            raise DataError(f"The code list {name} has the columns {found!r}; expected {header!r}.")
        listed = list(reader)
    keys = [row[header.split(",", 1)[0]] for row in listed]
    if repeated := sorted(key for key, times in Counter(keys).items() if times > 1):
        raise DataError(
            f"The code list {name} has {', '.join(repeated)} more than once; keep one row of each."
        )
    return listed


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
