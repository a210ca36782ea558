"""Which files the open data of an edition are, known before any is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from internationals.shapes import Publication


@dataclass(frozen=True)
class Listed:
    """One file: its path within the folder, what it is in, and of which table it is, where it is of one.

    `language` is empty for a file that is in no language or in all; `size` is in bytes, None while it is unknown.
    """

    path: str
    format: str
    media_type: str
    table_id: str = ""
    language: str = ""
    size: int | None = None


_JSON = "application/json"


def listing(publication: Publication, folder: Path | None = None) -> tuple[Listed, ...]:
    """Every file that `write` makes, in the order in which it makes them.

    With the folder in which they were written, they have their sizes.
    """
    listed = tuple(_listed(publication))
    if folder is None:
        return listed
    return tuple(replace(each, size=(folder / each.path).stat().st_size) for each in listed)


def _listed(publication: Publication) -> Iterator[Listed]:
    for name in sorted(publication.release.tables):
        yield Listed(f"tables/{name}.csv", "CSV", "text/csv", name)
        yield Listed(f"tables/{name}.csv-metadata.json", "CSVW", "application/csvm+json", name)
        for language in publication.languages:
            yield Listed(f"tables/{name}.{language}.json", "JSON-stat", _JSON, name, language)
        yield Listed(f"tables/{name}.parquet", "Parquet", "application/vnd.apache.parquet", name)
    yield Listed("codes.csv", "CSV", "text/csv")
    if publication.before is not None:
        yield Listed("changes.csv", "CSV", "text/csv")
        yield Listed("changes.json", "JSON", _JSON)
    yield Listed("datapackage.json", "Data Package", _JSON)
    yield Listed("catalog.ttl", "Turtle", "text/turtle")
    yield Listed("catalog.jsonld", "JSON-LD", "application/ld+json")
    for language in publication.languages:
        yield Listed(f"README.{language}.txt", "text", "text/plain", language=language)
    yield Listed("checksums.txt", "text", "text/plain")
