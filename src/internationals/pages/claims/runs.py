"""The last years of a line: in a row the same way, back up after a fall, or without any trend."""

from __future__ import annotations

from itertools import pairwise

from internationals.definitions import measures
from internationals.pages.quantities import Step, steps
from internationals.pages.scope import Scope
from internationals.pages.values import runs
from internationals.pages.verdicts import Verdict, every, negated


def rises_in_a_row(scope: Scope, line: str) -> Verdict:
    """The last `steps_at_least` years or more were each above the year before; `rises_running` counts them."""
    years = runs.rises_running(scope, line).cell.value
    return None if years is None else years >= scope.thresholds["steps_at_least"]


def falls_in_a_row(scope: Scope, line: str) -> Verdict:
    """The last `steps_at_least` years or more were each below the year before; `falls_running` counts them."""
    years = runs.falls_running(scope, line).cell.value
    return None if years is None else years >= scope.thresholds["steps_at_least"]


def recovery(scope: Scope, line: str) -> Verdict:
    """A rise in the last year, after a fall in the year before."""
    return _turned(scope, line, 1)


def full_recovery(scope: Scope, line: str) -> Verdict:
    """A recovery to at least the level from before the fall."""
    turned = _turned(scope, line, 1)
    if turned is not True:
        return turned
    found = scope.line(line)
    *_, start, _, end = (found.cells[year] for year in sorted(found.cells))
    return negated(measures.above(start, end))


def fall_after_rise(scope: Scope, line: str) -> Verdict:
    """A fall in the last year, after a rise in the year before."""
    return _turned(scope, line, -1)


def no_trend(scope: Scope, line: str) -> Verdict:
    """The line turns from rising to falling, or the reverse, at least `turns_at_least` times."""
    found = steps(scope.line(line))
    if not all(step.known for step in found):
        return None
    if any(step.slack and None in (step.risen, step.fallen) for step in found):
        return None
    directions = [_sign(step) for step in found if _sign(step) != 0]
    turns = sum(one != other for one, other in pairwise(directions))
    return turns >= scope.thresholds["turns_at_least"]


def _turned(scope: Scope, line: str, sign: int) -> Verdict:
    last_two = steps(scope.line(line))[-2:]
    if len(last_two) < 2:
        return False
    if not all(step.known for step in last_two):
        return None
    before, last = last_two
    return every([before.fallen, last.risen] if sign > 0 else [before.risen, last.fallen])


def _sign(step: Step) -> int:
    return (step.after > step.before) - (step.after < step.before)
