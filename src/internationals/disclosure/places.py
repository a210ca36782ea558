"""What every cell of every table counts, said in one way: cells that count the same people have the same place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from internationals.disclosure.policy import Policy, Rule
from internationals.shapes import Card

Facets = tuple[tuple[str, str], ...]
"""Pairs of facet and code, by facet: those who have all of these codes."""

TOTAL = "total"
"""The code that some tables have for everything."""

_NO_FACETS = ("of", "later")


class Place(NamedTuple):
    """Who is counted: a population, its year, and the codes that those who are counted have."""

    of: str
    year: str
    facets: Facets

    def having(self, facet: str, code: str) -> Place:
        """The same with another code of a facet, or with none if that is empty (ALL)."""
        of, year, facets = self
        pair = ((facet, code),) if code else ()
        for n, (name, _) in enumerate(facets):
            if name == facet:
                return _place((of, year, facets[:n] + pair + facets[n + 1 :]))
        return _place((of, year, tuple(sorted(facets + pair))))


_place = partial(tuple.__new__, Place)
"""A place from its three parts, in half the time of its class: this is done a million times."""


@dataclass(frozen=True)
class Slice:
    """A part of a table that has every combination of the codes of its facets, which are in order."""

    of: str
    years: frozenset[str]
    codes: Mapping[str, frozenset[str]]


def names(place: Place) -> tuple[str, ...]:
    """The facets of a place."""
    return tuple([name for name, _ in place.facets])


class Reader:
    """Says of the codes of a table's cells whom they count."""

    def __init__(self, policy: Policy, card: Card, own: str = "", edition: str = "") -> None:
        rule = policy.rule(card.id)
        names = [dimension.id for dimension in card.dimensions]
        self._of = f"{rule.of} ({edition})" if rule.anew and edition else rule.of
        self._own, self._fixed = own, dict(rule.where)
        self._year_at = names.index("year") if "year" in names else None
        self._years = tuple(card.dimensions[self._year_at].codes) if self._year_at is not None else ("",)
        # What the codes of each dimension but the year say; None for the one in which we are one code.
        self._said = [
            None if dimension.id == rule.own else _said(policy, rule, dimension.id, dimension.codes)
            for dimension in card.dimensions
            if dimension.id != "year"
        ]
        self._known: dict[tuple[str, ...], tuple[str, int, Facets] | None] = {}

    def place(self, codes: Sequence[str]) -> Place | None:
        """Whom a cell counts, of as many dimensions as there are codes; None for one that is not about us."""
        at = self._year_at
        if at is None or at >= len(codes):
            year, rest = "", tuple(codes)
        else:
            year, rest = codes[at], (*codes[:at], *codes[at + 1 :])
        if rest not in self._known:
            self._known[rest] = self._whom(rest)
        found = self._known[rest]
        if found is None:
            return None
        of, later, facets = found
        return Place(of, _later(year, later), facets)

    def _whom(self, codes: Sequence[str]) -> tuple[str, int, Facets] | None:
        of, later, facets = self._of, 0, dict(self._fixed)
        for said, code in zip(self._said, codes, strict=False):
            if said is None:
                if code != self._own:
                    return None
                continue
            if code not in said:
                return None
            for name, value in said[code].items():
                if name == "of":
                    of = value
                elif name == "later":
                    later += int(value)
                else:
                    facets[name] = value
        return of, later, tuple(sorted(facets.items()))

    def slices(self) -> Iterator[Slice]:
        """The parts of this table of which every cell that is not listed is zero."""
        free = [said for said in self._said if said is not None]
        yield from self._slices(self._of, 0, self._fixed, {}, free)

    def _slices(
        self,
        of: str,
        later: int,
        fixed: Mapping[str, str],
        codes: Mapping[str, frozenset[str]],
        free: Sequence[Mapping[str, Mapping[str, Any]]],
    ) -> Iterator[Slice]:
        if not free:
            years = frozenset(_later(year, later) for year in self._years)
            whole = {**{name: frozenset([code]) for name, code in fixed.items()}, **codes}
            yield Slice(of, years, dict(sorted(whole.items())))
            return
        said, rest = free[0], free[1:]
        facets = {tuple(each) for each in said.values()}
        if len(facets) == 1 and len(only := next(iter(facets))) == 1 and only[0] not in _NO_FACETS:
            every = frozenset(each[only[0]] for each in said.values())
            yield from self._slices(of, later, fixed, {**codes, only[0]: every}, rest)
            return
        for each in said.values():  # codes of different kinds: each of them is a part by itself
            here = {**fixed, **{name: code for name, code in each.items() if name not in _NO_FACETS}}
            yield from self._slices(each.get("of", of), later + int(each.get("later", 0)), here, codes, rest)


def _later(year: str, later: int) -> str:
    return str(int(year) + later) if later else year


def _said(
    policy: Policy, rule: Rule, dimension: str, codes: Iterable[str]
) -> Mapping[str, Mapping[str, Any]]:
    """What every code of a dimension says about those who are counted; a code that says nothing is not in it."""
    codes = [code for code in codes if rule.without.get(dimension) != code]
    facet = rule.called.get(dimension) or policy.called.get(dimension, dimension)
    if facet in policy.meanings:
        return {code: policy.meanings[facet].get(code, {facet: code}) for code in codes}
    return {code: {} if code == TOTAL and rule.own else {facet: code} for code in codes}
