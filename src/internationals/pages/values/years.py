"""Years and periods: they follow the edition, because they are read from the tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from internationals import texts
from internationals.definitions import measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Day, Line, Names, Number, Step, Year, numbers, steps
from internationals.pages.scope import Scope, years_of
from internationals.pages.verdicts import Verdict, negated
from internationals.shapes import Cell, Status


def year(scope: Scope, table: str, *, at: object = "last") -> Year:
    """A year of a table: first, last, previous, a year, `$name`, with an offset as in `last-10`."""
    return scope.year_in(scope.table(table), at)


def earlier(scope: Scope, table: str, *, by: int) -> Year:
    """The year this many years before the last one, or else the first; missing without an earlier year."""
    if not isinstance(by, int) or by < 1:
        raise UnfitError(f"`by` is a number of years from 1, and here it is {by!r}.")
    years = years_of(scope.table(table))
    before = [code for code in years[:-1] if int(years[-1]) - int(code) <= by]
    return Year(before[0]) if before else Year(None, Status.MISSING)


def first_day(scope: Scope, year: str) -> Day:
    """1 January of a year: the moment at which a stock of that year was taken."""
    found = scope.year(year)
    return Day(None, found.status) if found.code is None else Day(date(int(found.code), 1, 1))


def first_days(scope: Scope, names: str) -> Names:
    """1 January of each of these years."""
    found = scope.names(names)
    days = {code: date(int(code), 1, 1) for code in found.labels}
    labels = {
        code: {language: texts.day(language, day) for language in scope.languages}
        for code, day in days.items()
    }
    return Names(labels, found.status)


def years(scope: Scope, end: str, *, since: str) -> Number:
    """How many years lie between two years."""
    last, first = scope.year(end), scope.year(since)
    if last.code is None or first.code is None:
        return Number(Cell(None, last.status if last.code is None else first.status), "years")
    return Number(Cell(float(int(last.code) - int(first.code))), "years")


def not_risen(scope: Scope, line: str) -> Names:
    """The years of a line that do not exceed the year before; unknown when a step is."""
    return _where(scope.line(line), lambda step: negated(step.risen))


def not_fallen(scope: Scope, line: str) -> Names:
    """The years of a line that are not below the year before; unknown when a step is."""
    return _where(scope.line(line), lambda step: negated(step.fallen))


def not_above(scope: Scope, line: str, *, than: str) -> Names:
    """The years in which one line does not exceed another; unknown when a cell of either is withheld."""
    one, other = scope.line(line), scope.line(than)
    pairs = {code: (cell, other.cells.get(code)) for code, cell in one.cells.items()}
    found = {}
    for code, (cell, beside) in pairs.items():
        if beside is None or cell.value is None or beside.value is None:
            return Names({}, Status.MISSING if beside is None else _reason(cell, beside))
        above = measures.above(cell, beside)
        if above is None:
            return Names({}, Status.MISSING)
        if not above:
            found[code] = one.labels[code]
    return Names(found)


def steepest_fall(scope: Scope, line: str) -> Year:
    """The year with the largest relative fall from the year before; none when the line never falls.

    Unknown as soon as one step is; none either when equal falls share the first place.
    """
    found = steps(scope.line(line))
    reason = next((step.reason for step in found if not step.known), None)
    if reason is not None:
        return Year(None, reason)
    falls = [step for step in found if step.fallen is not False]
    if not any(step.fallen for step in falls):
        return Year(None, Status.MISSING if falls else Status.NOT_APPLICABLE)
    cells = scope.line(line).cells
    left = {step.year: _left(cells, step) for step in falls}
    least = min(left.values(), key=lambda cell: cell.value or 0.0)
    steepest = [year for year, cell in left.items() if measures.above(cell, least) is not True]
    return Year(steepest[0]) if len(steepest) == 1 else Year(None, Status.NOT_APPLICABLE)


def highest_since(scope: Scope, line: str) -> Year:
    """The latest earlier year whose number was at least that of the last year; none for a record."""
    return _since(scope.line(line), lambda earlier, last: negated(measures.above(last, earlier)))


def lowest_since(scope: Scope, line: str) -> Year:
    """The latest earlier year whose number was at most that of the last year; none for a record."""
    return _since(scope.line(line), lambda earlier, last: negated(measures.above(earlier, last)))


def _left(cells: Mapping[str, Cell], step: Step) -> Cell:
    """Which part of the year before is left."""
    return measures.ratio(cells[step.year], cells[str(int(step.year) - 1)])


def _reason(*cells: Cell) -> Status:
    return next(cell.status for cell in cells if cell.value is None)


def _where(line: Line, condition: Callable[[Step], Verdict]) -> Names:
    found = {}
    for step in steps(line):
        if not step.known:
            return Names({}, step.reason)
        verdict = condition(step)
        if verdict is None:
            return Names({}, Status.MISSING)
        if verdict:
            found[step.year] = line.labels[step.year]
    return Names(found)


def _since(line: Line, condition: Callable[[Cell, Cell], Verdict]) -> Year:
    known, order = numbers(line), sorted(line.cells)
    if not order or order[-1] not in known:
        return Year(None, Status.MISSING)
    last = order[-1]
    for code in reversed(order[:-1]):
        if code not in known:
            return Year(None, line.cells[code].status)
        verdict = condition(line.cells[code], line.cells[last])
        if verdict is None:
            return Year(None, Status.MISSING)
        if verdict:
            return Year(code)
    return Year(None, Status.NOT_APPLICABLE)


def study_year(scope: Scope, year: str) -> Names:
    """The study year that begins in a year: *2021/2022*."""
    found = scope.year(year)
    if found.code is None:
        return Names({}, found.status)
    return Names({found.code: dict.fromkeys(scope.languages, f"{found.code}/{int(found.code) + 1}")})
