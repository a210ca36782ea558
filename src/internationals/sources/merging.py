"""Municipal mergers in a series: the former municipalities added up under the code of today, and the year marked.

Only the own municipality and those of its region are followed; all others stay as they were in each year. Where a
part is not in the source, or only a part of a municipality came along, nothing is added up: then the mark says
that the years before cannot be compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from internationals import texts
from internationals.definitions import mergers
from internationals.definitions.codes import municipalities
from internationals.shapes import Cell, Observations, Status, Text
from internationals.sources.source import Place

Key = tuple[str, ...]
DIMENSIONS = ("municipality", "area", "residence")
_WHOLE: Text = {
    "nl": "Vanaf {year} zijn {old} samen {new}; de jaren daarvoor zijn de som van deze gemeenten.",
    "en": "From {year} on {old} together are {new}; the years before are the sum of these municipalities.",
}
_LOST: Text = {
    "nl": "Vanaf {year} zijn {old} samen {new}; de jaren daarvoor zijn daarmee niet te vergelijken.",
    "en": "From {year} on {old} together are {new}; the years before cannot be compared with it.",
}
_SHARED: Text = {
    "nl": "Vanaf {year} hoort een deel van {old} bij {new}; de jaren daarvoor zijn daarmee niet te vergelijken.",
    "en": "From {year} on part of {old} belongs to {new}; the years before cannot be compared with it.",
}


def together(found: Observations, place: Place) -> Observations:
    """The observations with mergers of the own municipality and its region added up, and marked in `breaks`."""
    at = next((n for n, name in enumerate(found.dimensions) if name in DIMENSIONS), None)
    years = sorted({key[0] for key in found.cells})
    if at is None or len(years) < 2:
        return found
    cells = dict(found.cells)
    marks: dict[str, list[Text]] = {}
    followed = dict.fromkeys((place.municipality, *place.region))
    there = _with_numbers(found.cells, at)
    for code in followed:
        parts = {year: _parts(code, year, years[-1], place, there) for year in years}
        summed = {year for year in years if parts[year] != (code,) and set(parts[year]) <= there[year]}
        for year in summed:
            _add(cells, at, year, code, parts[year], events="month" in found.dimensions)
        for before, year in pairwise(years):
            if parts[before] != parts[year] and len(parts[before]) > 1:  # with one it is another name only
                words = _WHOLE if before in summed else _LOST
                marks.setdefault(year, []).append(_said(words, year, parts[before], code, place))
            shared = _shared(code, before, year)
            if shared:
                marks.setdefault(year, []).append(_said(_SHARED, year, shared, code, place))
    if not marks:
        return found
    breaks = {
        year: {
            language: " ".join(text[language] for text in (found.breaks.get(year), *marks[year]) if text)
            for language in texts.languages()
        }
        for year in marks
    }
    return replace(found, cells=cells, breaks=dict(sorted({**found.breaks, **breaks}.items())))


def _parts(code: str, year: str, last: str, place: Place, there: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The municipalities that in a year were what this one is in the last, by the list and by the project."""
    begin, end = date(int(year), 1, 1), date(int(last), 1, 1)
    listed = mergers.merged_between(begin, end).get(code, (code,))
    if code != place.municipality:
        return listed
    own = {
        former for former in place.former_codes if former in there[year] and mergers.existed(former, begin)
    }
    if not own - set(listed):
        return listed
    return tuple(sorted(own | {each for each in listed if each != code or code in there[year]}))


def _shared(code: str, before: str, year: str) -> tuple[str, ...]:
    """The municipalities of which this one got a part between two years."""
    first, last = date(int(before), 1, 1), date(int(year), 1, 1)
    return tuple(
        old
        for old, into in mergers.divided().items()
        if mergers.existed(old, first)
        and not mergers.existed(old, last)
        and code in {mergers.successor(part, last) for part in into}
    )


def _with_numbers(cells: Mapping[Key, Cell], at: int) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, cell in cells.items():
        codes = found.setdefault(key[0], set())
        if cell.value is not None:
            codes.add(key[at])
    return found


def _add(cells: dict[Key, Cell], at: int, year: str, code: str, parts: tuple[str, ...], events: bool) -> None:
    """Put the sum of the parts in their place. In a list of events what is not there did not happen."""
    taken = {key: cells.pop(key) for key in [key for key in cells if key[0] == year and key[at] in parts]}
    for rest in dict.fromkeys((*key[:at], *key[at + 1 :]) for key in taken):
        given = [taken.get((*rest[:at], part, *rest[at:])) for part in parts]
        known = [cell for cell in given if cell is not None]
        cells[*rest[:at], code, *rest[at:]] = _sum(known, whole=events or len(known) == len(parts))


def _sum(cells: Iterable[Cell], whole: bool) -> Cell:
    listed = list(cells)
    lacking = [cell for cell in listed if cell.value is None]
    if lacking:
        return lacking[0]
    if not whole:
        return Cell(None, Status.MISSING)
    provisional = any(cell.status is Status.PROVISIONAL for cell in listed)
    return Cell(
        sum(cell.value or 0 for cell in listed),
        Status.PROVISIONAL if provisional else Status.NORMAL,
        sum(cell.margin for cell in listed),
    )


def _said(words: Text, year: str, old: Iterable[str], new: str, place: Place) -> Text:
    names = {code: each.name for code, each in municipalities().items()}
    return {
        language: text.format(
            year=year,
            old=texts.join(language, [names.get(code, code) for code in old]),
            new=place.name[language] if new == place.municipality else names.get(new, new),
        )
        for language, text in words.items()
    }
