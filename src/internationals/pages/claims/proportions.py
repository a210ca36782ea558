"""How large a part of the whole is: a majority, the vast majority."""

from __future__ import annotations

from internationals.definitions import measures
from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict, negated
from internationals.shapes import Cell


def mainly(scope: Scope, share: str) -> Verdict:
    """The share is above `mainly_above` percent."""
    return measures.above(scope.number(share).cell, Cell(scope.thresholds["mainly_above"]))


def vast_majority(scope: Scope, share: str) -> Verdict:
    """The share is at least `vast_majority_from` percent."""
    return negated(measures.above(Cell(scope.thresholds["vast_majority_from"]), scope.number(share).cell))
