"""The differencing attack: two releases that count the same people a little differently show who came between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from internationals.disclosure.places import Place
from internationals.disclosure.policy import Policy
from internationals.disclosure.published import ZERO, Published


@dataclass(frozen=True)
class Difference:
    """A place of which two releases give exact numbers that are a few people apart."""

    place: Place
    before: float
    now: float
    edition: str


def differences(
    now: Published, earlier: Iterable[tuple[str, Published]], policy: Policy
) -> tuple[int, tuple[Difference, ...]]:
    """How many numbers were compared with earlier editions, and those that differ by less than the threshold."""
    tried, found = 0, []
    for edition, before in earlier:
        for place, (low, high) in before.ranges.items():
            here = now.ranges.get(place, ZERO if now.is_zero(place) else None)
            if low != high or here is None or here[0] != here[1]:
                continue
            tried += 1
            if 0 < abs(here[0] - low) < policy.threshold:
                found.append(Difference(place, low, here[0], edition))
    return tried, tuple(found)
