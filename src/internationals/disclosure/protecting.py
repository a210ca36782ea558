"""The plan of a release: protect what is sensitive, attack the result, mend what is found, until nothing is."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from internationals.disclosure.attack import Found
from internationals.disclosure.auditing import Audit, attacked
from internationals.disclosure.averaging import Estimate, estimates
from internationals.disclosure.complement import Scope, complements
from internationals.disclosure.differencing import differences
from internationals.disclosure.door import assembled
from internationals.disclosure.earlier import Block, Editions, editions, with_others
from internationals.disclosure.loss import Loss, losses
from internationals.disclosure.places import Place
from internationals.disclosure.policy import INTERNAL, Policy
from internationals.disclosure.published import Published, published
from internationals.disclosure.quickly import uncollected
from internationals.disclosure.state import State, described, state_of
from internationals.disclosure.system import System, system
from internationals.shapes import Counts, DisclosureError, ProtectedTable, Release

_TURNS = 30
_SCOPES: tuple[Scope, ...] = ("facets", "population", "all")


@dataclass(frozen=True)
class Protected:
    """What has passed the door: the tables of a release, the audit that they passed, and what protecting them cost."""

    tables: tuple[ProtectedTable, ...]
    audit: Audit
    losses: tuple[Loss, ...]


@uncollected()
def protect(
    tables: Iterable[Counts], earlier: Sequence[Release], policy: Policy, key: bytes, own: str
) -> Protected:
    """Protected tables in place of counts, so that nothing small can be worked out from all of them together.

    `earlier` are the releases that are public already, `key` decides the rounding, `own` is the four-digit code of
    the municipality. Raises DisclosureError for a table that the policy forbids, and where nothing can protect.
    """
    began = time.perf_counter()
    tables = tuple(table for table in tables if policy.tier(table.card.id) != INTERNAL)
    state = state_of(tables, policy)
    said = editions(earlier, policy)
    stay = _before(state, said, policy)
    offered = assembled(tables, state, policy, key)
    found = with_others(published(offered, policy), said, offered, policy, own)
    plan = _Plan(state, found, policy, stay | found.known_elsewhere)
    tried = plan.complete()
    protected = assembled(tables, state, policy, key)
    compared, apart = differences(published(protected, policy), said, policy) if said else (0, ())
    estimated, sharp = plan.estimates()
    audit = Audit(
        cells=len(plan.made.places),
        tried=tried,
        untested=len(found.conflicts),
        compared=compared,
        differences=apart,
        estimated=estimated,
        estimates=sharp,
        seconds=time.perf_counter() - began,
    )
    if not audit.passed:
        raise DisclosureError("The audit refuses what would be published:\n" + "\n".join(audit.sentences()))
    return Protected(protected, audit, losses(protected, state, policy))


class _Plan:
    """What is withheld by and by of all that would be published; `stay` are numbers that nobody can take back."""

    def __init__(self, state: State, found: Published, policy: Policy, stay: set[Place]) -> None:
        self._state, self._found, self._policy, self._stay = state, found, policy, stay
        self.made = system(found, policy)
        self._scopes, self._promising = list(_SCOPES), True
        # What is withheld from the start may be so by an earlier edition, which made a promise of its own.
        self._said = {place: found.ranges[place] for place in state.hidden if place in found.ranges}

    def complete(self) -> int:
        """Withhold more until an attack on everything finds nothing; how many numbers it tried.

        Nearly all there is to mend lies among the exact numbers, which are far fewer: these come first, and may be
        suspected in vain. Then everything is attacked together, with certainty. What is withheld later only leaves
        more room, so that a number that was safe stays so.
        """
        exact = self._without_rounded()
        suspects = attacked(_copy(exact), self._found, self._policy, certain=False).found
        self._withhold(self._mending(exact, suspects, "facets"))
        self._bound()
        blocks: set[Block] | None = None
        tried, safe = 0, frozenset[int]()
        for _ in range(_TURNS):
            outcome = attacked(_copy(self.made), self._found, self._policy, blocks, safe)
            suspects, tried, safe = outcome.found, max(tried, outcome.tried), safe | outcome.safe
            if outcome.contradictory:
                place = self.made.places[outcome.contradictory[0].at[0]]
                raise DisclosureError(
                    f"What would be published contradicts itself: no numbers fit {described(place)} and what belongs "
                    "to it. A table counts other people than the policy's `tables` says, or an earlier release or a "
                    "table of others does; mend the policy, or the table."
                )
            if not suspects:
                return tried
            blocks = {(place.of, place.year) for place in (self.made.places[each.at] for each in suspects)}
            self._mend(suspects, blocks)
            self._bound()
        raise DisclosureError("The tables cannot be protected together: every mending opens another gap.")

    def _mend(self, suspects: Sequence[Found], blocks: set[Block]) -> None:
        """Withhold what helps these, among ever more numbers; raises DisclosureError where nothing does."""
        places = {self.made.places[each.at] for each in suspects}
        while True:
            more = self._mending(self.made, suspects, self._scopes[0])
            if self._scopes[0] == "all":
                more |= places & self._state.counts.keys() - self._state.exact - self._state.blank
            if more:
                return self._withhold(more)
            if len(self._scopes) == 1:
                break
            self._scopes.pop(0)
        if self._promising:
            self._promising = False  # the promises say too much
            self._state.bounds.clear()
        elif rest := {place for place in self._may_hide() if (place.of, place.year) in blocks}:
            self._withhold(rest)  # so few people that nothing of theirs can be shown
        else:
            raise DisclosureError(
                f"{len(suspects)} numbers cannot be protected, among them {described(min(places))}. "
                "Let the policy round a table that they are in, or leave it out."
            )

    def estimates(self) -> tuple[int, tuple[Estimate, ...]]:
        """The averaging attack on what is published."""
        return estimates(self.made, self._found, self._policy)

    def _mending(self, made: System, suspects: Sequence[Found], scope: Scope) -> set[Place]:
        return complements(made, suspects, self._state.counts, self._may_hide(), self._policy.width, scope)

    def _may_hide(self) -> set[Place]:
        """The places that are shown and may be withheld; a zero says that there is nobody, and stays."""
        shown = self._state.exact - self._state.hidden - self._stay
        return {place for place in shown if self._state.counts[place]}

    def _withhold(self, places: Iterable[Place]) -> None:
        """Let numbers be unknown that were shown, in the ranges that a reader will have for them."""
        for place in places:
            (self._state.hidden if place in self._state.exact else self._state.blank).add(place)
            at = self.made.index[place]
            signed = place.of in self._policy.signed
            self.made.low[at] = -math.inf if signed else min(1.0, self.made.low[at])
            self.made.high[at] = math.inf

    def _bound(self) -> None:
        """Let what is withheld be no larger than its tables promise, after what they withhold now."""
        if self._promising:
            self._state.promise()
        for place, most in self._state.highest().items():
            if place in self._found.known_elsewhere:
                continue
            at = self.made.index[place]
            low, high = self._said.get(place, (-math.inf, math.inf))
            self.made.high[at] = min(most, high)
            if place.of in self._policy.signed:
                self.made.low[at] = max(-most, low)

    def _without_rounded(self) -> System:
        """The same system without the sums in which a number is rounded."""
        made, exact = self.made, self._state.exact
        rounded = {
            made.index[place]
            for place, (low, high) in self._found.ranges.items()
            if low != high and place not in exact
        }
        sums = [terms for terms in made.sums if not any(at in rounded for at, _ in terms)]
        return System(made.places, made.low, made.high, sums, made.index)


def _before(state: State, said: Editions, policy: Policy) -> set[Place]:
    """Withhold again what was withheld before; the places whose numbers are public already, and stay."""
    stay = set()
    for _, before in said:
        for place, (low, high) in before.ranges.items():
            if place not in state.exact:
                continue
            if low != high:
                state.hidden.add(place)
            elif low == state.counts[place]:
                stay.add(place)
            elif abs(state.counts[place] - low) < policy.threshold:
                state.hidden.add(place)  # a correction by a few people would show them
    return stay - state.hidden


def _copy(made: System) -> System:
    return System(made.places, list(made.low), list(made.high), made.sums, made.index)
