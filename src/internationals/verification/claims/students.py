"""Claims about international students: institutions beside each other, and the countries of one of them."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions import codes, measures
from internationals.definitions.thresholds import thresholds
from internationals.shapes import Cell
from internationals.verification.problems import NotComputableError
from internationals.verification.readings.students import INSTITUTIONS
from internationals.verification.view import Finding, View
from internationals.verification.wording import percent, written

LISTED = 10
"""How many countries a list shows."""


def large_differences(view: View) -> Finding:
    """The shares of the institutions lie `large_points_from` points or more apart."""
    values = [
        cell.value
        for family in INSTITUTIONS
        for cell in view.lookup.among(
            replace(view.selection, family=family), "institution", view.year, shares=True
        ).values()
        if cell.value is not None
    ]
    if not values:
        raise NotComputableError("The release has no shares of institutions.")
    apart = max(values) - min(values)
    said = f"{percent(min(values))} to {percent(max(values))}"
    return Finding(apart >= thresholds()["large_points_from"], said)


def lower_than_universities(view: View) -> Finding:
    """Share and number are both below those of the research universities."""
    other = view.selection.having(sector=("wo",))
    lookup, year = view.lookup, view.year
    shares = [lookup.share(each, year) for each in (view.selection, other)]
    numbers = [lookup.number(each, year) for each in (view.selection, other)]
    said = f"{percent(shares[0])} against {percent(shares[1])}, {written(numbers[0])} against {written(numbers[1])}"
    return Finding(shares[0] < shares[1] and numbers[0] < numbers[1], said)


def rank_1_in_earlier_years(view: View) -> Finding:
    """The country led in every year before that of the reference."""
    (own,) = view.selection.codes["country"]
    earlier = [year for year in view.lookup.years(view.selection) if year < view.year]
    if not earlier:
        raise NotComputableError(f"The release has no year before {view.year}.")
    leaders = {year: measures.top(_countries(view, year), 1) for year in earlier}
    labels = view.labels(view.selection, "country")
    said = ", ".join(
        f"{year}: {', '.join(labels[code] for code in first)}" for year, first in leaders.items()
    )
    return Finding(all(first == (own,) for first in leaders.values()), said)


def majority_master(view: View) -> Finding:
    """More than half of those of the country are master's students."""
    bachelor, master = _levels(view)
    total = view.lookup.number(view.selection.having(level=("all",)), view.year)
    return Finding(2 * master > total, f"{written(master)} master and {written(bachelor)} bachelor students")


def master_gt_bachelor(view: View) -> Finding:
    """More master's than bachelor's students come from the country."""
    bachelor, master = _levels(view)
    return Finding(master > bachelor, f"{written(master)} master and {written(bachelor)} bachelor students")


def most_listed_countries_european(view: View) -> Finding:
    """Of the `LISTED` countries with most students more than half lie in Europe."""
    first = measures.top(_countries(view, view.year), LISTED)
    countries = codes.countries()
    european = [code for code in first if code in countries and countries[code].europe]
    labels = view.labels(view.selection, "country")
    said = f"{written(len(european))} of {written(len(first))}: {', '.join(labels[code] for code in first)}"
    return Finding(2 * len(european) > len(first), said)


def _countries(view: View, year: str) -> dict[str, Cell]:
    return view.lookup.among(view.selection, "country", year)


def _levels(view: View) -> tuple[float, float]:
    bachelor, master = (
        view.lookup.number(view.selection.having(level=(level,)), view.year)
        for level in ("bachelor", "master")
    )
    return bachelor, master


TESTS = {
    test.__name__: test
    for test in (
        large_differences, lower_than_universities, rank_1_in_earlier_years, majority_master, master_gt_bachelor,
        most_listed_countries_european,
    )
}  # fmt: skip
