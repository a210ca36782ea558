"""A line of years as a whole: every year, every year but a few, above another line."""

from __future__ import annotations

from collections.abc import Iterable

from internationals.definitions import measures
from internationals.pages.quantities import steps
from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict, every


def rises_every_year(scope: Scope, line: str) -> Verdict:
    """Every year is above the year before, over at least `steps_at_least` steps."""
    return _always(scope, _rises(scope, line))


def falls_every_year(scope: Scope, line: str) -> Verdict:
    """Every year is below the year before, over at least `steps_at_least` steps."""
    return _always(scope, _falls(scope, line))


def rises_with_exceptions(scope: Scope, line: str) -> Verdict:
    """Every year but one to `exceptions_at_most` is above the year before, and the last above the first.

    `not_risen` names the exceptions.
    """
    return every([_mostly(scope, _rises(scope, line)), _whole(scope, line, 1)])


def falls_with_exceptions(scope: Scope, line: str) -> Verdict:
    """Every year but one to `exceptions_at_most` is below the year before, and the last below the first.

    `not_fallen` names the exceptions.
    """
    return every([_mostly(scope, _falls(scope, line)), _whole(scope, line, -1)])


def exceeds_every_year(scope: Scope, line: str, *, than: str) -> Verdict:
    """One line is above the other in every year."""
    return _always(scope, _exceeds(scope, line, than))


def exceeds_with_exceptions(scope: Scope, line: str, *, than: str) -> Verdict:
    """One line is above the other but for one to `exceptions_at_most` years, which `not_above` names."""
    return _mostly(scope, _exceeds(scope, line, than))


def _rises(scope: Scope, line: str) -> list[Verdict]:
    return [step.risen for step in steps(scope.line(line))]


def _falls(scope: Scope, line: str) -> list[Verdict]:
    return [step.fallen for step in steps(scope.line(line))]


def _whole(scope: Scope, line: str, sign: int) -> Verdict:
    """The last year against the first."""
    found = scope.line(line)
    order = sorted(found.cells)
    if not order:
        return None
    first, last = found.cells[order[0]], found.cells[order[-1]]
    return measures.above(last, first) if sign > 0 else measures.above(first, last)


def _exceeds(scope: Scope, line: str, than: str) -> list[Verdict]:
    one, other = scope.line(line), scope.line(than)
    return [
        measures.above(cell, other.cells[code]) if code in other.cells else None
        for code, cell in one.cells.items()
    ]


def _always(scope: Scope, verdicts: list[Verdict]) -> Verdict:
    if len(verdicts) < scope.thresholds["steps_at_least"]:
        return False
    return every(verdicts)


def _mostly(scope: Scope, verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    exceptions, most = found.count(False), scope.thresholds["exceptions_at_most"]
    if exceptions > most or len(found) - exceptions < scope.thresholds["steps_at_least"]:
        return False
    return None if None in found else exceptions > 0
