"""Which institution of higher education is the own one."""

from __future__ import annotations

from internationals.definitions.institutions import seats
from internationals.pages.quantities import Names
from internationals.pages.scope import Scope, years_of
from internationals.shapes import Status


def own_institution(scope: Scope, table: str) -> Names:
    """The institution of a table that has its seat in the own municipality; of several, the one with most students.

    Missing where there is none, and in a table without a year.
    """
    found = scope.table(table)
    dimension = next(d for d in found.card.dimensions if d.id == "institution")
    own = next(iter(scope.names("own").labels))
    here = {
        code: found.cell(year=last, institution=code, students="all").value or 0
        for last in years_of(found)[-1:]
        for code in dimension.codes
        if seats().get(code) == own
    }
    if not here:
        return Names({}, Status.MISSING)
    largest = max(sorted(here), key=lambda code: here[code])
    return Names({largest: dimension.codes[largest]})
