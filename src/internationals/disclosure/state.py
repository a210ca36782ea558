"""What the door knows and decides about every number of a release, before the tables are put together again."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from internationals.disclosure.places import Place, Reader
from internationals.disclosure.policy import FORBIDDEN, Policy
from internationals.shapes import Cell, Counts, DisclosureError, Method, Nature, Tally

_STEPS = (6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300, 500, 1000)
_SLACK = 2


@dataclass
class State:
    """The true number of every place that a table lists (`counts`; zero elsewhere), and what becomes of it.

    `exact` are the places of tables of the exact tier, `hidden` those of them that are withheld, `blank` the places
    of rounded tables that are not even rounded, and `rounded` what their counts have been rounded to. `bounds` is how
    large what an exact table withholds can be at most. `places` has the cells of each table with the places they are of.
    """

    counts: dict[Place, int] = field(default_factory=dict)
    exact: set[Place] = field(default_factory=set)
    hidden: set[Place] = field(default_factory=set)
    blank: set[Place] = field(default_factory=set)
    rounded: dict[Place, int] = field(default_factory=dict)
    bounds: dict[str, float] = field(default_factory=dict)
    places: dict[str, list[tuple[tuple[str, ...], Place, int | Cell]]] = field(default_factory=dict)

    def promise(self) -> None:
        """Promise of every exact table how large what it withholds can be at most, in steps that tell little.

        Without such a promise no order could be stated where a number is withheld: that could be the largest.
        """
        for name, cells in self.places.items():
            hidden = [abs(self.counts[place]) for _, place, _ in cells if place in self.hidden]
            if hidden:
                most = max(hidden) + _SLACK
                self.bounds[name] = next((step for step in _STEPS if step >= most), math.inf)

    def highest(self) -> dict[Place, float]:
        """The largest number that a reader can think of at every place that is withheld."""
        found: dict[Place, float] = {}
        for name, cells in self.places.items():
            bound = self.bounds.get(name, math.inf)
            for _, place, _ in cells:
                if place in self.hidden:
                    found[place] = min(bound, found.get(place, math.inf))
        return found


def state_of(tables: Iterable[Counts], policy: Policy) -> State:
    """The counts of all tables, each place once, with the small ones of the exact tier withheld.

    Raises DisclosureError for a table that the policy forbids, a code that a card does not name, and for two
    different counts of the same people.
    """
    state = State()
    for table in tables:
        if table.nature is not Nature.COUNTS:
            continue
        name = table.card.id
        if policy.tier(name) == FORBIDDEN:
            raise DisclosureError(
                f"The policy forbids the table {name} in a release. Leave it out, or change `disclosure` in "
                "municipality.yml if that is where it is forbidden."
            )
        reader = Reader(policy, table.card)
        state.places[name] = []
        for *codes, found in table.rows:
            known_codes(table, codes)
            place = reader.place(codes)
            if place is None:
                raise DisclosureError(
                    f"{name} holds {', '.join(codes)}, which the policy's `tables` says that it does not speak of. "
                    "Mend its indicator, or `without` in the policy."
                )
            state.places[name].append((tuple(codes), place, found))
            count = found.value if isinstance(found, Cell) else found
            if count is None:
                continue
            before = state.counts.setdefault(place, count if isinstance(count, Tally) else int(count))
            if before != count:
                raise DisclosureError(
                    f"{name} counts {count} where another table counts {before} of the same people "
                    f"({described(place)}). One of the two is wrong; mend its indicator, or the policy's `tables`."
                )
            if policy.tier(name) == Method.EXACT:
                state.exact.add(place)
                if 0 < abs(count) < policy.threshold:
                    state.hidden.add(place)
    return state


def known_codes(table: Counts, codes: Iterable[str]) -> None:
    """Raises DisclosureError for a code that the card does not name: it would escape every check that goes by it."""
    for dimension, code in zip(table.card.dimensions, codes, strict=True):
        if code not in dimension.codes:
            raise DisclosureError(
                f"Table {table.card.id} holds {dimension.id} '{code}', which its card does not name. "
                "Add the code to the card's list."
            )


def described(place: Place) -> str:
    """A place in words for a message: residents 2022, nationality 5012, age 0-3."""
    return ", ".join(
        [f"{place.of} {place.year}".strip(), *(f"{facet} {code}" for facet, code in place.facets)]
    )
