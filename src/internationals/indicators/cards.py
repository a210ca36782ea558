"""Cards from the files beside the indicator families, filled in for one edition."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from internationals import texts
from internationals.indicators.labels import labels_of
from internationals.shapes import Card, Dimension, Frame, Text

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
_PUBLIC = {
    "balance_item": "item",
    "quality_item": "item",
    "accounting_item": "item",
    "main_group": "group",
    "region": "origin",
    "child_age": "age",
}


def cards_of(family: str, frame: Frame) -> dict[str, Card]:
    """The cards of an indicator family for this edition, by table id."""
    described = _file(f"families/{family}.yml")
    return {name: _card(name, family, card, frame) for name, card in described.items()}


def _card(name: str, family: str, described: Mapping[str, Any], frame: Frame) -> Card:
    measures = described["measures"]
    unit = described.get("unit", "persons" if measures == "stand" else "events")
    return Card(
        id=name,
        title=described["title"],
        definition=described["definition"],
        unit=_UNITS[unit],
        dimensions=tuple(_dimension(key, measures, frame) for key in described["dimensions"]),
        source={language: _source(language).format(name=name) for language, name in frame.name.items()},
        reference={language: _reference(measures, frame, language) for language in frame.name},
        notes=tuple(described.get("notes", ())),
        moment=_moment(measures, frame),
        subject=described.get("subject", family),
    )


def _source(language: str) -> str:
    return _SOURCE.get(language) or texts.translated(language, _SOURCE["en"])


def _reference(measures: str, frame: Frame, language: str) -> str:
    """The moment of the newest figures in words."""
    if _is_stand(measures, frame):
        return texts.day(language, frame.reference_date)
    return _moment(measures, frame)


def _moment(measures: str, frame: Frame) -> str:
    """The reference date of a stand, or the last full year of events."""
    return frame.reference_date.isoformat() if _is_stand(measures, frame) else str(max(frame.event_years))


def _is_stand(measures: str, frame: Frame) -> bool:
    return measures == "stand" or not frame.event_years


def _dimension(key: str, measures: str, frame: Frame) -> Dimension:
    described = _file("dimensions.yml")[key]
    return Dimension(
        _PUBLIC.get(key, key), described["label"], described.get("codes") or labels_of(key, measures, frame)
    )


@cache
def _file(name: str) -> Mapping[str, Any]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.safe_load(text)
    return loaded
