"""Countries of origin of students, inside and outside the European Economic Area."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions.students import count_date, is_eea
from internationals.pages.quantities import Line
from internationals.pages.scope import Scope
from internationals.shapes import Status


def inside_eea(scope: Scope, line: str, *, year: str) -> Line:
    """The countries of a line that were in the EEA on 1 October of the year in which the study year begins."""
    return _of_region(scope, line, year, inside=True)


def outside_eea(scope: Scope, line: str, *, year: str) -> Line:
    """The countries of a line that were outside the EEA on that day."""
    return _of_region(scope, line, year, inside=False)


def _of_region(scope: Scope, line: str, year: str, inside: bool) -> Line:
    found, begins = scope.line(line), scope.year(year)
    if begins.code is None:
        return replace(found, labels={}, cells={}, status=begins.status)
    at = count_date(int(begins.code))
    codes = [code for code in found.cells if is_eea(code, at) is inside]
    return replace(
        found,
        labels={code: found.labels[code] for code in codes},
        cells={code: found.cells[code] for code in codes},
        status=found.status if codes or found.status is not Status.NORMAL else Status.MISSING,
    )
