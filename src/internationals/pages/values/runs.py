"""The last years in a row that went the same way, and the years before them."""

from __future__ import annotations

from dataclasses import replace

from internationals.pages.quantities import Line, Number, Year, steps
from internationals.pages.scope import Scope
from internationals.shapes import Cell, Status


def rises_running(scope: Scope, line: str) -> Number:
    """How many years in a row, up to the last, were above the year before; unknown when a step is."""
    return Number(_running(scope.line(line), 1), "years")


def falls_running(scope: Scope, line: str) -> Number:
    """How many years in a row, up to the last, were below the year before; unknown when a step is."""
    return Number(_running(scope.line(line), -1), "years")


def before_run(scope: Scope, line: str) -> Year:
    """The last year before those that went the same way in a row: 2017, when 2018 to 2021 all fell."""
    found = scope.line(line)
    years = sorted(found.cells)
    runs = [_running(found, sign) for sign in (1, -1)]
    lengths = [int(run.value) for run in runs if run.value is not None]
    if len(lengths) < len(runs):
        return Year(None, next(run.status for run in runs if run.value is None))
    if max(lengths) == 0:
        return Year(None, Status.NOT_APPLICABLE)
    return Year(years[-1 - max(lengths)])


def up_to(scope: Scope, line: str, *, year: str) -> Line:
    """A line of years up to and including a year; empty when that year is not known."""
    found, last = scope.line(line), scope.year(year)
    if last.code is None:
        return replace(found, cells={}, labels={}, status=last.status)
    kept = [code for code in found.cells if int(code) <= int(last.code)]
    return replace(
        found,
        cells={code: found.cells[code] for code in kept},
        labels={code: found.labels[code] for code in kept},
    )


def _running(line: Line, sign: int) -> Cell:
    years = 0
    for step in reversed(steps(line)):
        if not step.known:
            return Cell(None, step.reason)
        went = step.risen if sign > 0 else step.fallen
        if went is None:
            return Cell(None, Status.MISSING)
        if not went:
            break
        years += 1
    return Cell(float(years)) if len(line.cells) > 1 else Cell(None, Status.MISSING)
