"""What leads in each of several places: the most common nationality of every municipality of a region."""

from __future__ import annotations

from internationals.definitions import measures
from internationals.definitions.borders import NEIGHBOURS
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Line, Names
from internationals.pages.scope import Scope
from internationals.pages.values.cells import line as line_of
from internationals.shapes import ProtectedTable, Status, Text

SHARED = " / "
"""Between the names of what shares the lead in one place."""


def leading_each(
    scope: Scope, table: str, *, along: str, each: str, of: str, leave_out: list[str] | None = None
) -> Names:
    """What leads in each of several places: `{leading_each: t, along: nationality, each: municipality, of: $region}`.

    The names are those of what leads, by the code of the place; several share the lead with a stroke between them.
    A place of which that is not certain is not among them. `leave_out` names codes that are none to lead with, such
    as an unknown nationality.
    """
    places = _places(scope, table, each, of)
    if isinstance(places, Status):
        return Names({}, places)
    labels: dict[str, Text] = {}
    for place in places:
        found = line_of(scope, table, along=along, leave_out=leave_out or [], **{each: place})
        leaders = _leaders(found)
        if leaders:
            labels[place] = {
                language: SHARED.join(found.labels[code][language] for code in leaders)
                for language in scope.languages
            }
    return Names(labels, Status.NORMAL if labels else Status.MISSING)


def neighbour_leads(
    scope: Scope, table: str, *, along: str, of: str, leave_out: list[str] | None = None
) -> Names:
    """The municipalities of `of` in which what leads is of Belgium or Germany: `along: nationality`, or `origin`."""
    if along not in NEIGHBOURS:
        raise UnfitError(f"`along` is {' or '.join(NEIGHBOURS)}, and here it is {along!r}.")
    places = _places(scope, table, "municipality", f"${of}")
    if isinstance(places, Status):
        return Names({}, places)
    called, near = scope.names(of), set(NEIGHBOURS[along])
    led = {
        place: _leaders(line_of(scope, table, along=along, leave_out=leave_out or [], municipality=place))
        for place in places
    }
    return Names({place: called.labels[place] for place in places if led[place] and set(led[place]) <= near})


def at(scope: Scope, names: str, *, place: str) -> Names:
    """The names at one place or several, each under its place: `{at: leaders, place: own}`."""
    found, where = scope.names(names), scope.names(place)
    labels = {code: found.labels[code] for code in where.labels if code in found.labels}
    return Names(labels, Status.NORMAL if labels else Status.MISSING)


def sharing(scope: Scope, names: str, *, place: str, among: str) -> Names:
    """The other places with the same name as one place has, by what the places are called in `among`.

    Where several share the lead, one of them is enough.
    """
    found, where, places = scope.names(names), scope.names(place), scope.names(among)
    code = next(iter(where.labels), "")
    if code not in found.labels:
        return Names({}, Status.MISSING)
    own = _each(scope, found, code)
    same = [other for other in found.labels if other != code and _each(scope, found, other) & own]
    return Names({other: places.labels[other] for other in same if other in places.labels})


def most_frequent(scope: Scope, names: str, *, k: int) -> Names:
    """The k names that occur most often, of those that occur more than once; fewer when more share the last place."""
    if not isinstance(k, int) or k < 1:
        raise UnfitError(f"`k` is a whole number from 1, and here it is {k!r}.")
    found = scope.names(names)
    if found.status is not Status.NORMAL:
        return found
    times: dict[str, int] = {}
    texts: dict[str, Text] = {}
    for text in found.labels.values():
        parts = {language: text[language].split(SHARED) for language in scope.languages}
        for position, name in enumerate(parts[scope.first_language]):
            times[name] = times.get(name, 0) + 1
            texts[name] = {language: parts[language][position] for language in scope.languages}
    order = sorted(times, key=lambda name: (-times[name], name))
    least = times[order[k]] if len(order) > k else 1
    return Names({name: texts[name] for name in order[:k] if times[name] > max(least, 1)})


def _places(scope: Scope, table: str, each: str, of: str) -> list[str] | Status:
    """The places that the table has, or why there are none."""
    found: ProtectedTable = scope.table(table)
    wanted = scope.codes(found, each, of)
    if isinstance(wanted, Status):
        return wanted
    known = next(d.codes for d in found.card.dimensions if d.id == each)
    return [place for place in wanted if place in known]


def _leaders(line: Line) -> tuple[str, ...]:
    """The codes with the largest number above zero; none when a cell without a number could exceed it."""
    if any(cell.value is None for cell in line.cells.values()):
        return ()
    return tuple(code for code in measures.top(line.cells, 1) if line.cells[code].value)


def _each(scope: Scope, names: Names, place: str) -> set[str]:
    return set(names.labels[place][scope.first_language].split(SHARED))
