"""HTML of pages in the classes of the design system, and with places that can be linked to."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<[^>]*>")
_DEFINITION = re.compile(r"<dt>([^<]*\((D\d+[a-z]?)\))</dt>")
_CLASSES = {
    "<p>": '<p class="nl-paragraph">',
    "<h2>": '<h2 class="nl-heading nl-heading--level-4">',
    "<h3>": '<h3 class="nl-heading nl-heading--level-5">',
    "<a ": '<a class="nl-link" ',
}
_PLAIN = re.compile("|".join(map(re.escape, _CLASSES)))


def dressed(html: str) -> str:
    """The HTML of a text with the classes that its elements have; a definition's number becomes its address."""
    classed = _PLAIN.sub(lambda found: _CLASSES[found[0]], html)
    return _DEFINITION.sub(r'<dt id="\2">\1</dt>', classed)


def definitions_in(html: str) -> list[tuple[str, str]]:
    """The number and title of every definition that a text gives."""
    return [(number, unescape(title)) for title, number in _DEFINITION.findall(html)]


def plain(html: str) -> str:
    """The text of a piece of safe HTML, for places that take no markup."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())
