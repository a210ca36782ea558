"""The codes of a dimension and their names, where these come from a code list or from the edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from internationals.definitions import codes
from internationals.definitions.counterparts import ABROAD, UNKNOWN, UNKNOWN_COUNTRY
from internationals.definitions.residents import NON_RESIDENTS
from internationals.shapes import Counts, Dimension, Frame, Text

Labels = Mapping[str, Text]

_ABROAD: Text = {"nl": "Buitenland", "en": "Abroad"}
_UNKNOWN: Text = {"nl": "Onbekend", "en": "Unknown"}


def labels_of(key: str, measures: str, frame: Frame) -> Labels:
    """The names of a dimension's codes. Years depend on what the table measures: `stand`, `events` or both."""
    if key == "year":
        return _years(measures, frame)
    if key == "nationality":
        return _nationalities()
    if key in ("origin", "country"):
        return _countries()
    if key == "counterpart":
        return _counterparts()
    if key in ("district", "neighbourhood"):
        return _areas(frame.municipality.removeprefix("GM"), key)
    return _files(frame)


def with_areas_found(counts: Counts) -> Counts:
    """The counts, with every district and neighbourhood that occurs in them on the card.

    Where a municipality has no list of areas, and for those of a municipality that was merged into it, the
    register says which there are; they are named by their codes.
    """
    dimensions = tuple(
        _with_codes(dimension, {row[place] for row in counts.rows})
        if dimension.id in ("district", "neighbourhood")
        else dimension
        for place, dimension in enumerate(counts.card.dimensions)
    )
    return replace(counts, card=replace(counts.card, dimensions=dimensions))


def _with_codes(dimension: Dimension, found: set[str]) -> Dimension:
    new: dict[str, Text] = {code: {"nl": code, "en": code} for code in sorted(found - dimension.codes.keys())}
    listed = {code: text for code, text in dimension.codes.items() if code != UNKNOWN}
    return replace(dimension, codes=listed | new | {UNKNOWN: dimension.codes[UNKNOWN]})


def _years(measures: str, frame: Frame) -> Labels:
    stands, events = {at.year for at in frame.stand_dates}, set(frame.event_years)
    years = {"stand": stands, "events": events}.get(measures, stands | events)
    return {str(year): {"nl": str(year), "en": str(year)} for year in sorted(years)}


@cache
def _nationalities() -> Labels:
    """Every nationality under which someone can be counted."""
    return {
        code: nationality.label
        for code, nationality in codes.nationalities().items()
        if nationality.group == code
    }


@cache
def _countries() -> Labels:
    return {code: country.label for code, country in codes.countries().items()}


@cache
def _counterparts() -> Labels:
    municipalities: dict[str, Text] = {
        code: {"nl": municipality.name, "en": municipality.name}
        for code, municipality in codes.municipalities().items()
        if code not in (NON_RESIDENTS, UNKNOWN_COUNTRY)
    }
    return {ABROAD: _ABROAD, **municipalities, UNKNOWN: _UNKNOWN}


@cache
def _areas(municipality: str, level: str) -> Labels:
    listed = codes.areas(municipality).items()
    return {code: area.label for code, area in listed if area.level == level} | {UNKNOWN: _UNKNOWN}


def _files(frame: Frame) -> Labels:
    names = [f"stand_{at}" for at in frame.stand_dates] + [f"mutaties_{year}" for year in frame.event_years]
    names.append("persoonslijsten")
    return {name: {"nl": name, "en": name} for name in names}
