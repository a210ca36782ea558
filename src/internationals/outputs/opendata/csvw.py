"""What a CSV cannot say, beside it: columns, types, meaning, source and licence, as W3C's CSV on the Web has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from internationals import texts
from internationals.definitions.statuses import SDMX
from internationals.outputs.opendata.columns import Column, Kind
from internationals.outputs.opendata.facts import Facts, in_language
from internationals.shapes import Card, Status, Text

_SDMX_TERMS = "http://purl.org/linked-data/sdmx/2009"
_PROPERTIES = {
    Kind.VALUE: f"{_SDMX_TERMS}/measure#obsValue",
    Kind.OBS_STATUS: f"{_SDMX_TERMS}/attribute#obsStatus",
    Kind.CONF_STATUS: f"{_SDMX_TERMS}/attribute#confStatus",
}


def csvw(card: Card, columns: Sequence[Column], facts: Facts) -> dict[str, Any]:
    """The metadata of `tables/<id>.csv`, to stand in `tables/<id>.csv-metadata.json`."""
    languages = facts.languages
    unit = _words(card.unit, languages)
    described = {
        "dc:title": [_word(facts.marked(each, in_language(card.title, each)), each) for each in languages],
        "dc:description": _words(card.definition, languages),
        "dc:source": _words(card.source, languages),
        "dc:temporal": _words(card.reference, languages),
        "rdfs:comment": [
            *(_word(texts.word(each, "data.every_row"), each) for each in languages),
            *(word for note in (*card.notes, *card.breaks.values()) for word in _words(note, languages)),
        ],
        "schema:unitText": unit,
        f"{_SDMX_TERMS}/attribute#decimals": card.decimals,
        "dc:license": {"@id": facts.licence.address},
        "dc:publisher": facts.publisher,
        "dc:isPartOf": f"{facts.publisher}, {facts.said('title', languages[0])}, {facts.edition}",
    }
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{card.id}.csv",
        **described,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "lineTerminators": ["\r\n"], "header": True},
        "tableSchema": {
            "columns": [_column(column, card, unit, languages) for column in columns],
            "primaryKey": [dimension.id for dimension in card.dimensions],
        },
    }


def meanings(language: str) -> dict[Status, str]:
    """What every status means, in a sentence; a normal number is one to which nothing has to be said."""
    return {
        status: texts.word(language, "data.normal")
        if status is Status.NORMAL
        else texts.word(language, f"status_meaning.{status}")
        for status in Status
    }


def _column(
    column: Column, card: Card, unit: list[dict[str, str]], languages: Iterable[str]
) -> dict[str, Any]:
    # Validators look for the header of the file among the titles; "und" is a title in no language.
    found: dict[str, Any] = {"name": column.name, "titles": {"und": column.name, **column.titles}}
    if column.kind is Kind.VALUE:
        found |= {"datatype": "double" if card.decimals else "integer", "null": "", "required": False}
        found["schema:unitText"] = unit
    elif column.kind in (Kind.OBS_STATUS, Kind.CONF_STATUS):
        nth = 0 if column.kind is Kind.OBS_STATUS else 1
        codes = sorted({codes[nth] for codes in SDMX.values()})
        found |= {"datatype": {"base": "string", "format": "|".join(codes)}, "required": True}
        found["rdfs:comment"] = [
            _word(f"{SDMX[status][nth]}: {texts.word(each, f'status.{status}')}. {meaning}", each)
            for each in languages
            for status, meaning in meanings(each).items()
        ]
    else:
        found |= {"datatype": "string", "required": True}
        if column.language:
            found["lang"] = column.language
    if column.kind in _PROPERTIES:
        found["propertyUrl"] = _PROPERTIES[column.kind]
    return found


def _words(text: Text, languages: Iterable[str]) -> list[dict[str, str]]:
    return [_word(in_language(text, language), language) for language in languages]


def _word(text: str, language: str) -> dict[str, str]:
    return {"@value": text, "@language": language}
