"""Years against each other."""

from __future__ import annotations

from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict


def earlier_than(scope: Scope, year: str, *, than: str) -> Verdict:
    """The one year is before the other."""
    one, other = scope.year(year).code, scope.year(than).code
    return None if one is None or other is None else int(one) < int(other)
