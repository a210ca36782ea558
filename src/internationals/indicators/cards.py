"""Cards from the files beside the indicator families, filled in for one edition."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from internationals import texts
from internationals.definitions import codes
from internationals.shapes import Card, Dimension, Frame, Text

_LANGUAGES = ("nl", "en")
_SOURCE = {
    "nl": "Basisregistratie personen (BRP), gemeente {name}",
    "en": "Personal Records Database (BRP), municipality of {name}",
}
_UNITS: Mapping[str, Text] = {
    "persons": {"nl": "personen", "en": "persons"},
    "events": {"nl": "gebeurtenissen", "en": "events"},
    "rows": {"nl": "aantal", "en": "number"},
}
# The public name of a dimension, where two dimensions of different tables share one.
_PUBLIC = {"balance_item": "item", "quality_item": "item", "accounting_item": "item"}


def cards_of(family: str, frame: Frame) -> dict[str, Card]:
    """The cards of an indicator family for this edition, by table id."""
    described = _file(f"families/{family}.yml")
    return {name: _card(name, card, frame) for name, card in described.items()}


def _card(name: str, described: Mapping[str, Any], frame: Frame) -> Card:
    measures = described["measures"]
    unit = described.get("unit", "persons" if measures == "stand" else "events")
    return Card(
        id=name,
        title=described["title"],
        definition=described["definition"],
        unit=_UNITS[unit],
        dimensions=tuple(_dimension(key, measures, frame) for key in described["dimensions"]),
        source={language: _SOURCE[language].format(name=frame.name[language]) for language in _LANGUAGES},
        reference={language: _reference(measures, frame, language) for language in _LANGUAGES},
        notes=tuple(described.get("notes", ())),
    )


def _reference(measures: str, frame: Frame, language: str) -> str:
    """The moment, or the last full year, that the newest figures are about."""
    if measures == "stand" or not frame.event_years:
        return texts.day(language, frame.reference_date)
    return str(max(frame.event_years))


def _dimension(key: str, measures: str, frame: Frame) -> Dimension:
    described = _file("dimensions.yml")[key]
    return Dimension(
        _PUBLIC.get(key, key), described["label"], described.get("codes") or _codes(key, measures, frame)
    )


def _codes(key: str, measures: str, frame: Frame) -> Mapping[str, Text]:
    stands = {at.year for at in frame.stand_dates}
    if key == "year":
        years = {"stand": stands, "events": set(frame.event_years)}.get(
            measures, stands | set(frame.event_years)
        )
        return {str(year): {"nl": str(year), "en": str(year)} for year in sorted(years)}
    if key == "nationality":
        return _nationalities()
    if key == "origin":
        return {code: {"nl": country.nl, "en": country.en} for code, country in codes.countries().items()}
    names = [f"stand_{at}" for at in frame.stand_dates] + [f"mutaties_{year}" for year in frame.event_years]
    names.append("persoonslijsten")
    return {name: {"nl": name, "en": name} for name in names}


@cache
def _nationalities() -> Mapping[str, Text]:
    """Every nationality under which someone can be counted, by code."""
    return {
        code: {"nl": nationality.nl, "en": nationality.en}
        for code, nationality in codes.nationalities().items()
        if nationality.group == code
    }


@cache
def _file(name: str) -> Mapping[str, Any]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.safe_load(text)
    return loaded
