"""The averaging attack: the same number estimated from many rounded breakdowns, whose errors average out.

Rounding to a base has a variance of (base² - 1) / 6 on average over remainders, and a sum has those of its terms
together. Estimates from different sums are taken as independent, which favours the attacker.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from internationals.disclosure.places import Place
from internationals.disclosure.policy import Policy
from internationals.disclosure.published import Published
from internationals.disclosure.system import System

_SIGMAS = 1.96
"""Standard errors on either side within which 95% of estimates lie."""


@dataclass(frozen=True)
class Estimate:
    """A number as it can be estimated from so many sums, with its standard error."""

    place: Place
    number: float
    error: float
    sums: int


def estimates(made: System, found: Published, policy: Policy) -> tuple[int, tuple[Estimate, ...]]:
    """How many numbers can be estimated in more than one way, and those of few people that come out too sharply."""
    shown = {made.index[place]: value for place, value in found.rounded.items()}
    variance = (policy.base**2 - 1) / 6
    ways: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for at, value in shown.items():
        ways[at].append((value, variance))
    for terms in made.sums:
        unknown = [at for at, _ in terms if made.low[at] != made.high[at]]
        absent = [at for at in unknown if at not in shown]
        if len(absent) > 1 or len(unknown) < 2:
            continue  # more than one is not even rounded, or it follows without any estimate
        values = {at: shown.get(at, made.low[at]) for at, _ in terms}
        total = sum(factor * values[at] for at, factor in terms if at not in absent)
        for target, factor in terms:
            if target in (absent or unknown):
                rest = total if absent else total - factor * values[target]
                ways[target].append((-rest / factor, variance * (len(unknown) - 1)))
    several = {at: each for at, each in ways.items() if len(each) > 1}
    sharp = (_combined(made.places[at], each) for at, each in several.items())
    return len(several), tuple(each for each in sharp if _tells(each, policy))


def _combined(place: Place, ways: list[tuple[float, float]]) -> Estimate:
    """The estimates weighed by their precision."""
    precision = sum(1 / variance for _, variance in ways)
    number = sum(value / variance for value, variance in ways) / precision
    return Estimate(place, number, math.sqrt(1 / precision), len(ways))


def _tells(estimate: Estimate, policy: Policy) -> bool:
    sharp = 2 * _SIGMAS * estimate.error < policy.width
    return sharp and 0.5 <= estimate.number < policy.threshold - 0.5
