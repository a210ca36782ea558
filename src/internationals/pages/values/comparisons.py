"""Shares, changes and growth (D22), of numbers and, code by code, of lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from internationals.definitions import measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Line, Number, Quantity
from internationals.pages.scope import Scope
from internationals.shapes import Cell, Status

Measure = Callable[[Cell, Cell], Cell]


def share(scope: Scope, part: str, *, of: str) -> Quantity:
    """The part as a percentage of the whole, one decimal."""
    found = _both(scope, part, of, measures.share, unit="percent", decimals=1)
    return replace(found, base=of) if isinstance(found, Number) else found


def change(scope: Scope, end: str, *, since: str) -> Quantity:
    """The end minus the start, in the unit of both."""
    return _both(scope, end, since, lambda last, first: measures.change(first, last))


def growth(scope: Scope, end: str, *, since: str) -> Quantity:
    """The change as a percentage of the start, no decimals; not applicable on a base under ten."""
    return _both(
        scope, end, since, lambda last, first: measures.growth(first, last), unit="percent", decimals=0
    )


def points(scope: Scope, end: str, *, since: str) -> Quantity:
    """The difference between two percentages in percentage points, one decimal."""
    return _both(
        scope, end, since, lambda last, first: measures.points(first, last), unit="points", decimals=1
    )


def size(scope: Scope, value: str) -> Number:
    """A number without its sign, for a sentence whose verb already says the direction."""
    number = scope.number(value)
    cell = number.cell
    return number if cell.value is None else replace(number, cell=replace(cell, value=abs(cell.value)))


def one_in(scope: Scope, value: str) -> Number:
    """N, for a share that can be called one in N (D28)."""
    return Number(measures.one_in(scope.number(value).cell), "items")


def total(scope: Scope, line: str) -> Number:
    """The sum of a line; withheld as soon as one of its cells is."""
    found = scope.line(line)
    if found.status is not Status.NORMAL:
        return Number(Cell(None, found.status), found.unit, found.decimals)
    return Number(measures.added(found.cells.values()), found.unit, found.decimals)


def _both(
    scope: Scope,
    first: str,
    second: str,
    measure: Measure,
    unit: str | None = None,
    decimals: int | None = None,
) -> Quantity:
    one, other = scope.quantity(first), scope.quantity(second)
    if isinstance(one, Number) and isinstance(other, Number):
        return Number(
            measure(one.cell, other.cell), unit or one.unit, one.decimals if decimals is None else decimals
        )
    if isinstance(one, Line) and isinstance(other, Line | Number):
        missing = Cell(None, Status.MISSING)
        cells = {
            code: measure(cell, other.cells.get(code, missing) if isinstance(other, Line) else other.cell)
            for code, cell in one.cells.items()
        }
        return replace(
            one, cells=cells, unit=unit or one.unit, decimals=one.decimals if decimals is None else decimals
        )
    raise UnfitError(f"{first!r} and {second!r} should both be numbers, or a line and a line or number.")
