"""Making files by hand for the tests: CSV in any dialect, and workbooks."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from internationals.shapes import Observations
from internationals.sources.kinds import survey, template
from internationals.sources.source import Place, catalogue

LEIDEN = Place("0546", {"nl": "Leiden", "en": "Leiden"}, ("0537", "0546"), region_id="071")


def delivered(
    folder: Path, source: str, *lines: str, encoding: str = "utf-8", delimiter: str = ";"
) -> Observations:
    """What is read of a file with these lines, which are written here with semicolons."""
    text = "\n".join(line.replace(";", delimiter) for line in lines) + "\n"
    (folder / f"{source}.csv").write_bytes(text.encode(encoding))
    return read(folder, source)


def spreadsheet(folder: Path, source: str, *rows: tuple[object, ...]) -> Path:
    """A workbook with these rows on its first sheet."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    path = folder / f"{source}.xlsx"
    book.save(path)
    return path


def read(folder: Path, source: str) -> Observations:
    """What is read of the file in a folder, by the kind of its source."""
    entry = catalogue()[source]
    kind = survey if entry.by_hand == "survey" else template
    return kind.read(folder, entry, LEIDEN)
