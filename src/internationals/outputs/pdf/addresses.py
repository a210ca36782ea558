"""Where the links of a page lead within a PDF: to another page of it, to a figure, to the site, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urljoin, urlsplit

from internationals.outputs.pdf.rich_text import Target
from internationals.shapes import Page

_PAGE = re.compile(r"\.\./([^/#?]+)/(?:index\.html)?")
_FIGURE = re.compile(r"fig-(.+)")


def target_from(page: Page, inside: Iterable[Page], site: str) -> Target:
    """What an address on `page` leads to in a document of the pages `inside`.

    `site` is the address of the published site, or empty: then a link to a page that is not inside is text.
    """
    there = {each.slug: each for each in inside}
    own = f"../{page.slug}/index.html"

    def target(address: str) -> Mapping[str, str] | None:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return {"url": address}
        path, figure = parts.path or own, _FIGURE.fullmatch(parts.fragment)
        found = _PAGE.fullmatch(path)
        leads_to = there.get(found[1]) if found else None
        if leads_to is not None:
            if figure and figure[1] in {chart.id for chart in leads_to.charts}:
                return {"figure": figure[1]}
            return {"page": leads_to.id}
        return {"url": urljoin(f"{site}{page.language}/{page.slug}/", address)} if site else None

    return target
