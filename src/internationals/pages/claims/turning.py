"""A line of years that turned, and a number beside its rounded form."""

from __future__ import annotations

from internationals.pages.quantities import numbers, steps
from internationals.pages.scope import Scope
from internationals.pages.values import peaks
from internationals.pages.verdicts import Verdict


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
    start = known[min(known)]
    strong = known[top] - start >= start * scope.thresholds["strong_from"] / 100 and known[top] > start
    return strong and all(step.after < step.before for step in since)


def just_under(scope: Scope, value: str, *, of: str) -> Verdict:
    """The number is a little below its rounded form: "almost 800". A little is `rounded_within` percent."""
    return _side(scope, value, of, -1)


def just_over(scope: Scope, value: str, *, of: str) -> Verdict:
    """The number is a little above its rounded form: "just over 800". A little is `rounded_within` percent."""
    return _side(scope, value, of, 1)


def _side(scope: Scope, value: str, of: str, sign: int) -> Verdict:
    exact, nearest = scope.number(value).cell.value, scope.number(of).cell.value
    if exact is None or nearest is None:
        return None
    return 0 < (exact - nearest) * sign <= nearest * scope.thresholds["rounded_within"] / 100
