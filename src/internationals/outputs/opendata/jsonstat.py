"""Tables as JSON-stat 2.0, which the explorer on the site and the packages of statisticians read.

One language per file. Numbers stand dense, with null where there is none. The `status` of a cell is our own word for
it (`suppressed`, `rounded`, ...), because JSON-stat has one status and the two SDMX codes together are one word; what
each is called in the file's language stands in `extension.status.label`, where Eurostat has it as well.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from internationals import texts
from internationals.outputs.opendata.about import precision
from internationals.outputs.opendata.cube import Cube, cube
from internationals.outputs.opendata.facts import Facts, in_language
from internationals.shapes import Dimension, ProtectedTable, Status

TIME = frozenset({"year", "month"})
GEO = frozenset({"area", "counterpart", "district", "municipality", "neighbourhood", "residence"})
_SPARSE = 20
"""Statuses are listed by position where fewer than one in so many cells has one. Else a list of all is smaller."""


def jsonstat(
    table: ProtectedTable, language: str, manifest: Mapping[str, Any], counted: Cube | None = None
) -> dict[str, Any]:
    """A table as a JSON-stat dataset in one language. `counted` spares the work of completing the table again."""
    facts = Facts.of(manifest)
    card = table.card
    full = counted or cube(table)
    notes = [in_language(note, language) for note in card.notes]
    if facts.invented:
        notes.insert(0, texts.word(language, "data.invented"))
    optional = {
        "href": f"{facts.address}tables/{card.id}.{language}.json" if facts.address else "",
        "role": _roles(card.dimensions),
        "note": notes,
        "status": _statuses(full.statuses),
    }
    return {
        "version": "2.0",
        "class": "dataset",
        "label": facts.marked(language, in_language(card.title, language)),
        "source": in_language(card.source, language),
        "updated": facts.reference_date.isoformat(),
        "id": [dimension.id for dimension in card.dimensions],
        "size": list(full.size),
        **{name: content for name, content in optional.items() if content},
        "dimension": {each.id: _dimension(each, language) for each in card.dimensions},
        "extension": _extension(table, full, language, facts),
        "value": full.values,
    }


def compact(dataset: Mapping[str, Any]) -> bytes:
    """A dataset as few bytes as JSON can have."""
    return json.dumps(dataset, ensure_ascii=False, separators=(",", ":")).encode()


def _roles(dimensions: tuple[Dimension, ...]) -> dict[str, list[str]]:
    named = [dimension.id for dimension in dimensions]
    roles = {"time": [name for name in named if name in TIME], "geo": [name for name in named if name in GEO]}
    return {role: names for role, names in roles.items() if names}


def _dimension(dimension: Dimension, language: str) -> dict[str, Any]:
    return {
        "label": in_language(dimension.label, language),
        "category": {
            # A list, as an object with codes like "2012" would lose its order in a browser.
            "index": list(dimension.codes),
            "label": {code: in_language(label, language) for code, label in dimension.codes.items()},
        },
    }


def _statuses(statuses: list[Status]) -> str | list[str] | dict[str, str] | None:
    """The statuses in the shortest of the forms that JSON-stat knows; none at all where all are normal."""
    kinds = set(statuses)
    if kinds <= {Status.NORMAL}:
        return None
    if len(kinds) == 1:
        return statuses[0].value
    listed = {str(at): status.value for at, status in enumerate(statuses) if status is not Status.NORMAL}
    if len(listed) * _SPARSE < len(statuses):
        return listed
    return [status.value for status in statuses]


def _extension(table: ProtectedTable, full: Cube, language: str, facts: Facts) -> dict[str, Any]:
    card = table.card
    there = set(full.statuses)
    return {
        **({"invented": texts.word(language, "csv.invented")} if facts.invented else {}),
        "table": card.id,
        "edition": facts.edition,
        "municipality": facts.code,
        "publisher": facts.publisher,
        "licence": facts.licence.address,
        "definition": in_language(card.definition, language),
        "unit": in_language(card.unit, language),
        "reference": in_language(card.reference, language),
        "moment": card.moment,
        **precision(table),
        "breaks": {code: in_language(text, language) for code, text in card.breaks.items()},
        "status": {
            "label": {each.value: texts.word(language, f"status.{each}") for each in Status if each in there}
        },
    }
