"""Open data and files by hand in, tables out, each with its card: the same shape as the tables of the register."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module

from internationals.indicators import open as families
from internationals.indicators.languages import in_languages
from internationals.indicators.open_cards import card_of, described
from internationals.shapes import Cell, Counts, Frame, Observations


def compute_open(
    observations: Mapping[str, Observations], frame: Frame, taken: frozenset[str] = frozenset()
) -> tuple[Counts, ...]:
    """Every open table of an edition, ordered by id, without those that another source has `taken` already.

    A source of which nothing is left up to its moment is absent. Raises KeyError for a table without a card.
    """
    there = {name: found for name, found in observations.items() if found.cells}
    return tuple(sorted(_all(there, frame, taken), key=lambda counts: counts.card.id))


def _all(observations: Mapping[str, Observations], frame: Frame, taken: frozenset[str]) -> Iterator[Counts]:
    for info in pkgutil.iter_modules(families.__path__):
        module = import_module(f"{families.__name__}.{info.name}")
        if not hasattr(module, "NEEDS") or not any(name in observations for name in module.NEEDS):
            continue
        cards = described(info.name)
        for name, found in module.tables(observations, frame).items():
            if name in taken:
                continue
            card = in_languages(card_of(name, cards[name], found, frame), frame.name)
            yield Counts(card, tuple(sorted(_zero_left_out(found.rows), key=_codes)), found.nature)


def _codes(row: tuple[str | Cell, ...]) -> tuple[str, ...]:
    return tuple(str(code) for code in row[:-1])


def _zero_left_out(rows: list[tuple[str | Cell, ...]]) -> Iterator[tuple[str | Cell, ...]]:
    """Cells that are not listed are zero, so that zeros need not be."""
    zero = Cell(0)
    return (row for row in rows if row[-1] != zero)
