"""Numbers rounded for a headline."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions import measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Number
from internationals.pages.scope import Scope
from internationals.shapes import Cell, Status


def rounded(scope: Scope, value: str, *, to: int) -> Number:
    """A number rounded to the nearest multiple; `just_under` and `just_over` say on which side it is."""
    if not isinstance(to, int) or to < 1:
        raise UnfitError(f"`to` is a whole number from 1, and here it is {to!r}.")
    number = scope.number(value)
    if number.cell.value is None:
        return number
    nearest = measures.round_half_away(number.cell.value / to) * to
    # What rounds to nothing, such as 30 to hundreds, has no round number.
    cell = replace(number.cell, value=nearest) if nearest else Cell(None, Status.NOT_APPLICABLE)
    return Number(cell, number.unit)


def rounded_down(scope: Scope, value: str, *, to: int) -> Number:
    """The multiple that a number is or exceeds: "more than 50". None below the first multiple.

    Missing where its source has rounded the number so that it may be on either side.
    """
    if not isinstance(to, int) or to < 1:
        raise UnfitError(f"`to` is a whole number from 1, and here it is {to!r}.")
    number = scope.number(value)
    if number.cell.value is None:
        return number
    ends = {measures.lowest(number.cell) // to * to, measures.highest(number.cell) // to * to}
    if len(ends) > 1:
        return Number(Cell(None, Status.MISSING), number.unit)
    below = ends.pop()
    return Number(Cell(below) if below > 0 else Cell(None, Status.NOT_APPLICABLE), number.unit)
