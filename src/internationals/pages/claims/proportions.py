"""How large a part of the whole is: a majority, the vast majority."""

from __future__ import annotations

from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict


def mainly(scope: Scope, share: str) -> Verdict:
    """The share is above `mainly_above` percent."""
    value = scope.number(share).cell.value
    return None if value is None else value > scope.thresholds["mainly_above"]


def vast_majority(scope: Scope, share: str) -> Verdict:
    """The share is at least `vast_majority_from` percent."""
    value = scope.number(share).cell.value
    return None if value is None else value >= scope.thresholds["vast_majority_from"]
