"""A small town of round numbers, as a release in memory, and published rows about it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from internationals.definitions import codes
from internationals.shapes import (
    Card,
    Cell,
    Dimension,
    Method,
    ProtectedTable,
    Protection,
    Release,
    Status,
    by_id,
)
from internationals.verification import Published, Result, read_published, verify
from internationals.verification.published import COLUMNS

HIDDEN = Cell(None, Status.SUPPRESSED)
TEXT = {"nl": "tekst", "en": "text"}
SMALL_ONLY = 4
"""The largest number that can be withheld, where tables promise that only small ones are."""
Cells = Mapping[str | tuple[str, ...], Cell | float]


def named(code: str) -> Mapping[str, str]:
    """What a code is called: a nationality or an area of the code lists, or the code itself."""
    known = codes.nationalities().get(code) or codes.areas("0546").get(code)
    return known.label if known else {"nl": code, "en": code}


def table(name: str, dimensions: str, cells: Cells) -> ProtectedTable:
    """A table with these dimensions after the year; its codes are those that its cells have."""
    keyed = {key if isinstance(key, tuple) else (key,): cell for key, cell in cells.items()}
    names = ["year", *dimensions.split()]
    listed = tuple(
        Dimension(each, TEXT, {code: named(code) for code in dict.fromkeys(key[n] for key in keyed)})
        for n, each in enumerate(names)
    )
    card = Card(name, TEXT, TEXT, TEXT, listed, TEXT, TEXT)
    return ProtectedTable(
        card, {key: cell if isinstance(cell, Cell) else Cell(cell) for key, cell in keyed.items()}
    )


def line(name: str, first: int, *numbers: float) -> ProtectedTable:
    """A table without other dimensions than the year."""
    return table(name, "", {str(first + n): number for n, number in enumerate(numbers)})


def town(
    *tables: ProtectedTable, edition: str = "2022", hidden_at_most: float = SMALL_ONLY, **facts: Any
) -> Release:
    """A release of these tables, which promise how large what they withhold can be at most."""
    promise = Protection(Method.EXACT, hidden_at_most=hidden_at_most)
    manifest = {
        "edition": edition,
        "municipality": {"code": "GM0546", "name": {"nl": "Leiden", "en": "Leiden"}},
        "reference_date": f"{edition}-01-01",
        "languages": ["nl", "en"],
        **facts,
    }
    return Release(manifest, by_id(replace(table, protection=promise) for table in tables))


def row(measure: str = "count", subject: str = "internationals", breakdown: str = "", **other: str) -> str:
    """A line of a file of published figures; what is not said is as in most lines."""
    values = {
        "id": "row",
        "edition": "2022",
        "page": "5",
        "topic": "stock",
        "measure": measure,
        "subject": subject,
        "breakdown": breakdown,
        "reference": "2022-01-01",
        "unit": "persons",
        "precision": "0",
        "source": "BRP",
        "consistent": "yes",
        "notes": "as printed",
        **other,
    }
    text = io.StringIO()
    csv.writer(text).writerow(values.get(name, "") for name in COLUMNS)
    return text.getvalue()


def written(folder: Path, lines: Iterable[str]) -> Path:
    """A file of published figures with these lines."""
    path = folder / "figures.csv"
    path.write_text(",".join(COLUMNS) + "\n" + "".join(lines), encoding="utf-8")
    return path


def published(folder: Path, *lines: str) -> tuple[Published, ...]:
    """The rows of these lines, each with an id of its own."""
    return read_published(
        written(folder, [text.replace("row,", f"row-{n},", 1) for n, text in enumerate(lines)])
    )


def judged(folder: Path, release: Release, *lines: str) -> Result:
    """What became of the first of these lines; the others stand in the same file."""
    return verify(release, published(folder, *lines))[0]
