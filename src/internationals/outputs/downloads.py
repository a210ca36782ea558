"""What stands beside the site in the public folder of an edition, for the site to offer."""

from __future__ import annotations

from collections.abc import Iterator

from internationals.outputs import opendata
from internationals.outputs.pdf import sheets_of
from internationals.shapes import Download, Publication

DATA, OFFICE = "data", "office"
"""The folders of the open data and of the office files."""

_OF_TABLES = {"CSV": "csv", "CSVW": "csvw", "JSON-stat": "jsonstat", "Parquet": "parquet"}


def downloads(publication: Publication) -> tuple[Download, ...]:
    """Every file beside the site: the report and its sheets, the office files, the open data."""
    return (*_reports(publication), *_office(publication), *_data(publication))


def _reports(publication: Publication) -> Iterator[Download]:
    for language in publication.languages:
        for name in sheets_of(publication):
            yield Download(f"{name}.{language}.pdf", name, language)


def _office(publication: Publication) -> Iterator[Download]:
    for language in publication.languages:
        for name, ending in (("tables", "xlsx"), ("tables", "ods"), ("slides", "pptx")):
            kind = name if name == "slides" else f"workbook_{ending}"
            yield Download(f"{OFFICE}/{name}.{language}.{ending}", kind, language)


def _data(publication: Publication) -> Iterator[Download]:
    for each in opendata.listing(publication):
        kind = _OF_TABLES[each.format] if each.table_id else each.path.partition(".")[0].lower()
        if each.table_id or not each.path.endswith((".jsonld", "changes.json")):
            yield Download(f"{DATA}/{each.path}", kind, each.language, each.table_id)
