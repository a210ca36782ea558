"""The code lists, read as plain dictionaries: facts that this reference shares with the package."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "src" / "internationals" / "definitions" / "codes"

NETHERLANDS = "6030"
INTERNATIONAL_WATERS = "9999"
UNKNOWN = "0000"
ABROAD = "1999"
"""Municipality 1999 is the register of non-residents: as a counterpart it means abroad."""


@cache
def code_list(name: str) -> dict[str, dict[str, str]]:
    """One code list: its rows by their code."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


@cache
def eu_memberships() -> tuple[tuple[str, date, date], ...]:
    """Country, first day as a member, first day no longer a member."""
    with (FOLDER / "eu.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            (
                row["country"],
                date.fromisoformat(row["from"]),
                date.fromisoformat(row["to"]) if row["to"] else date.max,
            )
            for row in csv.DictReader(file)
        )


def in_eu(country: str, on: date) -> bool:
    """Was this country a member of the European Union (or its forerunners) on that day?"""
    return any(member == country and first <= on < last for member, first, last in eu_memberships())


@cache
def neighbourhoods(municipality: str) -> frozenset[str]:
    """The neighbourhoods of a municipality; district = the first six digits."""
    areas = code_list(f"areas/{municipality}")
    return frozenset(code for code, row in areas.items() if row["level"] == "neighbourhood")
