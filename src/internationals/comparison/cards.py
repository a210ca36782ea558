"""Code lists and definitions that differ, as the cards of the tables have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from internationals.comparison.results import CodeChange, TextChange
from internationals.shapes import Card, Dimension, Release, Text

_TEXTS = ("title", "definition", "unit", "source", "reference")
_Differences = tuple[tuple[tuple[str, str], ...], ...]


def code_changes(before: Release, after: Release) -> tuple[CodeChange, ...]:
    """The code lists that differ, each once with all tables that have it; years are no code list."""
    tables: dict[tuple[str, _Differences], list[str]] = {}
    for old, new in _both(before, after):
        for one, other in _dimensions(old, new):
            gone, added, renamed = _differences(one, other)
            if gone or added or renamed:
                key = (one.id, (tuple(gone.items()), tuple(added.items()), tuple(renamed.items())))
                tables.setdefault(key, []).append(old.id)
    return tuple(
        CodeChange(
            dimension,
            tuple(names),
            dict(gone),
            dict(added),
            {code: (was, became) for code, text in renamed for was, became in (text.split("\n"),)},
        )
        for (dimension, (gone, added, renamed)), names in tables.items()
    )


def definition_changes(before: Release, after: Release) -> tuple[TextChange, ...]:
    """The texts of cards that differ, each once with all tables that have it, per language.

    Texts are title, definition, unit, source, reference and notes.
    """
    tables: dict[tuple[str, str, str], list[str]] = {}
    for old, new in _both(before, after):
        for key in _text_changes(old, new):
            tables.setdefault(key, []).append(old.id)
    return tuple(TextChange(tuple(names), what, was, became) for (what, was, became), names in tables.items())


def _text_changes(old: Card, new: Card) -> Iterator[tuple[str, str, str]]:
    one, other = _texts(old), _texts(new)
    for what in sorted({*one, *other}):
        was, became = one.get(what, ""), other.get(what, "")
        if was != became:
            yield what, was, became


def _texts(card: Card) -> dict[str, str]:
    """Every text of a card by what it is and its language."""
    found = {
        f"{what} ({language})": text for what in _TEXTS for language, text in getattr(card, what).items()
    }
    for language in sorted({language for note in card.notes for language in note}):
        found[f"notes ({language})"] = " ".join(note.get(language, "") for note in card.notes)
    return found


def _both(before: Release, after: Release) -> Iterator[tuple[Card, Card]]:
    for name in sorted(set(before.tables) & set(after.tables)):
        yield before.tables[name].card, after.tables[name].card


def _dimensions(old: Card, new: Card) -> Iterator[tuple[Dimension, Dimension]]:
    """The same dimension of both cards; one that only one card has is an empty list in the other."""
    one, other = ({d.id: d for d in card.dimensions if d.id != "year"} for card in (old, new))
    for name in sorted({*one, *other}):
        label = (one.get(name) or other[name]).label
        empty = Dimension(name, label, {})
        yield one.get(name, empty), other.get(name, empty)


def _differences(
    old: Dimension, new: Dimension
) -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    gone = {code: _name(label) for code, label in old.codes.items() if code not in new.codes}
    added = {code: _name(label) for code, label in new.codes.items() if code not in old.codes}
    renamed = {
        code: f"{_name(label)}\n{_name(new.codes[code])}"
        for code, label in old.codes.items()
        if code in new.codes and label != new.codes[code]
    }
    return gone, added, renamed


def _name(label: Text) -> str:
    return " / ".join(dict.fromkeys(label.values()))
