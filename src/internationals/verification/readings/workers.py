"""Rows about international workers, where they live and work, their sectors and their children."""

from __future__ import annotations

from internationals.verification.mapping import mapping
from internationals.verification.naming import area_named, municipality_named, word
from internationals.verification.published import Published
from internationals.verification.selections import Selection

SOURCES = ("Decisio",)
ALL_AGES = "0-17"
_LIVES_IN, _WORKS_IN = "lives_in", "works_in"


def ways(row: Published, municipality: str) -> tuple[tuple[Selection, ...], ...]:
    """One way: those who live in the municipality, unless the row names another area or perspective."""
    if row.measure == "threshold":
        return ((_limit(row),),)
    if row.subject == "municipalities":
        return ((Selection("workers"),),)
    if row.subject == "worker_children":
        return (tuple(_children(row, area) for area in _areas(row, municipality)),)
    kind = (word("worker_type", row.subject),)
    if "residence" in row.breakdown:
        names = row.breakdown["residence"].split(",")
        codes = [municipality_named(name) for name in names]
        return (
            tuple(Selection("workers_residence", {"residence": (c,), "worker_type": kind}) for c in codes),
        )
    if row.test == "residence_unknown_exists":
        return ((Selection("workers_residence", {"residence": ("unknown",), "worker_type": kind}),),)
    if "sector" in row.breakdown:
        perspective = (row.breakdown.get("perspective", _WORKS_IN),)
        return (
            tuple(
                Selection(
                    "workers_sector", {"perspective": perspective, "worker_type": kind, "sector": (sector,)}
                )
                for sector in row.breakdown["sector"].split(",")
            ),
        )
    seen_from = (row.breakdown.get("perspective", _LIVES_IN),)
    return (
        tuple(
            Selection("workers", {"area": (area,), "perspective": seen_from, "worker_type": kind})
            for area in _areas(row, municipality)
        ),
    )


def _areas(row: Published, municipality: str) -> list[str]:
    names = row.breakdown.get("area")
    return [municipality] if names is None else [area_named(name) for name in names.split(",")]


def _children(row: Published, area: str) -> Selection:
    parent = row.breakdown.get("parent", "international_workers")
    codes = {
        "area": (area,),
        "worker_type": (word("worker_type", parent),),
        "age": (row.breakdown.get("age", ALL_AGES),),
    }
    return Selection("worker_children", codes)


def _limit(row: Published) -> Selection:
    """The limit in euro a year of an age; without one it is a bound in a definition."""
    age = row.breakdown.get("age", "")
    if age not in mapping().words["age_band"]:
        return Selection("wage_limits")
    return Selection("wage_limits", {"age_band": (word("age_band", age),)})
