"""The two sheets beside the report: the summary, which is one page, and the news item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from internationals import texts
from internationals.outputs.pdf import drawings
from internationals.outputs.pdf.addresses import target_from
from internationals.outputs.pdf.common import common, document_title, facts, reference_date, site_address
from internationals.outputs.pdf.errors import PdfError
from internationals.outputs.pdf.rich_text import plain
from internationals.outputs.pdf.row_headers import page_count
from internationals.outputs.pdf.subjects import subject
from internationals.outputs.pdf.typesetting import typeset
from internationals.shapes import Page, Publication

SUMMARY = "01-summary"
NEWS = "90-news"
FACTS = ("reference_date", "publisher", "contact", "licence")
_CODE = re.compile(r"(.+)-[^-]*\d[^-]*")


def summary_pdf(publication: Publication, language: str) -> bytes:
    """The summary in one language: the page that is called so, else the headlines of pages with figures.

    Raises PdfError when the page that is called so is too long for one page.
    """
    pages = publication.pages_in(language)
    own = next((page for page in pages if page.id == SUMMARY), None)
    items = [] if own else key_pages(pages)
    edition = publication.release.manifest["edition"]
    data = {
        **common(publication, language),
        "subtitle": texts.word(language, "pdf.summary", edition=edition),
        "facts": facts(publication, language, *FACTS),
        "further": texts.word(language, "pdf.further", count="#"),
        "page": _subject(publication, own) if own else None,
        "items": [_subject(publication, page) for page in items],
    }
    data["title"] = document_title(publication, language, f"{data['monitor']}. {data['subtitle']}")
    made = typeset("summary", data, _drawn(publication, own), reference_date(publication))
    if page_count(made) > 1:
        raise PdfError(
            f"Page {SUMMARY!r} in {language!r} does not fit on one page, even in small letters. "
            "Shorten its text, or take a figure out."
        )
    return made


def news_pdf(publication: Publication, language: str) -> bytes | None:
    """The news item in one language, or None for an edition without one."""
    page = next((page for page in publication.pages_in(language) if page.id == NEWS), None)
    if page is None:
        return None
    told = _subject(publication, page)
    data = {
        **common(publication, language),
        "facts": facts(publication, language, *FACTS),
        "page": told,
    }
    data["title"] = document_title(publication, language, plain(told["headline"]))
    return typeset("news", data, _drawn(publication, page), reference_date(publication))


def key_pages(pages: Iterable[Page]) -> list[Page]:
    """The pages with figures that are made once: of pages that repeat for many codes, none is the key one."""
    shown = [page for page in pages if page.charts]
    folders = Counter(_folder(page) for page in shown)
    return [page for page in shown if folders[_folder(page)] == 1]


def _folder(page: Page) -> str:
    """What a page's id has in common with its copies: "17-profile" of "17-profile-0064"."""
    found = _CODE.fullmatch(page.id)
    return found[1] if found else page.id


def _subject(publication: Publication, page: Page) -> dict[str, Any]:
    target = target_from(page, [page], site_address(publication))
    return subject(publication, page, target, {})


def _drawn(publication: Publication, page: Page | None) -> dict[str, bytes]:
    figures = publication.figures_of(page) if page else ()
    return {name: svg for figure in figures for name, svg in drawings.files(figure).items()}
