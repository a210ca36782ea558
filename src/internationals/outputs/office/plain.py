"""The text of a page without its markup, for places that take none: titles, and the notes of a speaker."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "li", "tr", "dt", "dd", "blockquote", "caption", "figcaption"}
)


_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """A text without the signs that no office file can hold."""
    return _NOT_IN_XML.sub("", text)


def paragraphs(html: str) -> list[str]:
    """The paragraphs, headings and items of a piece of HTML, each a line of text; an item has a dash before it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [line for line in (" ".join(found.split()) for found in reader.lines) if line.strip("– ")]


def plain(html: str) -> str:
    """All of it in one line."""
    return " ".join(paragraphs(html))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.lines.append("– " if tag == "li" else "")
        elif tag in ("td", "th", "br"):
            self.lines[-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data
