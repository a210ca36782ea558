"""A line of years that turned, and a number beside its rounded form."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions import measures
from internationals.pages.quantities import numbers, steps
from internationals.pages.scope import Scope
from internationals.pages.values import peaks
from internationals.pages.verdicts import Verdict, every, negated
from internationals.shapes import Cell


def rose_then_fell(scope: Scope, line: str) -> Verdict:
    """The line rose strongly to one peak, on balance, and fell in every year since, of which there are a few.

    `peak` names the year. Strongly is by at least `strong_from` percent; a few is at least `turning_steps`.
    """
    found = scope.line(line)
    top = peaks.peak(scope, line).code
    if top is None:
        return False if found.cells and len(numbers(found)) == len(found.cells) else None
    known, made = numbers(found), steps(found)
    since = [step for step in made if step.year > top]
    if len(since) < scope.thresholds["turning_steps"]:
        return False
    if not all(step.known for step in made):
        return None
    start, high = found.cells[min(known)], found.cells[top]
    times = 1 + scope.thresholds["strong_from"] / 100
    reached = (
        Cell(None, start.status)
        if start.value is None
        else Cell(start.value * times, margin=start.margin * times)
    )
    short = measures.change(high, reached)
    strong = None if short.value is None else negated(measures.above(_without_noise(short), Cell(0.0)))
    return every([measures.above(high, start), strong, *(step.fallen for step in since)])


def just_under(scope: Scope, value: str, *, of: str) -> Verdict:
    """The number is a little below its rounded form: "almost 800". A little is `rounded_within` percent."""
    return _side(scope, value, of, -1)


def just_over(scope: Scope, value: str, *, of: str) -> Verdict:
    """The number is a little above its rounded form: "just over 800". A little is `rounded_within` percent."""
    return _side(scope, value, of, 1)


def _side(scope: Scope, value: str, of: str, sign: int) -> Verdict:
    exact, nearest = scope.number(value).cell, scope.number(of).cell.value
    if exact.value is None or nearest is None:
        return None
    limit = nearest * scope.thresholds["rounded_within"] / 100
    ends = [(end - nearest) * sign for end in (measures.lowest(exact), measures.highest(exact))]
    if min(ends) <= 0 and max(ends) > limit:
        return None
    found = {0 < end <= limit for end in ends}
    return found.pop() if len(found) == 1 else None


def _without_noise(cell: Cell) -> Cell:
    return cell if cell.value is None else replace(cell, value=measures.round_half_away(cell.value, 9))
