"""The report: cover, contents, how to read the figures, a page per subject, and every figure as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from internationals import texts
from internationals.outputs.pdf import drawings
from internationals.outputs.pdf.addresses import target_from
from internationals.outputs.pdf.common import common, facts, reference_date, site_address, site_word
from internationals.outputs.pdf.rich_text import clean
from internationals.outputs.pdf.subjects import subject, tables
from internationals.outputs.pdf.typesetting import typeset
from internationals.shapes import Page, Publication, Status

FACTS = ("edition", "reference_date", "publisher", "contact", "licence")


def report_pdf(publication: Publication, language: str) -> bytes:
    """The report in one language, as a PDF."""
    pages = publication.pages_in(language)
    figures = [figure for page in pages for figure in publication.figures_of(page)]
    numbers = {figure.chart.id: number for number, figure in enumerate(figures, start=1)}
    site = site_address(publication)
    data = {
        **common(publication, language),
        "contents": list(_contents(pages, language)),
        "facts": facts(publication, language, *FACTS),
        "statuses": list(_statuses(language)),
        "about": [
            site_word(publication, language, "about_text"),
            site_word(publication, language, "about_protection"),
            texts.word(language, "pdf.reading_text"),
        ],
        "subjects": [subject(publication, page, target_from(page, pages, site), numbers) for page in pages],
        "tables": [
            tables(page.title, publication.figures_of(page), numbers) for page in pages if page.charts
        ],
    }
    drawn = {name: svg for figure in figures for name, svg in drawings.files(figure).items()}
    return typeset("report", data, drawn, reference_date(publication))


def _contents(pages: Iterable[Page], language: str) -> Iterator[dict[str, Any]]:
    """The pages of every chapter, by name, before them what all reports begin with, and the tables after them."""
    yield {"title": None, "places": ["reading"]}
    for chapter, of_chapter in groupby(pages, key=lambda page: page.chapter):
        key = f"chapter.{chapter}"
        title = texts.word(language, key) if texts.has(language, key) else clean(chapter)
        yield {"title": title or None, "places": [f"page-{page.id}" for page in of_chapter]}
    yield {"title": None, "places": ["tables"]}


def _statuses(language: str) -> Iterator[tuple[str, str]]:
    """Every status as it is written in figures and tables, with its meaning."""
    yield texts.word(language, "site.reading_zero"), texts.word(language, "status_meaning.zero")
    for status in Status:
        if status is Status.NORMAL:
            continue
        name = texts.word(language, f"status.{status}")
        if status is Status.ROUNDED:
            name = f"{texts.word(language, 'chart.rounded', value='').strip()} ({name})"
        yield name, texts.word(language, f"status_meaning.{status}")
