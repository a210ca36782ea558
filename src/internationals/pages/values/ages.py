"""Several ages together, and those that a group has relatively many of."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions import measures, relative
from internationals.definitions.ages import AGE_GROUP_CODES, UNKNOWN
from internationals.pages.certainty import largest, most_hidden
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Line, Names, Number, Quantity, without_number
from internationals.pages.scope import Scope
from internationals.pages.values import unions
from internationals.pages.verdicts import Verdict
from internationals.shapes import Cell, Status, Text


def part(scope: Scope, line: str, *, codes: list[str]) -> Number:
    """Some codes of a line together, such as all ages of children; withheld as soon as one of them is."""
    found = scope.line(line)
    summed = measures.added([_cell(found, str(code)) for code in codes])
    if found.status is not Status.NORMAL:
        summed = Cell(None, found.status)
    return Number(summed, found.unit, found.decimals)


def added(scope: Scope, parts: list[str]) -> Quantity:
    """The sum of several numbers, or code by code of several lines; withheld where one of them is."""
    if not isinstance(parts, list) or not parts:
        raise UnfitError("`added` takes a list of numbers, or of lines.")
    if all(isinstance(scope.quantity(name), Number) for name in parts):
        numbers = [scope.number(name) for name in parts]
        return replace(numbers[0], cell=measures.added([number.cell for number in numbers]))
    lines = [scope.line(name) for name in parts]
    cells = {code: measures.added([_cell(line, code) for line in lines]) for code in lines[0].cells}
    return replace(lines[0], cells=cells)


def over_represented(scope: Scope, line: str, *, of: str, city_line: str, city: str) -> Names:
    """The ages that a group has relatively many of (D23), adjacent groups named together.

    `line` has the ages of the group and `of` its size; `city_line` and `city` those of all residents.
    """
    ages = scope.line(line)
    verdicts = _verdicts(scope, line, of, city_line, city)
    chosen = [code for code, verdict in verdicts.items() if verdict]
    if not chosen and None in verdicts.values():
        return Names({}, without_number([*ages.cells.values(), scope.number(of).cell]) or Status.MISSING)
    return _named(scope, chosen)


def most_over_represented(scope: Scope, line: str, *, of: str, city_line: str, city: str) -> Names:
    """Of several ages that a group has relatively many of, the one group furthest above the city, in points.

    None when there is only one, or two that are as far; unknown when a cell is withheld that could be it.
    """
    ages, residents = scope.line(line), scope.line(city_line)
    group, everybody = scope.number(of).cell, scope.number(city).cell
    verdicts = _verdicts(scope, line, of, city_line, city)
    if None in verdicts.values():
        return Names({}, without_number([*ages.cells.values(), group]) or Status.MISSING)
    points = {
        code: measures.change(
            measures.share(_cell(residents, code), everybody), measures.share(ages.cells[code], group)
        )
        for code, verdict in verdicts.items()
        if verdict
    }
    furthest = [
        code
        for code, cell in points.items()
        if all(measures.above(cell, other) for beside, other in points.items() if beside != code)
    ]
    return _named(scope, furthest) if len(points) > 1 else Names({})


def _verdicts(scope: Scope, line: str, of: str, city_line: str, city: str) -> dict[str, Verdict]:
    """Which ages the group has relatively many of. A withheld cell that cannot hold enough is not among them."""
    ages, residents = scope.line(line), scope.line(city_line)
    group, everybody = scope.number(of).cell, scope.number(city).cell
    most = largest(most_hidden(scope, line, of))
    found = {}
    for code, cell in ages.cells.items():
        beside = _cell(residents, code)
        verdict = relative.over_represented(cell, group, beside, everybody)
        if verdict is None and relative.over_represented(most, group, beside, everybody) is False:
            verdict = False
        if code != UNKNOWN:
            found[code] = verdict
    return found


def _runs(codes: list[str]) -> list[list[str]]:
    """The codes in groups of adjacent ages."""
    runs: list[list[str]] = []
    for code in codes:
        if runs and AGE_GROUP_CODES.index(code) - AGE_GROUP_CODES.index(runs[-1][-1]) == 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    return runs


def _named(scope: Scope, codes: list[str]) -> Names:
    names: dict[str, Text] = {}
    for run in _runs(codes):
        names |= unions.ages(scope, run).labels
    return Names(names)


def _cell(line: Line, code: str) -> Cell:
    return line.cells.get(code, Cell(None, Status.MISSING))
