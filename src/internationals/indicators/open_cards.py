"""Cards of open tables: their words from the file beside the family, the rest from the observations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from internationals import texts
from internationals.definitions import codes
from internationals.indicators.open.found import Found
from internationals.shapes import Card, Dimension, Frame, Nature, Observations, Text
from internationals.texts.files import months

UNITS: Mapping[str, Text] = {
    "persons": {"nl": "personen", "en": "persons"},
    "children": {"nl": "kinderen", "en": "children"},
    "students": {"nl": "studenten", "en": "students"},
    "registrations": {"nl": "inschrijvingen", "en": "registrations"},
    "employers": {"nl": "werkgevers", "en": "employers"},
    "respondents": {"nl": "respondenten", "en": "respondents"},
    "percent": {"nl": "procent", "en": "per cent"},
    "euro": {"nl": "euro per jaar", "en": "euro a year"},
}
_ROUNDED: Text = {
    "nl": "De bron rondt aantallen af op veelvouden van {unit}; sommen en verschillen kunnen daardoor iets afwijken.",
    "en": "The source rounds numbers to multiples of {unit}; sums and differences may deviate a little because of that.",
}


def described(family: str) -> Mapping[str, Mapping[str, Any]]:
    """The cards of a family as its file describes them, by table id. Their subject is the family's, unless they
    say otherwise."""
    return {name: {"subject": family, **words} for name, words in _file(f"{family}.yml").items()}


def card_of(name: str, words: Mapping[str, Any], found: Found, frame: Frame) -> Card:
    """The card of a table: of whose numbers it is, of when, and which codes occur in it."""
    reference = found.reference or _latest(found.sources)
    rounded_to = max(source.rounded_to for source in found.sources)
    return Card(
        id=name,
        title=words["title"],
        definition=words["definition"],
        unit=UNITS[words["unit"]],
        dimensions=tuple(
            _dimension(key, {str(row[n]) for row in found.rows}, found)
            for n, key in enumerate(words["dimensions"])
        ),
        source=_joined(_source(source) for source in found.sources),
        reference={language: _reference(language, found) for language in texts.languages()},
        notes=tuple(_notes(words, found, rounded_to)),
        decimals=words.get("decimals", 0),
        breaks={code: text for source in found.sources for code, text in source.breaks.items()},
        rounded_to=rounded_to,
        moment=reference,
        public=found.nature is Nature.PUBLIC,
        subject=words["subject"],
    )


def _latest(sources: Iterable[Observations]) -> str:
    """The moment of a table; of two sources that of the one that reaches least far."""
    return min(source.reference for source in sources)


def _source(source: Observations) -> Text:
    card = source.provenance
    return {
        language: f"{card.producer[language]}, {card.dataset if card.dataset[:1].isdigit() else card.title[language]}"
        for language in card.producer
    }


def _joined(parts: Iterable[Text]) -> Text:
    listed = list(parts)
    return {language: "; ".join(dict.fromkeys(part[language] for part in listed)) for language in listed[0]}


def _reference(language: str, found: Found) -> str:
    """Of when a table is; of two sources that differ in this both are named."""
    moments = dict.fromkeys(
        [found.reference] if found.reference else [one.reference for one in found.sources]
    )
    return texts.join(language, [_moment(language, moment) for moment in moments])


def _moment(language: str, reference: str) -> str:
    """A moment in words: a day, a month, a year, or a study year as it stands."""
    parts = reference.split("-")
    if len(parts) == 3:
        return texts.day(language, date(int(parts[0]), int(parts[1]), int(parts[2])))
    if len(parts) == 2:
        return f"{months(language)[int(parts[1]) - 1]} {parts[0]}"
    return reference


def _notes(words: Mapping[str, Any], found: Found, rounded_to: int) -> Iterable[Text]:
    yield from words.get("notes", ())
    yield from found.notes
    if rounded_to:
        yield {language: text.format(unit=rounded_to) for language, text in _ROUNDED.items()}
    seen: list[Text] = []
    for source in found.sources:
        for note in source.notes:
            if note not in seen:
                seen.append(note)
                yield note


def _dimension(key: str, used: set[str], found: Found) -> Dimension:
    known = _file("dimensions.yml")[key]
    name = str(known.get("public", key))
    labels: dict[str, Text] = {}
    if "list" in known:
        labels |= _listed(known["list"])
    labels |= known.get("codes", {})
    labels |= found.labels.get(name, {})
    ordered = [code for code in labels if code in used]
    ordered += sorted(used - set(labels))
    return Dimension(
        name, known["label"], {code: labels.get(code, {"nl": code, "en": code}) for code in ordered}
    )


@cache
def _listed(name: str) -> Mapping[str, Text]:
    if name == "months":
        named = {
            f"{n:02}": {language: months(language)[n - 1] for language in texts.languages()}
            for n in range(1, 13)
        }
        return {**named, "unknown": {"nl": "Onbekend", "en": "Unknown"}}
    if name == "municipalities":
        return {code: {"nl": each.name, "en": each.name} for code, each in codes.municipalities().items()}
    if name == "nationalities":
        return {code: each.label for code, each in codes.nationalities().items()}
    return {code: each.label for code, each in codes.countries().items()}


@cache
def _file(name: str) -> Mapping[str, Any]:
    text = resources.files("internationals.indicators.open").joinpath(name).read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.safe_load(text)
    return loaded
