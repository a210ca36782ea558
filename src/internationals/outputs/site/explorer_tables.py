"""The tables that the explorer reads: the JSON-stat of the open data, packed.

Most hosts pack what they send and some do not. A table of a hundred thousand cells is a megabyte and packed a tenth of
it, so it is packed here once, and unpacked by the browser.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from internationals.outputs.opendata.cube import cube
from internationals.outputs.opendata.jsonstat import compact, jsonstat
from internationals.shapes import Card, Release

FOLDER = "explorer/tables"
"""Where they are, from the top of the site."""


def explorable(card: Card) -> bool:
    """Whether a table has anything to explore: codes along every dimension."""
    return all(dimension.codes for dimension in card.dimensions)


def table_files(release: Release) -> Iterator[tuple[str, bytes]]:
    """Every table that can be explored, in every language of the release: path and content."""
    for name, table in sorted(release.tables.items()):
        if not explorable(table.card):
            continue
        full = cube(table)
        for language in release.manifest["languages"]:
            dataset = compact(jsonstat(table, language, release.manifest, full))
            yield f"{FOLDER}/{name}.{language}.json.gz", gzip.compress(dataset, 6, mtime=0)
