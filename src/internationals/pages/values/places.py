"""Districts and neighbourhoods: where most live, where a group is concentrated, which ones are one place."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions import measures, relative
from internationals.definitions.area_unions import area_unions
from internationals.pages.certainty import most_hidden
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Line, Names, Number, numbers, without_number
from internationals.pages.scope import Scope
from internationals.shapes import Cell, Status

_MISSING = Cell(None, Status.MISSING)


def leading(scope: Scope, line: str | list[str], *, k: int, whole: str | None = None) -> Line:
    """The k largest of a line, largest first, with all that share the last place; zeros are never among them.

    Of several lines, their sums. Only as far as that is certain: a cell that is not shown could hold what
    `whole` leaves for it, or less where its table promises so.
    """
    names = [line] if isinstance(line, str) else line
    if not isinstance(k, int) or k < 1 or not isinstance(names, list) or not names:
        raise UnfitError(
            f"`leading` takes a line or a list of lines, and `k` from 1; here {line!r} and {k!r}."
        )
    found = [scope.line(name) for name in names]
    hidden = [most_hidden(scope, name, whole if len(names) == 1 else None) for name in names]
    cells = {
        code: measures.added([one.cells.get(code, _MISSING) for one in found]) for code in found[0].cells
    }
    # The most that a place whose sum is not shown can hold: what is shown of it, and the most of what is not.
    unknown = max(
        (
            sum(
                most if (part := one.cells.get(code, _MISSING)).value is None else measures.highest(part)
                for one, most in zip(found, hidden, strict=True)
            )
            for code, cell in cells.items()
            if cell.value is None
        ),
        default=0.0,
    )
    # Only what exceeds that is certain to come before it, and so to be among the first.
    certain = [
        code
        for code in measures.top(cells, k)
        if cells[code].value and measures.lowest(cells[code]) > unknown
    ]
    return _descending(replace(found[0], cells=cells), certain)


def leading_shown(scope: Scope, line: str, *, k: int) -> Line:
    """The k largest among the numbers that are shown; say so beside it, since others could be larger."""
    found = scope.line(line)
    if not isinstance(k, int) or k < 1:
        raise UnfitError(f"`k` is a whole number from 1, and here it is {k!r}.")
    return _descending(found, [code for code in measures.top(found.cells, k) if found.cells[code].value])


def joined_areas(scope: Scope, line: str) -> Line:
    """A line of areas in which those that are one place together (the two districts of an inner city) are one."""
    found = scope.line(line)
    labels, cells = dict(found.labels), dict(found.cells)
    for union in area_unions():
        if not set(union.areas) <= set(cells):
            continue
        parts = [cells.pop(area) for area in union.areas]
        for area in union.areas:
            del labels[area]
        labels[union.code], cells[union.code] = union.label, measures.added(parts)
    return replace(found, labels=labels, cells=cells)


def concentrated(scope: Scope, line: str, *, of: str, city_line: str) -> Names:
    """The places in which a group is concentrated (D24), where most of it live first.

    `line` has the group per place and `of` its size; `city_line` has all residents per place.
    """
    found, city, total = scope.line(line), scope.line(city_line), scope.number(of).cell
    hidden = most_hidden(scope, line, of)
    verdicts = {
        place: relative.concentrated(place, found.cells, total, city.cells, hidden) for place in found.cells
    }
    known = numbers(found)
    places = sorted((place for place in verdicts if verdicts[place]), key=lambda place: -known[place])
    status = Status.NORMAL
    if not places and None in verdicts.values():
        status = without_number([total, *found.cells.values(), *city.cells.values()]) or Status.MISSING
    return Names({place: found.labels[place] for place in places}, status)


def more_than(scope: Scope, line: str, *, limit: str) -> Line:
    """The codes with more than the limit, largest first, as far as they are shown."""
    found, most = scope.line(line), scope.number(limit).cell
    return _descending(found, [code for code, cell in found.cells.items() if measures.above(cell, most)])


def round_limit(scope: Scope, line: str, *, step: int, most: int) -> Number:
    """The lowest multiple of `step` that one to `most` codes of a line exceed; missing when there is none.

    It makes "more than 20 of them live in ..." a list that can be read, in a town of any size.
    """
    if not isinstance(step, int) or step < 1 or not isinstance(most, int) or most < 1:
        raise UnfitError(f"`step` and `most` are whole numbers from 1, and here {step!r} and {most!r}.")
    found = scope.line(line)
    values = sorted(numbers(found).values(), reverse=True)
    limit = step
    while sum(value > limit for value in values) > most:
        limit += step
    there = bool(values) and values[0] > limit
    cell = Cell(float(limit)) if there else Cell(None, without_number(found.cells.values()) or Status.MISSING)
    return Number(cell, found.unit)


def _descending(line: Line, codes: list[str]) -> Line:
    """These codes alone, largest first; the reason why there are none, when cells are not shown."""
    order = sorted(codes, key=lambda code: -numbers(line)[code])
    reason = without_number(line.cells.values()) or line.status
    return replace(
        line,
        labels={code: line.labels[code] for code in order},
        cells={code: line.cells[code] for code in order},
        status=Status.NORMAL if order else reason,
    )
