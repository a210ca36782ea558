"""Where there is nobody though no table says so: what follows from tables in which all others are listed."""

from __future__ import annotations

from internationals.disclosure.facets import parent
from internationals.disclosure.places import Place, Slice, names
from internationals.disclosure.published import ZERO, Published

_Facets = tuple[str, ...]


class Zeros:
    """Answers about what is published by then; what is said later is not in them."""

    def __init__(self, found: Published) -> None:
        self._found = found
        self._zero: dict[Place, bool] = {}
        self._finer: dict[tuple[str, _Facets], list[tuple[str, _Facets, list[Slice]]]] = {}
        self._every: dict[tuple[str, str], frozenset[str]] = {}
        self._seen: dict[tuple[str, _Facets, _Facets], set[Place]] = {}

    def follows(self, place: Place) -> bool:
        """Whether nobody can be at a place of which no table speaks: its whole is zero, or all its parts are."""
        for facet, code in place.facets:
            whole = place.having(facet, parent(facet, code))
            is_zero = self._zero.get(whole)
            if is_zero is None:
                is_zero = self._zero[whole] = self._found.is_zero(whole)
            if is_zero:
                return True
        return self._has_no_parts(place)

    def _has_no_parts(self, place: Place) -> bool:
        """Whether some table with more facets has every part of a place, and lists none of them."""
        kept = names(place)
        finer = self._finer.get((place.of, kept))
        if finer is None:
            finer = self._finer[place.of, kept] = [
                (of, facets, parts)
                for (of, facets), parts in self._found.covered.items()
                if of == place.of and set(kept) < set(facets)
            ]
        if not finer or place in self._found.unsaid:
            return False
        own = dict(place.facets)
        for of, facets, parts in finer:
            for part in parts:
                if (
                    place.year in part.years
                    and all(
                        own[facet] in every if facet in own else self._all_of(of, facet) <= every
                        for facet, every in part.codes.items()
                    )
                    and place not in self._inhabited(of, facets, tuple(own))
                ):
                    return True
        return False

    def _all_of(self, of: str, facet: str) -> frozenset[str]:
        """Every code of a facet that any table has; none is all there is where there is only one."""
        key = (of, facet)
        if key not in self._every:
            found = {
                code
                for (other, _), parts in self._found.covered.items()
                if other == of
                for part in parts
                for code in part.codes.get(facet, ())
            }
            self._every[key] = frozenset(found if len(found) > 1 else {*found, ""})
        return self._every[key]

    def _inhabited(self, of: str, facets: tuple[str, ...], kept: tuple[str, ...]) -> set[Place]:
        """The places with some of these facets at which a place with all of them may have somebody."""
        key = (of, facets, kept)
        if key not in self._seen:
            self._seen[key] = {
                Place(of, place.year, tuple(pair for pair in place.facets if pair[0] in kept))
                for place in (*self._found.ranges, *self._found.unsaid)
                if place.of == of and names(place) == facets and self._found.ranges.get(place) != ZERO
            }
        return self._seen[key]

    def listed(self, place: Place, facet: str) -> frozenset[str]:
        """The codes of a facet, in the place of this one's, that some table has: what it does not list is zero."""
        found = frozenset[str]()
        for part in self._found.covered.get((place.of, names(place)), ()):
            if place.year in part.years and all(
                name == facet or code in every
                for (name, code), every in zip(place.facets, part.codes.values(), strict=True)
            ):
                found |= part.codes[facet]
        return found
