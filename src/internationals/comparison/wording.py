"""Pages that came or went, headlines that turned, and values that a text no longer prints, or does now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from internationals.comparison.results import PageChange
from internationals.shapes import Page

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def page_changes(before: Sequence[Page], after: Sequence[Page]) -> tuple[PageChange, ...]:
    """The pages of which the headline or the values printed differ, by number and language."""
    old, new = ({(page.id, page.language): page for page in pages} for pages in (before, after))
    order = sorted({**old, **new}.items(), key=lambda item: (item[1].number, item[0]))
    changes = (_change(key, old.get(key), new.get(key)) for key, _ in order)
    return tuple(change for change in changes if change is not None)


def _change(key: tuple[str, str], before: Page | None, after: Page | None) -> PageChange | None:
    page, language = key
    was, became = (found.headline if found else "" for found in (before, after))
    cited = [found.cited if found else frozenset() for found in (before, after)]
    if was == became and cited[0] == cited[1]:
        return None
    if before is None or after is None:
        return PageChange(page, language, was, became)
    return PageChange(
        page,
        language,
        was,
        became,
        turned=_words(was) != _words(became),
        cited_gone=tuple(sorted(cited[0] - cited[1])),
        cited_added=tuple(sorted(cited[1] - cited[0])),
    )


def _words(headline: str) -> str:
    """A headline without its figures and without the spaces around them."""
    return "".join(_FIGURE.sub("", headline).split())
