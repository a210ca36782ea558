"""A small publication to write as open data: every status, rounding, decimals, study years, and texts that bite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from internationals.shapes import (
    Card,
    Cell,
    Dimension,
    Method,
    Nature,
    ProtectedTable,
    Protection,
    Publication,
    Release,
    Status,
    Text,
    by_id,
)

MANIFEST: dict[str, Any] = {
    "edition": "2022",
    "municipality": {"code": "GM0546", "name": {"nl": "Leiden", "en": "Leiden"}},
    "publisher": 'Gemeente "Leiden" & co',
    "contact": "onderzoek@example.org",
    "licence": "CC BY 4.0",
    "reference_date": "2022-01-01",
    "invented": False,
    "languages": ["nl", "en"],
    "software": "1.2.3",
    "sources": [{"source": "nuffic", "dataset": "Studenten", "licence": "CC BY 4.0", "version": None}],
}
AWKWARD = {
    "plain": "Gewoon",
    "comma": "Grijs, groen",
    "quote": 'De "oude" stad',
    "lines": "eerste\ntweede",
    "formula": "=1+1",
    "minus": "-@SUM(A1)",
    "accents": "Curaçao – Türkiye ≈ 漢字",
    "spaces": "  ruim  ",
    "long": "zeer lang " * 60,
    "3+": "drie of meer",
}
GROUPS: Mapping[str, Text] = {code: {"nl": label, "en": f"{label} (en)"} for code, label in AWKWARD.items()}
CELLS = {
    ("2021", "plain"): Cell(1234567),
    ("2021", "comma"): Cell(0),
    ("2021", "quote"): Cell(None, Status.SUPPRESSED),
    ("2021", "lines"): Cell(12, Status.PROVISIONAL),
    ("2021", "formula"): Cell(-7),
    ("2022", "plain"): Cell(13, Status.BREAK),
    ("2022", "comma"): Cell(None, Status.MISSING),
    ("2022", "quote"): Cell(None, Status.NOT_APPLICABLE),
    ("2022", "lines"): Cell(None, Status.NOT_YET),
    ("2022", "3+"): Cell(15, Status.ROUNDED),
}


def same(text: str) -> Text:
    return {"nl": text, "en": text}


def years(*codes: str) -> Dimension:
    return Dimension("year", {"nl": "Jaar", "en": "Year"}, {code: same(code) for code in codes})


def card(identity: str, *dimensions: Dimension, **more: Any) -> Card:
    texts: dict[str, Any] = {
        "title": {"nl": f"Titel van {identity}", "en": f"Title of {identity}"},
        "definition": {"nl": "Wie meetelt.", "en": "Who counts."},
        "unit": {"nl": "personen", "en": "persons"},
        "source": {"nl": 'Bron "met" aanhaling', "en": "Source"},
        "reference": {"nl": "1 januari 2022", "en": "1 January 2022"},
    }
    return Card(id=identity, dimensions=dimensions, **(texts | more))


GROUP = Dimension("group", {"nl": "Groep", "en": "Group"}, GROUPS)
AREA = Dimension(
    "neighbourhood",
    {"nl": "Buurt", "en": "Neighbourhood"},
    {"05460000": same("Pieterswijk"), "05460001": same("d'Oude Morsch")},
)
AWKWARD_TABLE = ProtectedTable(
    card(
        "awkward",
        years("2021", "2022"),
        GROUP,
        notes=({"nl": "Let op.", "en": "Mind."},),
        breaks={"2022": {"nl": "Anders geteld.", "en": "Counted otherwise."}},
        moment="2022-01-01",
    ),
    CELLS,
)
SHARES = ProtectedTable(
    card("shares", years("2022"), GROUP, decimals=1, unit={"nl": "procent", "en": "per cent"}),
    {("2022", "plain"): Cell(19.97673548161886), ("2022", "comma"): Cell(0.0), ("2022", "lines"): Cell(5.0)},
    Nature.SURVEY,
)
ROUNDED = ProtectedTable(
    card("areas", years("2021", "2022"), AREA),
    {("2021", "05460000"): Cell(25, Status.ROUNDED), ("2022", "05460001"): Cell(None, Status.SUPPRESSED)},
    Nature.COUNTS,
    Protection(Method.ROUNDED, 5, 4),
)
EMPTY = ProtectedTable(card("empty", years("2022"), AREA), {})
STUDENTS = ProtectedTable(
    card("students", years("2020/2021", "2021/2022")), {("2020/2021",): Cell(9), ("2021/2022",): Cell(11)}
)
TABLES = (AWKWARD_TABLE, SHARES, ROUNDED, EMPTY, STUDENTS)


BEFORE = Release(MANIFEST | {"edition": "2021"}, by_id((AWKWARD_TABLE, EMPTY)))


def publication(*tables: ProtectedTable, before: Release | None = None, **manifest: Any) -> Publication:
    """A publication of these tables, or of all of the above."""
    return Publication(Release(MANIFEST | manifest, by_id(tables or TABLES)), (), {}, before)


def changed(table: ProtectedTable, key: tuple[str, ...], cell: Cell) -> ProtectedTable:
    """The table with one other cell."""
    return replace(table, cells={**table.cells, key: cell})
