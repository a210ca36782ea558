"""Rows about international students: per institution and sector, and of one institution by country."""

from __future__ import annotations

from internationals.verification.mapping import mapping
from internationals.verification.naming import country_named, word
from internationals.verification.published import Published
from internationals.verification.selections import Selection

SOURCES = ("Nuffic",)
INSTITUTIONS = ("universities", "applied_sciences")
INTERNATIONAL = ("international",)


def ways(row: Published, municipality: str) -> tuple[tuple[Selection, ...], ...]:
    """One way, but an institution is a university, or else one of applied sciences.

    Without an institution or sector a row is about the institution whose countries are known.
    """
    told = row.breakdown
    if "origin" in told:
        region = mapping().words["region"].get(told["origin"])
        if region is not None:
            return ((Selection("students_region", {"region": (region,)}),),)
        level = (told.get("level", "all"),)
        return (
            (Selection("students_country", {"country": (country_named(told["origin"]),), "level": level}),),
        )
    if row.test == "most_listed_countries_european":
        return ((Selection("students_country", {"country": (), "level": ("all",)}),),)
    if "sector" in told:
        sector = (word("sector", told["sector"]),)
        return ((Selection("students", {"sector": sector, "students": INTERNATIONAL}),),)
    if "institution" in told or row.test == "large_differences":
        institution = (told["institution"],) if "institution" in told else ()
        kinds = ("universities",) if told.get("among") == "research_universities" else INSTITUTIONS
        codes = {"institution": institution, "students": INTERNATIONAL}
        return tuple((Selection(kind, codes),) for kind in kinds)
    if row.measure == "period":
        return ((Selection("students", {"sector": ("wo",), "students": INTERNATIONAL}),),)
    return ((Selection("students_region", {"region": tuple(mapping().words["region"].values())}),),)
