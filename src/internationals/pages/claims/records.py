"""The last year of a line against all years before it."""

from __future__ import annotations

from internationals.definitions import measures
from internationals.pages.quantities import numbers
from internationals.pages.scope import Scope
from internationals.pages.values import years
from internationals.pages.verdicts import Verdict, every


def record_high(scope: Scope, line: str) -> Verdict:
    """The last year is above every earlier year, of which there are at least `since_at_least`."""
    return _record(scope, line, 1)


def record_low(scope: Scope, line: str) -> Verdict:
    """The last year is below every earlier year, of which there are at least `since_at_least`."""
    return _record(scope, line, -1)


def highest_in_years(scope: Scope, line: str) -> Verdict:
    """No record, but above all of at least `since_at_least` years before; `highest_since` says since when."""
    return _in_years(scope, line, years.highest_since(scope, line).code)


def lowest_in_years(scope: Scope, line: str) -> Verdict:
    """No record, but below all of at least `since_at_least` years before; `lowest_since` says since when."""
    return _in_years(scope, line, years.lowest_since(scope, line).code)


def _record(scope: Scope, line: str, sign: int) -> Verdict:
    found = scope.line(line)
    order = sorted(found.cells)
    if len(order) <= scope.thresholds["since_at_least"]:
        return False
    last = found.cells[order[-1]]
    if last.value is None:
        return None
    before = [found.cells[code] for code in order[:-1]]
    return every(measures.above(last, cell) if sign > 0 else measures.above(cell, last) for cell in before)


def _in_years(scope: Scope, line: str, since: str | None) -> Verdict:
    found = scope.line(line)
    if since is None:
        # A record is no "since"; an unknown year in between makes it unknown.
        complete = len(numbers(found)) == len(found.cells)
        return False if complete and not any(cell.margin for cell in found.cells.values()) else None
    between = [code for code in found.cells if code > since]
    return len(between) - 1 >= scope.thresholds["since_at_least"]
