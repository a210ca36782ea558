"""Generated lists: what stands on a page because the release or the other pages hold it.

A list is a whole block. Its terms and texts are escaped here, so nothing in a card can act as HTML.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace

from internationals.pages.quantities import Entries
from internationals.shapes import Page

CONTENTS = "<!--contents-->"
"""Stands for the table of contents until all pages are made; no text of a page can write it."""


def listed(language: str, found: Entries) -> str:
    """The entries as a description list."""
    parts = []
    for entry in found.entries:
        parts.append(f"<dt>{html.escape(entry.term[language])}</dt>")
        parts += [f"<dd>{html.escape(text[language])}</dd>" for text in entry.texts]
    return f"<dl>{''.join(parts)}</dl>"


def with_contents(pages: Sequence[Page]) -> list[Page]:
    """The pages, with the table of contents of their language in each that asks for it."""
    made = []
    for page in pages:
        if CONTENTS not in page.body:
            made.append(page)
            continue
        links = [
            f'<li><a href="../{other.slug}/index.html">{html.escape(other.title)}</a></li>'
            for other in pages
            if other.language == page.language
        ]
        made.append(replace(page, body=page.body.replace(CONTENTS, f"<ul>{''.join(links)}</ul>")))
    return made
