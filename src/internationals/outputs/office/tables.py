"""A released table as a sheet: a head that is equally high everywhere, and then nothing but the numbers.

So the head can stay in sight, and a script knows where every header is. All there is to say of the numbers stands in
the sheet of notes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from internationals import texts
from internationals.outputs.office.layouts import Layout
from internationals.outputs.office.names import headers
from internationals.outputs.office.sheets import Grid, Line, Link, Sheet, Style, Value
from internationals.outputs.office.shorthand import marked
from internationals.shapes import Card, Dimension, ProtectedTable

HEADER_ROW = 6
"""Where the header of every table stands, counted from one."""
NARROWEST, WIDEST, NUMBER = 18, 60, 12
"""Widths of columns in characters: labels between the first two, numbers the third."""


@dataclass(frozen=True)
class Around:
    """What every sheet has to know: the names of the sheets that it leads to, and the label of invented numbers."""

    contents: str
    notes: str
    codes: str
    label: str = ""


def table_sheet(
    table: ProtectedTable, shape: Layout, language: str, around: Around, names: tuple[str, str]
) -> Sheet:
    """The sheet of a table; `names` are those of the sheet and of the table on it."""
    card = table.card
    grid = _grid(card, shape, language, names[1])
    about = texts.word(
        language, "office.about",
        unit=card.unit[language], reference=card.reference[language], source=card.source[language],
    )  # fmt: skip
    links = (
        Link(texts.word(language, "office.back"), around.contents),
        Link(texts.word(language, "office.to_notes"), around.notes),
    )
    head = (
        Line((card.title[language],), Style.TITLE),
        Line((card.definition[language],)),
        Line((" ".join(filter(None, (around.label and f"{around.label}.", about))),)),
        Line((_remarks(card, shape, language),)),
        Line(links),
    )
    body = grid if shape.rows else Line((texts.word(language, "office.no_cells"),))
    widths = _widths(grid, len(shape.dimensions))
    return Sheet(names[0], card.title[language], (*head, body), widths, HEADER_ROW, len(shape.dimensions))


def break_labels(card: Card, language: str) -> dict[str, str]:
    """The breaks of a table: what they are called that it breaks at, usually a year, and why."""
    called = {
        code: label[language] for dimension in card.dimensions for code, label in dimension.codes.items()
    }
    return {called.get(code, code): text[language] for code, text in card.breaks.items()}


def _grid(card: Card, shape: Layout, language: str, name: str) -> Grid:
    year = next((dimension for dimension in card.dimensions if dimension.id == "year"), None)
    across = (
        [year.codes[code][language] for code in shape.years]
        if year and shape.years
        else [card.unit[language]]
    )
    labels = [labels_of(dimension, language) for dimension in shape.dimensions]
    rows: list[tuple[Value, ...]] = [
        (*[called[code] for called, code in zip(labels, key, strict=True)], *cells)
        for key, cells in shape.rows
    ]
    header = headers((*(dimension.label[language] for dimension in shape.dimensions), *across))
    share = card.unit[language] == texts.word(language, "unit.percent")
    return Grid(name, header, rows, card.title[language], "percent" if share else "", card.decimals)


def labels_of(dimension: Dimension, language: str) -> dict[str, str]:
    """What the codes are called; two that are called the same have their code beside it."""
    called = {code: label[language] for code, label in dimension.codes.items()}
    several = _repeated(called.values())
    return {code: f"{label} ({code})" if label in several else label for code, label in called.items()}


def _repeated(labels: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    return {label for label in labels if label in seen or seen.add(label)}  # type: ignore[func-returns-value]


def _remarks(card: Card, shape: Layout, language: str) -> str:
    """One line that says which signs occur, and where the series breaks."""
    found = [marked(language, status) for status in shape.statuses]
    found += [
        texts.word(language, "office.break_at", at=at, what=texts.word(language, "status.break"))
        for at in break_labels(card, language)
    ]
    if not found:
        return texts.word(language, "office.no_marks")
    return texts.word(language, "office.marks", marks="; ".join(found))


def _widths(grid: Grid, labels: int) -> tuple[int, ...]:
    """Wide enough for what stands in the columns, and the first two for the links above them."""
    found = []
    for at, name in enumerate(grid.header):
        longest = max((len(str(row[at])) for row in grid.rows), default=0) if at < labels else 0
        wanted = max(NARROWEST if at < labels else NUMBER, min(WIDEST, max(longest, len(name) + 4)))
        found.append(max(wanted, NARROWEST if at < 2 else 0))
    return tuple(found)
