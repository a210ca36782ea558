"""Cards in every language of an edition: they are written in Dutch and English, and translated into others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from internationals import texts
from internationals.shapes import Card, Dimension, Text


def in_languages(card: Card, languages: Iterable[str]) -> Card:
    """The card with all its texts in these languages too; a text without a translation stands in English."""
    more = tuple(languages)

    def also(text: Text) -> Text:
        return texts.in_languages(text, more)

    return replace(
        card,
        title=also(card.title),
        definition=also(card.definition),
        unit=also(card.unit),
        dimensions=tuple(_dimension(dimension, also) for dimension in card.dimensions),
        source=also(card.source),
        reference=also(card.reference),
        notes=tuple(map(also, card.notes)),
        breaks={code: also(text) for code, text in card.breaks.items()},
    )


def _dimension(dimension: Dimension, also: Callable[[Text], Text]) -> Dimension:
    return Dimension(
        dimension.id, also(dimension.label), {code: also(text) for code, text in dimension.codes.items()}
    )
