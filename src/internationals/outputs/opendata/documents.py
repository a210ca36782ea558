"""Every file of the open data, made one after another: only sizes and checksums are kept of what was made before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from internationals.outputs.opendata.about import about
from internationals.outputs.opendata.catalog import catalog
from internationals.outputs.opendata.changes import changes
from internationals.outputs.opendata.changes_files import changes_csv, changes_json
from internationals.outputs.opendata.code_lists import codes_csv
from internationals.outputs.opendata.columns import columns
from internationals.outputs.opendata.csv_file import table_csv
from internationals.outputs.opendata.csvw import csvw
from internationals.outputs.opendata.cube import cube
from internationals.outputs.opendata.facts import Facts
from internationals.outputs.opendata.jsonstat import compact, jsonstat
from internationals.outputs.opendata.listing import listing
from internationals.outputs.opendata.package import Made, package, resources
from internationals.outputs.opendata.parquet import table_parquet
from internationals.outputs.opendata.rdf import json_ld, turtle
from internationals.outputs.opendata.readme import readme
from internationals.shapes import ProtectedTable, Publication

Document = tuple[str, bytes]


def documents(publication: Publication) -> Iterator[Document]:
    """Path and content of every file. Raises ConfigError, before the first, when the manifest or a card does not do."""
    facts = Facts.of(publication.release.manifest)
    for table in publication.release.tables.values():
        columns(table.card, facts)
    made: dict[str, Made] = {}
    for path, content in _contents(publication, facts, made):
        made[path] = Made(path, len(content), hashlib.sha256(content).hexdigest())
        yield path, content
    mark = f"# {facts.mark}\n" if facts.invented else ""
    yield (
        "checksums.txt",
        (mark + "".join(f"{file.sha256}  {path}\n" for path, file in made.items())).encode(),
    )


def _contents(publication: Publication, facts: Facts, made: dict[str, Made]) -> Iterator[Document]:
    release = publication.release
    tables = [release.tables[name] for name in sorted(release.tables)]
    cards = [table.card for table in tables]
    for table in tables:
        yield from _table(table, publication, facts)
    yield "codes.csv", codes_csv(cards, facts)
    if publication.before is not None:
        found = changes(release, publication.before)
        yield "changes.csv", changes_csv(found, facts)
        yield "changes.json", changes_json(found, facts)
    described = package(facts, resources(tables, made, facts), release.manifest.get("sources", ()))
    yield "datapackage.json", _json(described)
    sized = [replace(file, size=made[file.path].size) for file in listing(publication) if file.path in made]
    graph = catalog(cards, sized, facts)
    yield "catalog.ttl", turtle(graph, facts.mark).encode()
    yield "catalog.jsonld", json_ld(graph).encode()
    for language in facts.languages:
        yield f"README.{language}.txt", readme(cards, facts, language)


def _table(table: ProtectedTable, publication: Publication, facts: Facts) -> Iterator[Document]:
    """A table in every format; it is completed once."""
    name = f"tables/{table.card.id}"
    full = cube(table)
    own = columns(table.card, facts)
    yield f"{name}.csv", table_csv(full, own, facts)
    yield f"{name}.csv-metadata.json", _json(csvw(table.card, own, facts))
    for language in facts.languages:
        dataset = jsonstat(table, language, publication.release.manifest, full)
        yield f"{name}.{language}.json", compact(dataset)
    yield f"{name}.parquet", table_parquet(full, own, facts, about(table, facts))


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
