"""The text file beside the data, for whoever opens the folder: what is here, how to read it, how to cite it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from internationals import texts
from internationals.definitions.statuses import SDMX
from internationals.outputs.opendata.csvw import meanings
from internationals.outputs.opendata.facts import Facts, in_language
from internationals.shapes import Card, Status

_WIDTH = 105


def readme(cards: Iterable[Card], facts: Facts, language: str) -> bytes:
    """The text in one language, in UTF-8."""
    titles = {card.id: in_language(card.title, language) for card in cards}
    widest = max(map(len, titles), default=0)
    invented = (
        f"{texts.word(language, 'csv.invented')}\n{texts.word(language, 'data.invented')}\n\n"
        if facts.invented
        else ""
    )
    text = texts.word(
        language,
        "data.readme",
        invented=invented,
        municipality=facts.names[language],
        edition=facts.edition,
        date=texts.day(language, facts.reference_date),
        publisher=facts.publisher,
        contact=facts.contact,
        licence=facts.licence.name,
        licence_address=facts.licence.address,
        title=facts.said("title", language),
        address=f" {facts.address}" if facts.address else "",
        statuses="\n".join(_statuses(language)),
        tables="\n".join(f"  {name:{widest}}  {title}" for name, title in titles.items()),
        version=facts.software,
    )
    return text.encode()


def _statuses(language: str) -> Iterable[str]:
    for status, meaning in meanings(language).items():
        observed, confidential = SDMX[status]
        word = "" if status is Status.NORMAL else f"{texts.word(language, f'status.{status}')}: "
        line = f"{observed}  {confidential}  {word}{meaning}"
        yield textwrap.fill(line, _WIDTH, initial_indent="  ", subsequent_indent=" " * 8)
