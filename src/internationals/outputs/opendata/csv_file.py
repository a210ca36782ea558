"""Tables as CSV: RFC 4180 to the letter, UTF-8 without a byte order mark, a comma between columns.

A name that a spreadsheet would run as a formula gets an apostrophe, as in every other download of the site, because
people do open these files with a double click. Codes and numbers are never touched: programs join on them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from internationals.definitions.statuses import SDMX
from internationals.outputs.opendata.columns import Column, Kind
from internationals.outputs.opendata.cube import Cube
from internationals.outputs.opendata.facts import Facts, in_language
from internationals.outputs.site.downloads import harmless
from internationals.shapes import Dimension

END = "\r\n"
_QUOTED = frozenset(',"\r\n')


def table_csv(cube: Cube, columns: Sequence[Column], facts: Facts) -> bytes:
    """A table: a row for every combination of codes."""
    parts = [_parts(dimension, columns) for dimension in cube.card.dimensions]
    remark = f",{field(facts.mark)}" if facts.invented else ""
    endings = {status: f",{','.join(codes)}{remark}{END}" for status, codes in SDMX.items()}
    rows = (
        f"{','.join(key)},{'' if value is None else value}{endings[status]}"
        for key, value, status in zip(itertools.product(*parts), cube.values, cube.statuses, strict=True)
    )
    return (row(column.name for column in columns) + "".join(rows)).encode()


def row(fields: Iterable[str]) -> str:
    """One row, its fields quoted where they have to be."""
    return ",".join(map(field, fields)) + END


def field(text: str) -> str:
    """One field, in quotes only where it has a comma, a quote or the end of a line in it."""
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def labels(dimension: Dimension, language: str) -> Iterator[str]:
    """What the codes of a dimension are called, safe for a spreadsheet."""
    return (harmless(in_language(label, language)) for label in dimension.codes.values())


def _parts(dimension: Dimension, columns: Sequence[Column]) -> list[str]:
    """What stands in a row for each code of a dimension: the code, and its names."""
    own = [column for column in columns if column.dimension is dimension]
    written = [
        map(field, dimension.codes if column.kind is Kind.CODE else labels(dimension, column.language))
        for column in own
    ]
    return [",".join(fields) for fields in zip(*written, strict=True)]
