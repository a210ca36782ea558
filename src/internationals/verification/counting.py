"""Counts of places and of months: how many there are, and not how many people live in them."""

from __future__ import annotations

from collections.abc import Callable

from internationals.definitions import measures, regions
from internationals.verification.selections import Selection
from internationals.verification.view import View
from internationals.verification.wording import written

_ABOVE = "_gt_"
Counted = tuple[float, str]


def counting(view: View) -> Counted | None:
    """How many places or in which month, and in words which; None when the row counts people or events."""
    if view.selection.family == "welcome":
        return _in_one_month(view)
    if view.row.subject != "municipalities":
        return None
    return _way(view)(view)


def _way(view: View) -> Callable[[View], Counted]:
    told = view.row.breakdown
    if "area" in told:
        return _members
    if "condition" in told:
        return _above
    return _largest if told.get("group") == "largest" else _all


def _members(view: View) -> Counted:
    """The municipalities of the region of the release."""
    region = regions.region_of(view.municipality)
    members = regions.regions()[region] if region else ()
    return float(len(members)), f"{written(len(members))} in the region"


def _all(view: View) -> Counted:
    residents = view.lookup.among(
        Selection("municipalities", {"group": ("total",)}), "municipality", view.year
    )
    there = sum(bool(cell.value) for cell in residents.values())
    return float(there), f"{written(there)} in {view.year}"


def _above(view: View) -> Counted:
    """Where the share is above the number of the condition, as `share_migration_background_gt_50`."""
    limit = float(view.row.breakdown["condition"].rpartition(_ABOVE)[2])
    everywhere = view.lookup.among(view.selection, "municipality", view.year, shares=True)
    labels = view.labels(view.selection, "municipality")
    above = [
        labels[code] for code, cell in everywhere.items() if cell.value is not None and cell.value > limit
    ]
    return float(len(above)), f"{written(len(above))}: {', '.join(above) or 'none'}"


def _largest(view: View) -> Counted:
    """How many of the largest municipalities are also first by share, of as many as the row says."""
    many = int(view.row.value or 0)
    shares = view.lookup.among(view.selection, "municipality", view.year, shares=True)
    sizes = view.lookup.among(Selection("municipalities", {"group": ("total",)}), "municipality", view.year)
    labels = view.labels(view.selection, "municipality")
    both = [code for code in measures.top(sizes, many) if code in measures.top(shares, many)]
    return float(len(both)), ", ".join(labels[code] for code in both) or "none"


def _in_one_month(view: View) -> Counted:
    """The month with the most, for the publication names none; one that nobody wrote down where there is no other.

    Raises NotComputableError when the release has none of the year of the row or its edition.
    """
    year = view.row.years[-1] if view.row.years else view.row.edition
    labels = view.labels(view.selection, "month")
    named = view.lookup.among(view.selection, "month", year)
    numbers = {code: cell.value for code, cell in named.items() if cell.value}
    if not numbers:
        unnamed = view.lookup.number(view.selection, year)
        return unnamed, f"{written(unnamed)} in {year}, in a month that is not known"
    most = max(numbers, key=lambda code: numbers[code])
    return numbers[most], f"{written(numbers[most])} in {labels[most]} {year}"
