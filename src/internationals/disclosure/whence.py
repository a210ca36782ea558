"""Why a number is known: the tables that have to be put together for it."""

from __future__ import annotations

from collections.abc import Sequence

from internationals.disclosure.components import Component, problem_of
from internationals.disclosure.published import Published
from internationals.disclosure.solver import InconsistentError, Solver
from internationals.disclosure.system import System


def tables_behind(made: System, found: Published, parts: Sequence[Component], at: int) -> tuple[str, ...]:
    """The tables whose numbers keep an unknown within its range: those in the sums that have a price for it.

    A number that is plainly published is known from the tables that publish it.
    """
    places = {at}
    if made.low[at] != made.high[at]:
        part = next(part for part in parts if at in part.at)
        solver = Solver(problem_of(made, part))
        for side in (1.0, -1.0):
            try:
                rows, columns = solver.binding(part.at.index(at), side)
            except InconsistentError:
                return ()
            places |= {place for row in rows for place, _ in part.sums[row]}
            places |= {part.at[column] for column in columns}
        places.discard(at)
    return tuple(sorted({table for place in places for table in found.said_by.get(made.places[place], ())}))
