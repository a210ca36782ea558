"""The first sheet: what the file is, how its signs read, and the way to every other sheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from internationals import texts
from internationals.outputs.office.sheets import Grid, Line, Link, Sheet, Style, Value
from internationals.outputs.office.shorthand import SIGNS
from internationals.outputs.office.tables import Around
from internationals.shapes import Card, Page, Publication


def contents_sheet(
    publication: Publication,
    named: Mapping[str, str],
    pages: Mapping[str, Page],
    language: str,
    around: Around,
) -> Sheet:
    """The contents; `named` maps tables to their sheets, `pages` sheets to their pages."""

    def word(key: str) -> str:
        return texts.word(language, key)

    manifest = publication.release.manifest
    municipality = manifest["municipality"]["name"][language]
    title = texts.word(language, "office.title", municipality=municipality)
    facts = {
        "office.municipality": municipality,
        "site.edition": manifest["edition"],
        "site.reference_date": texts.day(language, date.fromisoformat(manifest["reference_date"])),
        "site.publisher": manifest["publisher"],
        "site.contact": manifest["contact"],
        "site.licence": manifest["licence"],
    }
    cards = {name: publication.release.tables[name].card for name in named}
    parts: list[Line | Grid] = [Line((title,), Style.TITLE)]
    parts += [Line((word("office.invented"),), Style.WARNING)] if manifest["invented"] else []
    parts += [Line((word(key), str(value))) for key, value in facts.items()]
    parts.append(Line((texts.word(language, "site.software", version=manifest["software"]),)))
    parts += (Line(), Line((word("site.reading"),), Style.HEADING), _reading(language))
    tables = [_listed(Link(sheet, sheet), cards[name], language) for name, sheet in named.items()]
    columns = tuple(word(f"office.{key}") for key in ("sheet", "name", "about_what", "unit", "reference"))
    heading = word("office.tables")
    parts += (Line(), Line((heading,), Style.HEADING), Grid("contents_tables", columns, tables, heading))
    if pages:
        figures = [(Link(sheet, sheet), page.title, str(len(page.charts))) for sheet, page in pages.items()]
        columns = tuple(word(key) for key in ("office.sheet", "office.page", "site.figures_on_page"))
        heading = word("site.figures_on_page")
        parts += (Line(), Line((heading,), Style.HEADING))
        elsewhere = texts.word(language, "office.charts_elsewhere", file=f"tables.{language}.xlsx")
        parts.append(Line((elsewhere,), without_charts=True))
        parts.append(Grid("contents_figures", columns, figures, heading))
    parts += (Line(), Line((word("office.other_sheets"),), Style.HEADING))
    parts.append(Line((Link(around.notes, around.notes), word("office.notes_sheet"))))
    parts.append(Line((Link(around.codes, around.codes), word("office.codes_sheet"))))
    return Sheet(around.contents, title, tuple(parts), (34, 66, 40, 18, 18))


def _listed(link: Link, card: Card, language: str) -> tuple[Value, ...]:
    key = f"subject.{card.subject}"
    subject = texts.word(language, key) if texts.has(language, key) else ""
    return (link, card.title[language], subject, card.unit[language], card.reference[language])


def _reading(language: str) -> Grid:
    """Every sign, what it is called and what it means; zero is among them because it is a number."""
    header = tuple(texts.word(language, f"office.{each}") for each in ("mark", "status", "meaning"))
    rows: list[tuple[Value, ...]] = [
        ("0", texts.word(language, "site.reading_zero"), texts.word(language, "status_meaning.zero"))
    ]
    rows += [
        (sign, texts.word(language, f"status.{status}"), texts.word(language, f"status_meaning.{status}"))
        for status, sign in SIGNS.items()
    ]
    return Grid("reading", header, rows, texts.word(language, "site.reading"))
