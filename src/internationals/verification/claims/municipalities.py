"""Claims about municipalities beside each other: who leads where, and the places of those along the border."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from internationals.definitions import measures
from internationals.definitions.borders import is_border
from internationals.shapes import Cell
from internationals.verification.claims import ranks
from internationals.verification.naming import country_named
from internationals.verification.selections import Selection
from internationals.verification.view import Finding, View

HIGH = 20
"""High in the ranking: among so many municipalities from the top."""
SEVERAL = 2
"""Several: at least so many."""
_FREQUENT = 3


def high_in_ranking(view: View) -> Finding:
    """Among the first `HIGH` by share, and at the border where the row says so."""
    (code,) = view.selection.codes["municipality"]
    found, said = ranks.place(view)
    at_border = is_border(code)
    where = "at the border" if at_border else "not at the border"
    meant = view.row.breakdown.get("border", "yes" if at_border else "no")
    return Finding(0 < found <= HIGH and at_border == (meant == "yes"), f"{said}; {where}")


def several_in_list(view: View) -> Finding:
    """At least `SEVERAL` municipalities at the border are among the first `HIGH` by share."""
    group = view.selection.codes["group"]
    everywhere = view.lookup.among(
        Selection("municipalities", {"group": group}), "municipality", view.year, shares=True
    )
    labels = view.labels(Selection("municipalities", {"group": group}), "municipality")
    found = [labels[code] for code in measures.top(everywhere, HIGH) if is_border(code)]
    return Finding(len(found) >= SEVERAL, f"of the first {HIGH}: {', '.join(found) or 'none'}")


def not_rank_1(view: View) -> Finding:
    """Another one leads."""
    found, said = ranks.place(view)
    return Finding(found > 1, said)


def top_differs(view: View) -> Finding:
    """In the municipality another nationality leads than in that of the release."""
    (code,) = view.selection.codes["municipality"]
    own, there = (_leaders(view, "nationality", place) for place in (view.municipality, code))
    labels = view.labels(view.selection, "nationality")
    named = ", ".join(labels[each] for each in there)
    place = view.labels(view.selection, "municipality")[code]
    return Finding(bool(there) and not set(own) & set(there), f"{place}: {named}")


def frequent_top_origin(view: View) -> Finding:
    """The origins that lead in most municipalities are those that the row names."""
    selection = Selection("municipalities", {"municipality": (), "origin": ()})
    places = view.labels(selection, "municipality")
    leading = Counter(code for place in places for code in _leaders(view, "origin", place))
    labels = view.labels(selection, "origin")
    first = leading.most_common(_FREQUENT)
    named = {country_named(name) for name in view.row.breakdown["origin"].split(",")}
    said = ", ".join(f"{labels[code]} in {number}" for code, number in first)
    return Finding({code for code, _ in first} == named, f"they lead by origin: {said}")


def _leaders(view: View, dimension: str, place: str) -> tuple[str, ...]:
    rest = Selection("municipalities", {"municipality": (place,), dimension: ()})
    everyone: Mapping[str, Cell] = view.lookup.among(rest, dimension, view.year)
    there = {code: cell for code, cell in everyone.items() if cell.value}
    return measures.top(there, 1)


TESTS = {
    test.__name__: test
    for test in (high_in_ranking, several_in_list, not_rank_1, top_differs, frequent_top_origin)
}
