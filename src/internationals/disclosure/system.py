"""All that is published as one system: unknown numbers in their ranges, and the sums that tie them together.

A number is known, or unknown within a range. What is nowhere published but follows from what is (the adults of a
neighbourhood, whoever is not Dutch and has no background) is an unknown like any other, because whoever can work
it out has found the same people.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from internationals.disclosure.facets import ALL, FIRST, OTHERS, REST, parent
from internationals.disclosure.places import Place
from internationals.disclosure.policy import Policy
from internationals.disclosure.published import Published, Range
from internationals.disclosure.zeros import Zeros

Term = tuple[int, int]


@dataclass
class System:
    """`places` with their ranges from `low` to `high`, and `sums`: terms of place and factor that add up to zero."""

    places: list[Place] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    sums: list[list[Term]] = field(default_factory=list)
    index: dict[Place, int] = field(default_factory=dict)

    def add(self, place: Place, span: Range) -> int:
        """A new place, or the one that is there."""
        at = self.index.get(place)
        if at is None:
            at = self.index[place] = len(self.places)
            self.places.append(place)
            self.low.append(span[0])
            self.high.append(span[1])
        return at


def system(found: Published, policy: Policy) -> System:
    """The system of what is published."""
    made = System()
    for place, span in found.ranges.items():
        made.add(place, span)
    _Sums(made, found, policy).all()
    for terms in found.identities:
        made.sums.append([(made.add(place, _free(place, policy)), factor) for place, factor in terms])
    made.sums = _tying(made, set(found.ranges))
    return made


class _Sums:
    """Adds to a system that a whole is the sum of its parts, wherever one of the parts is there."""

    def __init__(self, made: System, found: Published, policy: Policy) -> None:
        self._made, self._found, self._policy = made, found, policy
        self._zeros = Zeros(found)
        self._parts: dict[tuple[Place, str], dict[str, int]] = {}
        self._names: dict[tuple[str, ...], str] = {}
        self._rests: dict[str, tuple[str, ...]] = {}
        self._codes = self._all_codes()
        self._unsaid = {
            (place.having(facet, parent(facet, code)), facet)
            for place in found.unsaid
            for facet, code in place.facets
        }
        for at, place in enumerate(made.places):
            self._part(place, at)

    def all(self) -> None:
        """Go over all wholes, also over those that come about on the way.

        A sum of which neither the whole nor some parts are there says nothing, until the whole is added after all,
        or its last part.
        """
        waiting: dict[tuple[Place, str], int] = {}
        done: set[tuple[Place, str]] = set()
        grown = True
        while grown:
            grown = False
            for key in [key for key in self._parts if key not in done]:
                whole, facet = key
                if whole not in self._made.index and (
                    waiting.get(key) == len(self._parts[key]) or any(self._missing(whole, facet))
                ):
                    waiting[key] = len(self._parts[key])
                    continue
                done.add(key)
                grown = True
                self._whole(whole, facet)

    def _all_codes(self) -> Mapping[tuple[str, str, str], frozenset[str]]:
        """Per population, facet and whole: every code that any table has.

        Where no table has more than one of them (the unknown area of a population without a table by area), there
        are others that nobody speaks of.
        """
        listed = {
            (part.of, facet)
            for part in self._found.slices()
            for facet, every in part.codes.items()
            if len(every) > 1
        }
        codes: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        spoken_of = (*self._made.places, *self._found.unsaid)
        for of, (facet, code) in {(place.of, pair) for place in spoken_of for pair in place.facets}:
            while code != ALL:
                up = parent(facet, code)
                codes[of, facet, up].add(code)
                code = up
            known = ("yes", "no") if facet in self._policy.pairs else FIRST.get(facet, ())
            codes[of, facet, ALL].update(known or (() if (of, facet) in listed else (OTHERS,)))
        return {key: frozenset(found) for key, found in codes.items()}

    def _part(self, place: Place, at: int) -> None:
        """Note a place among the parts of each whole that it is a part of."""
        if place.of in self._policy.apart:
            return
        for facet, code in place.facets:
            if not code.startswith(REST):
                whole = place.having(facet, parent(facet, code))
                self._parts.setdefault((whole, facet), {})[code] = at

    def _missing(self, whole: Place, facet: str) -> Iterator[str]:
        """The codes of a facet of which nothing is known within a whole: often it is enough that there are any."""
        there = self._parts[whole, facet]
        codes = self._codes[whole.of, facet, dict(whole.facets).get(facet, ALL)]
        listed = self._zeros.listed(whole.having(facet, next(iter(there))), facet)
        missing = codes - there.keys() - listed
        if (whole, facet) in self._unsaid:
            missing |= {
                code for code in codes - there.keys() if whole.having(facet, code) in self._found.unsaid
            }
        return (code for code in missing if not self._zeros.follows(whole.having(facet, code)))

    def _whole(self, whole: Place, facet: str) -> None:
        if self._found.is_zero(whole):
            return  # and so are its parts
        missing = tuple(sorted(self._missing(whole, facet)))
        parts = list(self._parts[whole, facet].values())
        if missing:
            code = missing[0] if len(missing) == 1 else self._together(missing)
            parts.append(self._unknown(whole.having(facet, code)))
        self._made.sums.append([(self._unknown(whole), -1), *((part, 1) for part in parts)])

    def _together(self, codes: tuple[str, ...]) -> str:
        name = self._names.setdefault(codes, f"{REST}{len(self._names)}")
        self._rests[name] = codes
        return name

    def _rest(self, place: Place, facet: str, codes: tuple[str, ...]) -> None:
        """Codes taken together, where each of them is there after all."""
        parts = [place.having(facet, code) for code in codes]
        if all(part in self._made.index or self._found.is_zero(part) for part in parts):
            there = [self._made.index[part] for part in parts if part in self._made.index]
            self._made.sums.append([(self._made.index[place], -1), *((part, 1) for part in there)])

    def _unknown(self, place: Place) -> int:
        """A place that nobody speaks of, with what follows for it."""
        if place in self._made.index:
            return self._made.index[place]
        at = self._made.add(place, _free(place, self._policy))
        self._part(place, at)
        for facet, code in place.facets:
            if code.startswith(REST):
                self._rest(place, facet, self._rests[code])
        return at


def _free(place: Place, policy: Policy) -> Range:
    return (-math.inf if place.of in policy.signed else 0.0, math.inf)


def _tying(made: System, said: set[Place]) -> list[list[Term]]:
    """The sums without those of a whole that nobody speaks of, and that is in no other sum: they say nothing."""
    sums: dict[int, list[Term]] = dict(enumerate(made.sums))
    within: dict[int, set[int]] = defaultdict(set)
    for number, terms in sums.items():
        for at, _ in terms:
            within[at].add(number)
    loose = [at for at, place in enumerate(made.places) if place not in said]
    while loose:
        at = loose.pop()
        if len(within[at]) != 1:
            continue
        (number,) = within[at]
        if sums[number][0] != (at, -1):
            continue
        for other, _ in sums.pop(number):
            within[other].discard(number)
            if made.places[other] not in said:
                loose.append(other)
    return list(sums.values())
