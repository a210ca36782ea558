"""Tables in, protected tables out: what the door decided about every number, put back into its tables."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from internationals import texts
from internationals.disclosure.areas import within_areas
from internationals.disclosure.policy import Policy
from internationals.disclosure.rounding import rounded
from internationals.disclosure.state import State
from internationals.shapes import (
    Card,
    Cell,
    Counts,
    DisclosureError,
    Method,
    Nature,
    ProtectedTable,
    Protection,
    Status,
    Tally,
)

_NOTE = {
    "nl": "Getallen met ≈ zijn bij toeval afgerond op een veelvoud van {base}, zodat niemand te herkennen is: 0 kan "
    "0 tot en met {most} zijn. Afgeronde getallen tellen niet precies op.",
    "en": "Numbers with ≈ are rounded at random to a multiple of {base}, so that nobody can be recognised: 0 can be "
    "0 to {most}. Rounded numbers need not add up.",
}
SUPPRESSED = Cell(None, Status.SUPPRESSED)


def assembled(
    tables: Iterable[Counts], state: State, policy: Policy, key: bytes
) -> tuple[ProtectedTable, ...]:
    """The protected tables of a release. Raises DisclosureError for counts that cannot be rounded."""
    return tuple(_table(counts, state, policy, key) for counts in tables)


def _table(counts: Counts, state: State, policy: Policy, key: bytes) -> ProtectedTable:
    card = counts.card
    if counts.nature is not Nature.COUNTS:
        cells = {
            tuple(codes): found if isinstance(found, Cell) else Cell(found) for *codes, found in counts.rows
        }
        return ProtectedTable(card, cells, counts.nature)
    if policy.tier(card.id) == Method.EXACT:
        protection = Protection(Method.EXACT, hidden_at_most=state.bounds.get(card.id, math.inf))
        exact = {
            codes: SUPPRESSED if place in state.hidden else _cell(found)
            for codes, place, found in state.places[card.id]
        }
        return ProtectedTable(card, exact, counts.nature, protection)
    protection = Protection(Method.ROUNDED, policy.base)
    made = ProtectedTable(
        _noted(card, policy), dict(_rounded(counts, state, policy, key)), counts.nature, protection
    )
    return within_areas(made, state, policy) if policy.rule(card.id).by_area else made


def _noted(card: Card, policy: Policy) -> Card:
    """The card with what a reader of rounded numbers has to know."""
    note = texts.in_languages(
        {language: text.format(base=policy.base, most=policy.base - 1) for language, text in _NOTE.items()},
        card.title,
    )
    return replace(card, notes=(*card.notes, note))


def _cell(found: int | Cell) -> Cell:
    return found if isinstance(found, Cell) else Cell(int(found))


def _rounded(
    counts: Counts, state: State, policy: Policy, key: bytes
) -> Iterator[tuple[tuple[str, ...], Cell]]:
    for codes, place, found in state.places[counts.card.id]:
        if isinstance(found, Cell) and found.value is None:
            yield codes, found
        elif place in state.hidden or place in state.blank:
            yield codes, SUPPRESSED
        elif place in state.exact:
            yield codes, _cell(found)
        elif not isinstance(found, Tally):
            raise DisclosureError(
                f"The table {counts.card.id} is to be rounded, and does not say who is counted. "
                "Count it with record keys, or list it in the policy."
            )
        else:
            if place not in state.rounded:
                state.rounded[place] = rounded(found, policy.base, key)
            if number := state.rounded[place]:
                yield codes, Cell(number, Status.ROUNDED)
