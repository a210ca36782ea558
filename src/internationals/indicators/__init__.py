"""Residents and events in, counts out: every table of the register, with its card.

A module beside this one is an indicator family: it has a function `tables(facts)` that gives, per table id,
rows of dimension codes and a count, and a `.yml` file of the same name with the cards in every language.
Families are discovered; deleting one is deleting its two files.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from internationals.indicators import families
from internationals.indicators.cards import cards_of
from internationals.indicators.facts import Facts, facts_of
from internationals.indicators.labels import with_areas_found
from internationals.indicators.languages import in_languages
from internationals.indicators.open_tables import compute_open
from internationals.shapes import Counts, Frame, Register

__all__ = ["compute", "compute_open"]


def compute(register: Register, frame: Frame) -> tuple[Counts, ...]:
    """Every table of the register for an edition, before protection, ordered by id.

    Classifies each person and event once, then only aggregates. Raises KeyError when a family gives a table
    without a card, or a card has no table.
    """
    facts = facts_of(register, frame)
    return tuple(sorted(_all(facts), key=lambda counts: counts.card.id))


def _all(facts: Facts) -> Iterator[Counts]:
    for module in pkgutil.iter_modules(families.__path__):
        cards = cards_of(module.name, facts.frame)
        tables = import_module(f"{families.__name__}.{module.name}").tables(facts)
        if cards.keys() != tables.keys():
            raise KeyError(f"{module.name}: tables and cards differ: {sorted(cards.keys() ^ tables.keys())}")
        for name, rows in tables.items():
            found = with_areas_found(Counts(cards[name], tuple(sorted(row for row in rows if row[-1]))))
            yield replace(found, card=in_languages(found.card, facts.frame.name))
