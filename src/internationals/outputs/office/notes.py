"""The last sheets: what every table means, and which codes its labels stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite

from internationals import texts
from internationals.outputs.office.layouts import YEAR, Layout
from internationals.outputs.office.sheets import Grid, Line, Link, Sheet, Style, Value
from internationals.outputs.office.shorthand import marked
from internationals.outputs.office.tables import Around, break_labels, labels_of
from internationals.shapes import Method, Nature, ProtectedTable, Publication, Status


def notes_sheet(
    publication: Publication,
    shapes: Mapping[str, Layout],
    named: Mapping[str, str],
    language: str,
    around: Around,
) -> Sheet:
    """All there is to say of every table: one remark a row, so that they can be filtered."""
    rows: list[tuple[Value, ...]] = []
    for name, sheet in named.items():
        table = publication.release.tables[name]
        title = table.card.title[language]
        rows += [
            (Link(sheet, sheet), title, texts.word(language, key), text)
            for key, text in _remarks(table, shapes[name], language)
        ]
    columns = ("office.sheet", "office.name", "office.remark_on", "office.text")
    header = tuple(texts.word(language, key) for key in columns)
    title = texts.word(language, "office.notes_sheet")
    head = (Line((title,), Style.TITLE), Line((Link(texts.word(language, "office.back"), around.contents),)))
    grid = Grid("notes", header, rows, title, wrapped=frozenset({1, 2, 3}))
    return Sheet(around.notes, title, (*head, grid), (34, 48, 18, 100), 3, 1)


def _remarks(table: ProtectedTable, shape: Layout, language: str) -> Iterator[tuple[str, str]]:
    """What there is to say of a table, each under the key of its subject."""
    card = table.card
    yield "office.definition", card.definition[language]
    yield "office.unit", card.unit[language]
    yield "site.source", card.source[language]
    yield "site.reference", card.reference[language]
    for note in card.notes:
        yield "site.notes", note[language]
    for at, why in break_labels(card, language).items():
        yield "office.breaks", texts.word(language, "office.break_at", at=at, what=why)
    found = shape.statuses
    if table.nature is Nature.PUBLIC:
        yield "office.protection", texts.word(language, "office.protected_public")
    elif table.nature is Nature.SURVEY:
        yield "office.protection", texts.word(language, "office.protected_survey")
    elif Status.SUPPRESSED in found:
        yield "office.protection", texts.word(language, "office.protected_exact")
        if isfinite(table.protection.hidden_at_most):
            most = texts.number(language, table.protection.hidden_at_most)
            yield "office.protection", texts.word(language, "office.at_most", most=most)
    for status in found:
        meaning = texts.word(language, f"status_meaning.{status}")
        yield (
            "office.mark",
            texts.word(language, "office.break_at", at=marked(language, status), what=meaning),
        )
    if shape.leaves_out:
        rounded = table.protection.method is Method.ROUNDED
        yield (
            "office.left_out",
            texts.word(language, "office.left_out_rounded" if rounded else "office.left_out_zero"),
        )


def codes_sheet(publication: Publication, language: str, around: Around) -> Sheet:
    """Which code a label of the tables stands for, so that they can be joined with other data."""
    rows: set[tuple[str, str, str]] = set()
    for table in publication.release.tables.values():
        for dimension in table.card.dimensions:
            if dimension.id != YEAR:
                label = dimension.label[language]
                rows |= {(label, code, called) for code, called in labels_of(dimension, language).items()}
    header = tuple(texts.word(language, f"office.{each}") for each in ("dimension", "code", "label"))
    title = texts.word(language, "office.codes_sheet")
    head = (Line((title,), Style.TITLE), Line((Link(texts.word(language, "office.back"), around.contents),)))
    grid = Grid("codes", header, sorted(rows), title)
    return Sheet(around.codes, title, (*head, grid), (30, 22, 60), 3, 1)
