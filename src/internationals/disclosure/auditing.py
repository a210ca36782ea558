"""The audit: every attack on what is published, with a report of what was tried and what was found."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from internationals.disclosure.attack import Outcome, attack
from internationals.disclosure.averaging import Estimate, estimates
from internationals.disclosure.components import components
from internationals.disclosure.differencing import Difference, differences
from internationals.disclosure.earlier import Block, editions, with_others
from internationals.disclosure.places import Place
from internationals.disclosure.policy import Policy
from internationals.disclosure.published import Published, published
from internationals.disclosure.quickly import uncollected
from internationals.disclosure.state import described
from internationals.disclosure.system import System, system
from internationals.disclosure.whence import tables_behind
from internationals.shapes import ProtectedTable, Release


@dataclass(frozen=True)
class Leak:
    """A number that should be unknown and is not: it lies from `least` to `most`.

    `tables` are those that have to be put together to know it, where somebody asked why.
    """

    place: Place
    least: float
    most: float
    tables: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it is known exactly."""
        return self.least == self.most

    def sentence(self) -> str:
        """What can be worked out, and from what."""
        number = f"exactly {self.least:g}" if self.exact else f"{self.least:g} to {self.most:g}"
        return f"{described(self.place)}: {number}" + (
            f", from {', '.join(self.tables)}." if self.tables else "."
        )


@dataclass(frozen=True)
class Audit:
    """What the attacks on a release found.

    Of `cells` numbers, published or implied, `tried` may be of few people: `leaks` are those that sums give away,
    `untested` could not be tried. `compared` numbers were held against earlier releases: `differences` show a few
    people. `estimated` numbers were averaged over breakdowns: `estimates` came out too sharply.
    """

    cells: int
    tried: int
    leaks: tuple[Leak, ...] = ()
    untested: int = 0
    compared: int = 0
    differences: tuple[Difference, ...] = ()
    estimated: int = 0
    estimates: tuple[Estimate, ...] = ()
    seconds: float = 0

    @property
    def passed(self) -> bool:
        """Whether nothing was found, and nothing was left out."""
        return not (self.leaks or self.untested or self.differences or self.estimates)

    def summary(self) -> dict[str, Any]:
        """The result as a manifest keeps it: without its time, so that the same release gives the same bytes."""
        exact = sum(leak.exact for leak in self.leaks)
        return {
            "cells": self.cells,
            "tried": self.tried,
            "exact": exact,
            "narrowed": len(self.leaks) - exact,
            "untested": self.untested,
            "compared": self.compared,
            "differences": len(self.differences),
            "estimated": self.estimated,
            "estimates": len(self.estimates),
        }

    def sentences(self) -> list[str]:
        """Everything that was found, a line each."""
        return [
            *(leak.sentence() for leak in self.leaks),
            *(
                f"{described(each.place)}: {each.before:g} in edition {each.edition} and {each.now:g} now."
                for each in self.differences
            ),
            *(
                f"{described(each.place)}: about {each.number:.2f} (standard error {each.error:.2f}), averaged over "
                f"{each.sums} breakdowns."
                for each in self.estimates
            ),
        ]


def sensitive(policy: Policy, place: Place, low: float, high: float) -> bool:
    """Whether a number in this range may be of few people.

    Where the policy says that a facet tells something of everybody, nobody is few too: that no Syrian is without
    asylum says of each of them that they have it.
    """
    fewest = 0 if any(policy.telling.get(facet) == code for facet, code in place.facets) else 1
    return (low < policy.threshold and high >= fewest) or (high > -policy.threshold and low <= -1)


@uncollected()
def audit(
    tables: Iterable[ProtectedTable],
    earlier: Sequence[Release],
    policy: Policy,
    own: str,
    *,
    why: bool = False,
) -> Audit:
    """Attack the tables of a release together with earlier releases and what others publish.

    `own` is the four-digit code by which others know the municipality. Asked `why`, each leak says from which
    tables it follows.
    """
    began = time.perf_counter()
    tables = tuple(tables)
    now, said = published(tables, policy), editions(earlier, policy)
    compared, apart = differences(now, said, policy)
    found = with_others(now, said, tables, policy, own)
    made = system(found, policy)
    estimated, sharp = estimates(made, found, policy)
    before = System(made.places, list(made.low), list(made.high), made.sums, made.index)
    result = attacked(made, found, policy)
    parts = list(components(before)) if why else []
    leaks = tuple(
        Leak(
            made.places[each.at],
            each.least,
            each.most,
            tables_behind(before, found, parts, each.at) if why else (),
        )
        for each in result.found
    )
    untested = sum(len(part.at) for part in result.contradictory) + len(found.conflicts)
    seconds = time.perf_counter() - began
    return Audit(len(made.places), result.tried, leaks, untested, compared, apart, estimated, sharp, seconds)


def attacked(
    made: System,
    found: Published,
    policy: Policy,
    blocks: Collection[Block] | None = None,
    safe: Collection[int] = (),
    *,
    certain: bool = True,
) -> Outcome:
    """The attack by sums on what is published, without the numbers that others publish anyway.

    With `blocks` only what hangs together with numbers of these populations and years; those that are `safe` have
    been tried before.
    """
    skipped = {made.index[place] for place in found.known_elsewhere}
    near = None
    if blocks is not None:
        near = {at for at, place in enumerate(made.places) if (place.of, place.year) in blocks}
    return attack(
        made,
        lambda at, low, high: sensitive(policy, made.places[at], low, high),
        policy.width,
        skipped,
        near,
        safe,
        certain=certain,
    )
