"""From what a producer calls something to our code: nationalities, countries, municipalities.

Statistics Netherlands writes a nationality without its last e (Italiaans, Chinees) and adds words to names that two
areas share (Groningen (gemeente)). A title that fits nothing, or two things, has no code: it is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from internationals.definitions import codes, mergers

_NATIONALITIES = {
    "amerikaans burger": "0223",
    "brits (incl. overzees)": "0060",
    "nationaliteit onbekend": "0000",
    "staatloos/onbekend": "0000",
    "tsjecho-slowaaks": "0028",
}
_COUNTRIES = {
    "duitsland": "9089",
    "verenigd koninkrijk": "6039",
    "verenigde staten": "6014",
    "china, volksrepubliek": "6022",
    "turks": "6043",
    "marokkaans": "5022",
    "surinaams": "5007",
}
_MUNICIPALITIES = {
    "beek (l)": "0888",
    "laren (nh)": "0417",
    "middelburg (z)": "0687",
    "rijswijk (zh)": "0603",
    "stein (l)": "0971",
}
"""Names that the register's list has not: with a province that Statistics Netherlands adds."""
_ENDINGS = (("", "e"), ("ees", "ese"), ("aas", "ase"))


def nationality(title: str) -> str | None:
    """The code of a nationality by its Dutch title."""
    name = _folded(title)
    if name in _NATIONALITIES:
        return _NATIONALITIES[name]
    names = _nationalities()
    for ending, longer in _ENDINGS:
        if name.endswith(ending):
            found = names.get(name.removesuffix(ending) + longer if ending else name + longer)
            if found:
                return found
    return names.get(name)


def country(title: str) -> str | None:
    """The code of a country by its Dutch title."""
    name = _folded(title)
    return _COUNTRIES.get(name) or _countries().get(name)


def municipality(title: str, year: str = "") -> str | None:
    """The code of a municipality by its name, as it was on 1 January of a year; None when two have that name."""
    name = _folded(re.sub(r"\s*\((gemeente|gem\.)\)$", "", title.strip(), flags=re.IGNORECASE))
    name = re.sub(r"\((\w+)\.\)$", r"(\1)", name)
    if name in _MUNICIPALITIES:
        return _MUNICIPALITIES[name]
    found = _municipalities().get(name, ())
    if year and len(found) > 1:
        found = tuple(code for code in found if existed(code, year)) or found
    return found[0] if len(found) == 1 else None


def existed(code: str, year: str) -> bool:
    """Whether there was a municipality with this code on 1 January of a year; true for one that is newer than our list."""
    return code not in codes.municipalities() or mergers.existed(code, date(int(year), 1, 1))


def municipality_names() -> tuple[str, ...]:
    """The names of all municipalities that are or were, to find one that looks like what somebody wrote."""
    return tuple(entry.name for code, entry in codes.municipalities().items() if code not in ("0000", "1999"))


@cache
def _nationalities() -> dict[str, str]:
    return _unambiguous((entry.nl, entry.group) for entry in codes.nationalities().values())


@cache
def _countries() -> dict[str, str]:
    entries = codes.countries().values()
    ended = _unambiguous((entry.nl, entry.code) for entry in entries if entry.valid_to is not None)
    return ended | _unambiguous((entry.nl, entry.code) for entry in entries if entry.valid_to is None)


@cache
def _municipalities() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, entry in codes.municipalities().items():
        if code not in ("0000", "1999"):
            found.setdefault(_folded(entry.name), []).append(code)
    return {name: tuple(listed) for name, listed in found.items()}


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for name, code in pairs:
        found.setdefault(_folded(name), set()).add(code)
    return {name: next(iter(each)) for name, each in found.items() if len(each) == 1}


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


KNOWN: dict[str, Callable[[str], str | None]] = {"nationality": nationality, "country": country}
"""The lists in which an option can have titles looked up."""
