"""What is different from the edition before: tables, codes and texts, and figures that were revised.

Only what both releases show is compared: a cell that is withheld in one is told as withheld, and never with a number.
A cell of a code that only one of them knows is no revision, and neither is a year that is new.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from internationals.shapes import Card, Cell, ProtectedTable, Release, Text

TEXTS = ("title", "definition", "unit")
"""The texts of a card of which a change is told; source and reference date change with every edition."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class CodeChange:
    """A code that came, went (the other text is None), or is called otherwise."""

    table: str
    dimension: str
    code: str
    before: Text | None
    after: Text | None


@dataclass(frozen=True)
class TextChange:
    """A text of a card that is another: which, and in which words. `dimensions` are told by their ids."""

    table: str
    what: str
    before: Text
    after: Text


@dataclass(frozen=True)
class Revision:
    """A cell that both editions have, with another number or status."""

    table: str
    codes: Mapping[str, str]
    before: Cell
    after: Cell


@dataclass(frozen=True)
class Changes:
    """All that is different from the edition `before`."""

    before: str
    tables_added: tuple[str, ...]
    tables_removed: tuple[str, ...]
    dimensions: tuple[TextChange, ...]
    codes: tuple[CodeChange, ...]
    texts: tuple[TextChange, ...]
    revisions: tuple[Revision, ...]


def changes(release: Release, before: Release) -> Changes:
    """What the edition changed in what the one before had published."""
    both = [
        (before.tables[name], release.tables[name]) for name in sorted({*before.tables} & {*release.tables})
    ]
    cards = [(old.card, new.card) for old, new in both]
    alike = [(old, new) for old, new in both if _ids(old.card) == _ids(new.card)]
    return Changes(
        before=str(before.manifest["edition"]),
        tables_added=tuple(sorted(set(release.tables) - set(before.tables))),
        tables_removed=tuple(sorted(set(before.tables) - set(release.tables))),
        dimensions=tuple(_other_dimensions(old, new) for old, new in cards if _ids(old) != _ids(new)),
        codes=tuple(change for old, new in alike for change in _codes(old.card, new.card)),
        texts=tuple(change for old, new in cards for change in _texts(old, new)),
        revisions=tuple(change for old, new in alike for change in _revisions(old, new)),
    )


def _ids(card: Card) -> Key:
    return tuple(dimension.id for dimension in card.dimensions)


def _other_dimensions(old: Card, new: Card) -> TextChange:
    return TextChange(new.id, "dimensions", {"": " × ".join(_ids(old))}, {"": " × ".join(_ids(new))})


def _codes(old: Card, new: Card) -> Iterator[CodeChange]:
    for one, other in zip(old.dimensions, new.dimensions, strict=True):
        for code in {**one.codes, **other.codes}:
            was, became = one.codes.get(code), other.codes.get(code)
            if was != became:
                yield CodeChange(new.id, other.id, code, was, became)


def _texts(old: Card, new: Card) -> Iterator[TextChange]:
    for what in TEXTS:
        was, became = getattr(old, what), getattr(new, what)
        if was != became:
            yield TextChange(new.id, what, was, became)


def _revisions(old: ProtectedTable, new: ProtectedTable) -> Iterator[Revision]:
    """In the order of the codes of the older table."""
    ids = _ids(new.card)
    known = [
        [code for code in one.codes if code in other.codes]
        for one, other in zip(old.card.dimensions, new.card.dimensions, strict=True)
    ]
    for key in _candidates(old, new, known):
        was, became = old.cells.get(key, old.unlisted), new.cells.get(key, new.unlisted)
        if (was.value, was.status) != (became.value, became.status):
            yield Revision(new.card.id, dict(zip(ids, key, strict=True)), was, became)


def _candidates(old: ProtectedTable, new: ProtectedTable, known: list[list[str]]) -> Iterable[Key]:
    """The cells that may differ: those that are listed, and all when one release rounds its zeros and the other not."""
    if old.unlisted != new.unlisted:
        return itertools.product(*known)
    places = [{code: at for at, code in enumerate(codes)} for codes in known]
    listed = {
        tuple(place[code] for code, place in zip(key, places, strict=True)): key
        for key in {**old.cells, **new.cells}
        if all(code in place for code, place in zip(key, places, strict=True))
    }
    return [listed[place] for place in sorted(listed)]
