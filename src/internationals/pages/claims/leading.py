"""Whether one code leads a table year after year."""

from __future__ import annotations

from internationals.definitions import measures
from internationals.pages.problems import UnfitError
from internationals.pages.scope import Scope, years_of
from internationals.pages.values import cells
from internationals.pages.veils import veils
from internationals.pages.verdicts import Verdict, every
from internationals.shapes import Cell, Status


def led_before(scope: Scope, table: str, *, along: str, of: str, **codes: object) -> Verdict:
    """A single name has the largest number of a table in every year before the last, of which there is at least one.

    `{led_before: students_country, along: country, of: first_country, level: all, leave_out: [other_eea]}`.
    """
    if along == "year":
        raise UnfitError("`along` is the dimension of the name, and not the year.")
    named = list(scope.names(of).labels)
    if len(named) != 1:
        return None
    verdicts: list[Verdict] = []
    for year in years_of(scope.table(table))[:-1]:
        found = cells.line(scope, table, along=along, year=year, **codes)
        scope.veils.reads(veils(found))
        own = found.cells.get(named[0])
        if own is None or own.value is None:
            return None
        verdicts += [measures.above(own, cell) for code, cell in found.cells.items() if code != named[0]]
    return every(verdicts) if verdicts else False


def exceeds_at(scope: Scope, line: str, *, than: str, at: str) -> Verdict:
    """At every one of the names, of which there is at least one, one line is above another."""
    found, other, names = scope.line(line), scope.line(than), scope.names(at)
    if names.status is not Status.NORMAL:
        return None
    missing = Cell(None, Status.MISSING)
    verdicts = [
        measures.above(found.cells.get(code, missing), other.cells.get(code, missing))
        for code in names.labels
    ]
    return every(verdicts) if verdicts else False
