"""The download beneath a figure: its numbers in a CSV file that opens in columns in a spreadsheet.

One row per cell, with the status beside the number and the source on every row, so that a row that is copied
elsewhere still says where it comes from.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from internationals import texts
from internationals.shapes import Chart

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
COLUMNS = ("series", "value", "status", "unit", "title", "source", "reference", "edition", "remark")


def csv_bytes(chart: Chart, manifest: Mapping[str, Any]) -> bytes:
    """The chart's numbers, rounded as in the chart; UTF-8 with a byte order mark, lines ending in CR LF.

    The separator and the decimal mark are those of the language, so that a double click opens it well.
    """

    def word(key: str) -> str:
        return texts.word(chart.language, key)

    remarks = (*((word("csv.invented"),) if manifest["invented"] else ()), *chart.notes)
    about = (_unit(chart), chart.title, chart.source, chart.reference, manifest["edition"], " ".join(remarks))
    target = io.StringIO()
    write = csv.writer(target, delimiter=word("format.csv_delimiter"), lineterminator="\r\n").writerow
    write([harmless(name) for name in (chart.category_label, *(word(f"csv.{column}") for column in COLUMNS))])
    for at, label in enumerate(chart.labels):
        for series in chart.series:
            cell = series.cells[at]
            number = (
                "" if cell.value is None else texts.plain_number(chart.language, cell.value, chart.decimals)
            )
            status = word(f"status.{cell.status}")
            write([harmless(label), harmless(series.label), number, status, *map(harmless, about)])
    return target.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """A text that a spreadsheet will not run as a formula: an apostrophe goes before =, +, - and @."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _unit(chart: Chart) -> str:
    """The unit in the reader's language; a unit that has no word yet is already written in it."""
    key = f"unit.{chart.unit}"
    return texts.word(chart.language, key) if texts.has(chart.language, key) else chart.unit
