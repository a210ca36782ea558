"""A number against an earlier one: up or down, slightly or strongly."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from internationals.definitions import measures
from internationals.definitions.thresholds import thresholds
from internationals.shapes import Cell
from internationals.verification.lookup import known
from internationals.verification.problems import NotComputableError
from internationals.verification.selections import Selection
from internationals.verification.view import Finding, View
from internationals.verification.wording import change, percent, series, written


def increase(view: View) -> Finding:
    """The end is above the start; with `except_year`, every year is above the one before but that one."""
    exception = view.row.breakdown.get("except_year")
    return _changed(view, 1) if exception is None else _every_year_but(view, exception)


def decrease(view: View) -> Finding:
    """The end is below the start."""
    return _changed(view, -1)


def increase_slight(view: View) -> Finding:
    """An increase of less than `slight_below` percent."""
    return _changed(view, 1, below=thresholds()["slight_below"])


def decrease_slight(view: View) -> Finding:
    """A decrease of less than `slight_below` percent."""
    return _changed(view, -1, below=thresholds()["slight_below"])


def increase_strong(view: View) -> Finding:
    """An increase of at least `strong_from` percent."""
    return _changed(view, 1, at_least=thresholds()["strong_from"])


def decrease_strong(view: View) -> Finding:
    """A decrease of at least `strong_from` percent."""
    return _changed(view, -1, at_least=thresholds()["strong_from"])


def large_change(view: View) -> Finding:
    """The share of those who are here under a year differs a lot, in points, from that at `compared`."""
    short = view.selection.having(duration=("0-1",))
    end = view.year
    start = view.row.breakdown["compared"][:4]
    shares = [view.lookup.share(short, year) for year in (start, end)]
    difference = shares[1] - shares[0]
    return Finding(
        abs(difference) >= thresholds()["large_points_from"],
        f"under a year: {percent(shares[0])} ({start}) to {percent(shares[1])} ({end})",
    )


def lower_growth_than_peers(view: View) -> Finding:
    """The growth is below that of each of the others: nationalities, or kinds of workers."""
    return _growth_against_peers(view, -1)


def largest_growth(view: View) -> Finding:
    """The growth is above that of each of the others: nationalities, or kinds of workers."""
    return _growth_against_peers(view, 1)


def arrivals_gt_departures(view: View) -> Finding:
    """In every year arrivals exceed departures, but for `except_year`, in which they do not."""
    exception = view.row.breakdown.get("except_year")
    start, end = view.ends
    arrivals = view.line(end, start)
    departures = {year: _departures(view, year) for year in arrivals}
    balance = {year: arrivals[year] - departures[year] for year in arrivals}
    holds = all((number > 0) == (year != exception) for year, number in balance.items())
    return Finding(holds, f"the difference is {series(balance)}")


def _departures(view: View, year: str) -> float:
    return view.lookup.number(replace(view.selection, family="departures"), year)


def _changed(view: View, sign: int, *, at_least: float = 0, below: float = float("inf")) -> Finding:
    years = view.ends
    start, end = view.pair(years)
    first, last = known(start), known(end)
    decimals = 1 if view.row.breakdown.get("measure") == "share" else 0
    # What a source rounded off must not decide which way a line goes.
    holds = (last - first) * sign > start.margin + end.margin
    if holds and (at_least or below < float("inf")):
        holds = at_least <= known(measures.growth(start, end)) * sign < below
    return Finding(holds, change(years, first, last, decimals))


def _every_year_but(view: View, exception: str) -> Finding:
    line = {year: known(view.measured(year)) for year in view.lookup.years(view.selection)}
    years = [year for year in line if year <= view.year]
    fell = [later for year, later in pairwise(years) if line[later] <= line[year]]
    return Finding(fell == [exception], f"no rise in {', '.join(fell) or 'no year'}")


def _growth_against_peers(view: View, sign: int) -> Finding:
    start, end = view.ends
    own = known(_growth(view.lookup.cell(view.selection, start), view.lookup.cell(view.selection, end)))
    grown = {}
    for code, peer in _peers(view, end):
        cell = _growth(view.lookup.cell(peer, start), view.lookup.cell(peer, end))
        if cell.value is not None:
            grown[code] = cell.value
    if not grown:
        raise NotComputableError("No other group has a growth to compare with.")
    extreme = max(grown.values()) if sign > 0 else min(grown.values())
    which = "largest" if sign > 0 else "smallest"
    return Finding(
        (own - extreme) * sign > 0,
        f"{percent(own)}, and the {which} of {written(len(grown))} others is {percent(extreme)}",
    )


def _peers(view: View, year: str) -> list[tuple[str, Selection]]:
    """The others to compare with: the other kind of workers, or the most common nationalities."""
    selection = view.selection
    if "worker_type" in selection.codes:
        others = [code for code in view.labels(selection, "worker_type") if code != "total"]
        dimension, rest = "worker_type", selection
    else:
        others = list(view.lookup.common_nationalities(year))
        dimension, rest = "nationality", selection.without("group")
    own = selection.codes.get(dimension)
    return [(code, rest.having(**{dimension: (code,)})) for code in others if (code,) != own]


def _growth(start: Cell, end: Cell) -> Cell:
    return measures.growth(start, end)


TESTS = {
    test.__name__: test
    for test in (
        increase, decrease, increase_slight, decrease_slight, increase_strong, decrease_strong, large_change,
        lower_growth_than_peers, largest_growth, arrivals_gt_departures,
    )
}  # fmt: skip
