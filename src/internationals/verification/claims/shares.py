"""How large a part is: of the whole, and beside the same part of others (D23, D24)."""

from __future__ import annotations

from internationals.definitions import measures, relative
from internationals.definitions.thresholds import thresholds
from internationals.shapes import Cell, Status
from internationals.verification.claims import ranks
from internationals.verification.lookup import known
from internationals.verification.mapping import mapping
from internationals.verification.problems import ORDER_OPEN, NotComputableError, WithheldError
from internationals.verification.selections import Selection
from internationals.verification.view import Finding, View
from internationals.verification.wholes import whole
from internationals.verification.wording import percent, written

_SHORTEST = {"duration": ("0-1",)}


def majority(view: View) -> Finding:
    """The share is above `mainly_above` percent."""
    found = view.lookup.share(view.selection, view.year)
    return Finding(found > thresholds()["mainly_above"], percent(found))


def mainly(view: View) -> Finding:
    """The share is above `mainly_above` percent: the largest group alone is not enough (D14)."""
    return majority(view)


def vast_majority(view: View) -> Finding:
    """The share is at least `vast_majority_from` percent."""
    found = view.lookup.share(view.selection, view.year)
    return Finding(found >= thresholds()["vast_majority_from"], percent(found))


def approximately_zero(view: View) -> Finding:
    """The people are at most `negligible_share` percent of all residents (D6)."""
    found = view.lookup.share(view.selection, view.year)
    return Finding(
        found <= thresholds()["negligible_share"],
        f"{written(view.number(view.year))} persons, {percent(found, 2)} of all residents",
    )


def broader_than_nationality(view: View) -> Finding:
    """There are more of them than internationals."""
    internationals = view.lookup.number(Selection("residents", {"group": ("international",)}), view.year)
    found = view.number(view.year)
    return Finding(found > internationals, f"{written(found)} against {written(internationals)}")


def share_gt_comparator(view: View) -> Finding:
    """The share in one group is above the same share in the comparator."""
    comparator, known_groups = view.row.breakdown["comparator"], mapping().words["group"]
    if view.selection.family == "survey" and comparator in known_groups:
        beside = view.selection.having(group=(known_groups[comparator],))
    elif comparator in mapping().comparators:
        beside = Selection(mapping().comparators[comparator], view.selection.codes)
    else:
        raise NotComputableError(f"The release does not know {comparator}.")
    cells = [view.lookup.share_cell(each, view.year) for each in (view.selection, beside)]
    own, other = map(known, cells)
    return Finding(_surely(measures.above(*cells)), f"{percent(own)} against {percent(other)}")


def share_gt_city(view: View) -> Finding:
    """Relatively many of something, beside the whole city (D23)."""
    part, group = view.selection, whole(view.selection)
    city = Selection("residents", {"group": ("total",)})
    city_part = city.having(**view.selection.without("nationality", "group").codes)
    cells = [view.lookup.cell(each, view.year) for each in (part, group, city_part, city)]
    own, there = (known(measures.share(cells[n], cells[n + 1])) for n in (0, 2))
    holds = relative.over_represented(*cells)
    return Finding(_surely(holds), f"{percent(own)} against {percent(there)} of all residents")


def concentration(view: View) -> Finding:
    """Concentrated in a district or neighbourhood (D24)."""
    level = "district" if "district" in view.selection.codes else "neighbourhood"
    (place,) = view.selection.codes[level]
    group = view.lookup.among(view.selection, level, view.year)
    city = view.lookup.among(Selection("residents", {"group": ("total",), level: (place,)}), level, view.year)
    whole = view.lookup.cell(view.selection.without(level), view.year)
    hidden = ranks.at_most_hidden(view, level, group)
    holds = relative.concentrated(place, group, whole, city, hidden)
    if holds is None:
        shown = {code: cell for code, cell in group.items() if cell.value is not None}
        known(group[place])
        raise (
            WithheldError(ORDER_OPEN)
            if relative.concentrated(place, shown, whole, city) is None
            else WithheldError
        )
    residents = Cell(sum(known(cell) for cell in city.values()))
    own, there = (known(measures.share(*pair)) for pair in ((group[place], whole), (city[place], residents)))
    return Finding(
        holds, f"{percent(own)} against {percent(there)} of all residents; {ranks.standing(view).said}"
    )


def shortest_duration(view: View) -> Finding:
    """Of all age groups, this one has the largest share of people who are here under a year."""
    return _most_recent(view, "age")


def highest_short_duration_share(view: View) -> Finding:
    """Of the most common nationalities, this one has the largest share of people here under a year."""
    return _most_recent(view, "nationality")


def small_cells(view: View) -> Finding:
    """Some numbers are withheld because they are small."""
    table = view.lookup.table(view.selection.having(nationality=()))
    withheld = sum(
        cell.status is Status.SUPPRESSED for key, cell in table.cells.items() if key[0] == view.year
    )
    return Finding(withheld > 0, f"{withheld} numbers of {view.year} are withheld")


def _most_recent(view: View, dimension: str) -> Finding:
    short = view.selection.having(**_SHORTEST)
    year = view.year
    (own,) = view.selection.codes[dimension]
    if dimension == "nationality":
        codes: tuple[str, ...] = view.lookup.common_nationalities(year)
    else:
        codes = tuple(view.lookup.among(short, dimension, year))
    shares = {}
    for code in {own, *codes}:
        each = short.having(**{dimension: (code,)})
        cell = measures.share(view.lookup.cell(each, year), view.lookup.cell(whole(each), year))
        if cell.status is Status.SUPPRESSED:
            raise WithheldError
        if cell.value is not None:
            shares[code] = cell
    labels = view.labels(short, dimension)
    sizes = {code: known(cell) for code, cell in shares.items()}
    first = max(sizes, key=lambda code: sizes[code])
    verdicts = [measures.above(shares[own], cell) for code, cell in shares.items() if code != own]
    holds = _surely(False if False in verdicts else None if None in verdicts else True)
    return Finding(
        holds,
        f"{labels[own]} {percent(sizes[own])}; the largest is {labels[first]} {percent(sizes[first])}",
    )


def _surely(verdict: bool | None) -> bool:
    """A verdict that is one. Raises WithheldError where what was rounded off leaves it open."""
    if verdict is None:
        raise WithheldError(ORDER_OPEN)
    return verdict


TESTS = {
    test.__name__: test
    for test in (
        majority, mainly, vast_majority, approximately_zero, broader_than_nationality, share_gt_comparator,
        share_gt_city, concentration, shortest_duration, highest_short_duration_share, small_cells,
    )
}  # fmt: skip
