"""`reference/tables.md`: every released table with its card, in both languages."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module, resources
from typing import Any

import yaml

from generators.markdown import code, joined, table, written_by
from internationals.indicators import families
from internationals.indicators import open as open_families
from internationals.indicators.cards import cards_of
from internationals.indicators.open_cards import UNITS, described
from internationals.shapes import Card, Dimension, Frame

PLACE = "reference/tables.md"

INTRODUCTION = """\
Every table that a release holds. The ids are stable: they are the names of the files in a release, and of
the tables that a page reads. Each table is written in long form, one column of codes per dimension; see
[the release](../../ARCHITECTURE.md#the-release) for the columns beside them. A cell that is not listed is
zero.
"""
OPEN = """\
## Open tables

Made of open data and of files by hand. A table whose source is absent is absent; a combination that the source did
not deliver is missing. The codes of their dimensions are those that occur in the data.
"""
FROM_DATA = {
    "year": "the years of the edition: of the stand, or of the event",
    "nationality": "every nationality under which someone can be counted, by its code in table 32",
    "origin": "every country, by its code in table 34; in `residents_origin2022` the list below",
    "country": "every country, by its code in table 34",
    "counterpart": "`abroad`, `unknown`, or the code of a municipality in table 33",
    "district": "the districts of the municipality, six digits, and `unknown`",
    "neighbourhood": "the neighbourhoods of the municipality, eight digits, and `unknown`",
    "file": "the extract files of the edition, without what comes after the first dot",
}


def page() -> str:
    """The whole page."""
    cards = list(all_cards())
    listed = _listed()
    dimensions = {
        (dimension.id, tuple(dimension.codes)): dimension
        for card in cards
        for dimension in card.dimensions
        if tuple(dimension.codes) in listed
    }
    return joined(
        "# Tables",
        written_by("the `.yml` files in `src/internationals/indicators/`"),
        INTRODUCTION,
        *map(_card, cards),
        OPEN,
        *map(_open, open_tables()),
        "## Codes of dimensions",
        *(f"- `{name}`: {said}." for name, said in FROM_DATA.items()),
        *map(_dimension, dimensions.values()),
    )


def all_cards() -> Iterator[Card]:
    """The card of every table, by id, for an edition that never was: only its codes of years depend on it."""
    frame = Frame(
        edition="2022",
        municipality="GM0546",
        name={"nl": "Leiden", "en": "Leiden"},
        reference_date=date(2022, 1, 1),
        extracted=None,
        stand_dates=(date(2021, 1, 1), date(2022, 1, 1)),
        event_years=(2021,),
    )
    found = {
        name: card
        for module in pkgutil.iter_modules(families.__path__)
        for name, card in cards_of(module.name, frame).items()
    }
    for name in sorted(found):
        yield found[name]


def open_tables() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The id and the words of every open table, by id."""
    found = {
        name: words
        for module in pkgutil.iter_modules(open_families.__path__)
        if hasattr(import_module(f"{open_families.__name__}.{module.name}"), "NEEDS")
        for name, words in described(module.name).items()
    }
    yield from sorted(found.items())


def _open(named: tuple[str, Mapping[str, Any]]) -> str:
    name, words = named
    dimensions = described("dimensions")
    shape = " × ".join(code(dimensions[key].get("public", key)) for key in words["dimensions"])
    unit = UNITS[words["unit"]]
    return joined(
        f"## `{name}`",
        f"**{words['title']['en']}** · {words['title']['nl']}",
        words["definition"]["en"],
        f"*{words['definition']['nl']}*",
        *(f"Note: {note['en']} *{note['nl']}*" for note in words.get("notes", ())),
        f"Dimensions: {shape}. Unit: {unit['en']} ({unit['nl']}).",
    )


def _listed() -> set[tuple[str, ...]]:
    """The codes of every dimension that has its own list of them."""
    text = resources.files("internationals.indicators").joinpath("dimensions.yml").read_text(encoding="utf-8")
    return {tuple(described["codes"]) for described in yaml.safe_load(text).values() if "codes" in described}


def _card(card: Card) -> str:
    shape = " × ".join(code(dimension.id) for dimension in card.dimensions)
    return joined(
        f"## `{card.id}`",
        f"**{card.title['en']}** · {card.title['nl']}",
        card.definition["en"],
        f"*{card.definition['nl']}*",
        *(f"Note: {note['en']} *{note['nl']}*" for note in card.notes),
        f"Dimensions: {shape}. Unit: {card.unit['en']} ({card.unit['nl']}).",
    )


def _dimension(dimension: Dimension) -> str:
    rows = [(code(key), label["en"], label["nl"]) for key, label in dimension.codes.items()]
    return joined(
        f"### `{dimension.id}`: {dimension.label['en']} ({dimension.label['nl']})",
        table(("code", "English", "Nederlands"), rows),
    )
