"""Rows about municipalities and the country, from the tables of Statistics Netherlands."""

from __future__ import annotations

from internationals.verification.mapping import mapping
from internationals.verification.naming import country_named, municipality_named
from internationals.verification.problems import NotAStatisticError, NotComputableError
from internationals.verification.published import Published
from internationals.verification.selections import Selection, nationality_named

SOURCES = ("CBS",)
_ORIGIN = "_origin"


def ways(row: Published, municipality: str) -> tuple[tuple[Selection, ...], ...]:
    """One way: every group in every place that the row names; the whole country where it names none."""
    if row.test == "source_of_all_non_leiden_data":
        raise NotAStatisticError("it is about the sources of the report")
    places = _places(row)
    found = []
    for subject in row.subject.split("+"):
        for place in places:
            dimension, code = _subject(row, subject)
            codes = {dimension: (code,)} if code else {dimension: ()}
            if place is None:
                found.append(Selection("country", codes))
            else:
                found.append(Selection("municipalities", {"municipality": (place,), **codes}))
    return (tuple(found),)


def _places(row: Published) -> list[str | None]:
    names = row.breakdown.get("municipality")
    if names is not None:
        return [municipality_named(name) for name in names.split(",")]
    about_all = row.subject in ("municipalities", "origin") or "border" in row.breakdown
    return [""] if about_all else [None]


def _subject(row: Published, subject: str) -> tuple[str, str]:
    if subject == "municipalities":
        of_background = "migration_background" in row.breakdown.get("condition", "migration_background")
        return "group", "migration_background" if of_background else "international"
    if subject in ("nationality", "origin"):
        return subject, ""
    if subject.endswith(_ORIGIN):
        return "origin", country_named(subject.removesuffix(_ORIGIN))
    if subject in mapping().groups:
        return "group", mapping().groups[subject]
    code = nationality_named(subject)
    if code is None:
        raise NotComputableError(f"No table of municipalities counts {subject.replace('_', ' ')}.")
    return "nationality", code
