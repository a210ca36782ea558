"""Codes for the names by which a publication calls places, origins and what a table has labels for."""

from __future__ import annotations

from internationals.definitions import codes, regions
from internationals.verification.mapping import mapping
from internationals.verification.problems import NotComputableError


def municipality_named(name: str) -> str:
    """The four-digit code of a municipality that there is today. Raises NotComputableError."""
    alias = mapping().places.get(name)
    if alias is not None:
        return alias
    for code, entry in codes.municipalities().items():
        if entry.name.casefold() == name.casefold() and entry.valid_to is None:
            return code
    raise NotComputableError(f"The list of municipalities has no {name}.")


def area_named(name: str) -> str:
    """The code of a region, or else of a municipality. Raises NotComputableError."""
    region = mapping().regions.get(name)
    return municipality_named(name) if region is None else region


def region_members(name: str) -> tuple[str, ...]:
    """The municipalities of a region by its name. Raises NotComputableError."""
    code = mapping().regions.get(name)
    if code is None:
        raise NotComputableError(f"The list of regions has no {name}.")
    return regions.regions()[code]


def country_named(name: str) -> str:
    """The code of a country by its English name. Raises NotComputableError."""
    alias = mapping().countries.get(name)
    if alias is not None:
        return alias
    wanted = name.replace("_", " ").casefold()
    for code, entry in codes.countries().items():
        if entry.en.casefold() == wanted and entry.valid_to is None:
            return code
    raise NotComputableError(f"The list of countries has no {name}.")


def word(dimension: str, name: str) -> str:
    """The code of a word of the publication. Raises NotComputableError."""
    found = mapping().words[dimension].get(name)
    if found is None:
        raise NotComputableError(f"The release does not know the {dimension.replace('_', ' ')} {name}.")
    return found
