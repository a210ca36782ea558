"""All CSV files together as one Frictionless data package: `datapackage.json`.

Titles and descriptions are in the first language of the edition; `titles` and `descriptions` have every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from internationals import texts
from internationals.definitions.statuses import SDMX
from internationals.outputs.opendata.about import precision
from internationals.outputs.opendata.changes_files import changes_columns
from internationals.outputs.opendata.code_lists import codes_columns
from internationals.outputs.opendata.columns import Column, Kind, columns
from internationals.outputs.opendata.facts import Facts, in_language
from internationals.shapes import Card, ProtectedTable


@dataclass(frozen=True)
class Made:
    """A file that was made: its path, size in bytes and SHA-256."""

    path: str
    size: int
    sha256: str


def package(
    facts: Facts, resources: Iterable[Mapping[str, Any]], sources: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """The descriptor of the package. `sources` are those of the manifest: what the release was made of."""
    first, *_ = facts.languages
    return {
        "name": re.sub(r"[^a-z0-9._-]+", "-", f"internationals-{facts.code}-{facts.edition}".lower()),
        "title": facts.marked(first, facts.said("title", first)),
        "description": facts.marked(first, facts.said("about", first)),
        "titles": {each: facts.marked(each, facts.said("title", each)) for each in facts.languages},
        "descriptions": {each: facts.marked(each, facts.said("about", each)) for each in facts.languages},
        **({"invented": facts.mark} if facts.invented else {}),
        **({"homepage": facts.site} if facts.site else {}),
        "version": facts.edition,
        "created": f"{facts.reference_date.isoformat()}T00:00:00Z",
        "keywords": facts.said("keywords", first).split("; "),
        "licenses": [_licence(facts)],
        "contributors": [
            {"title": facts.publisher, "role": "publisher", **({"email": facts.email} if facts.email else {})}
        ],
        "sources": [_source(source) for source in sources],
        "resources": list(resources),
    }


def _licence(facts: Facts) -> dict[str, str]:
    """The licence as the specification wants it: a name is one that the Open Definition knows."""
    licence = facts.licence
    named = {"name": licence.spdx} if licence.spdx else {}
    return {**named, "path": licence.address, "title": licence.name}


def resources(
    tables: Iterable[ProtectedTable], made: Mapping[str, Made], facts: Facts
) -> list[dict[str, Any]]:
    """Every CSV that was made: the tables, and beside them the codes, and the changes where there are any.

    No id of a table has a hyphen, so that their names are their own.
    """
    found = [_table(table, made[f"tables/{table.card.id}.csv"], facts) for table in tables]
    beside = (
        ("codes", codes_columns(facts), {"position": "integer"}),
        ("changes", changes_columns(facts), {"old_value": "number", "new_value": "number"}),
    )
    for name, columns_of_it, types in beside:
        if f"{name}.csv" not in made:
            continue
        titles = {each: facts.marked(each, texts.word(each, f"data.{name}")) for each in facts.languages}
        told = {each: texts.word(each, f"data.{name}_about") for each in facts.languages}
        fields = [{"name": column, "type": types.get(column, "string")} for column in columns_of_it]
        found.append(_resource(f"all-{name}", made[f"{name}.csv"], titles, told, {"fields": fields}))
    return found


def _table(table: ProtectedTable, file: Made, facts: Facts) -> dict[str, Any]:
    """A table as a resource, with every code that it may have."""
    card, languages = table.card, facts.languages
    first, *_ = languages
    return _resource(
        card.id,
        file,
        {each: facts.marked(each, in_language(card.title, each)) for each in languages},
        {each: in_language(card.definition, each) for each in languages},
        {
            "fields": [_field(column, card, first) for column in columns(card, facts)],
            "primaryKey": [dimension.id for dimension in card.dimensions],
            "missingValues": [""],
        },
    ) | {
        "sources": [{"title": in_language(card.source, first)}],
        "unit": {each: in_language(card.unit, each) for each in languages},
        **precision(table),
        "reference": {each: in_language(card.reference, each) for each in languages},
        "notes": [{each: in_language(note, each) for each in languages} for note in card.notes],
    }


def _resource(
    name: str,
    file: Made,
    titles: Mapping[str, str],
    descriptions: Mapping[str, str],
    schema: Mapping[str, Any],
) -> dict[str, Any]:
    """Any CSV as a resource."""
    return {
        "name": name,
        "path": file.path,
        "title": next(iter(titles.values())),
        "description": next(iter(descriptions.values())),
        "titles": titles,
        "descriptions": descriptions,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": schema,
    }


def _field(column: Column, card: Card, language: str) -> dict[str, Any]:
    titles = column.titles
    found: dict[str, Any] = {
        "name": column.name,
        "title": titles.get(language) or next(iter(titles.values())),
    }
    if column.kind is Kind.VALUE:
        return found | {"type": "number" if card.decimals else "integer"}
    constraints: dict[str, Any] = {"required": True}
    if column.kind is Kind.CODE and column.dimension:
        constraints["enum"] = list(column.dimension.codes)
    elif column.kind in (Kind.OBS_STATUS, Kind.CONF_STATUS):
        nth = 0 if column.kind is Kind.OBS_STATUS else 1
        constraints["enum"] = sorted({codes[nth] for codes in SDMX.values()})
    return found | {"type": "string", "constraints": constraints}


def _source(source: Mapping[str, Any]) -> dict[str, Any]:
    """A source of the release by its own name; under which licence it came is told beside it."""
    title = str(source.get("dataset") or source["source"])
    told = {key: source[key] for key in ("licence", "reference", "version") if source.get(key)}
    return {"title": title, "id": source["source"], **told}
