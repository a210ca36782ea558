"""What a published row counts: a family of tables, and the codes that single out the people meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from internationals.definitions import codes
from internationals.definitions.ages import AGE_GROUPS
from internationals.definitions.area_unions import area_unions
from internationals.definitions.children import ALL_CHILDREN, CHILD_GROUPS
from internationals.verification.mapping import mapping
from internationals.verification.problems import NotComputableError
from internationals.verification.published import Published

Codes = Mapping[str, tuple[str, ...]]
CHILDREN = "children"
OTHER_NATIONALITIES = "other_nationalities"


@dataclass(frozen=True)
class Selection:
    """People or events: of a family of tables, those with one of the codes in each of these dimensions."""

    family: str
    codes: Codes = field(default_factory=dict)

    def having(self, **codes: tuple[str, ...]) -> Selection:
        """The same, with other codes in these dimensions."""
        return replace(self, codes={**self.codes, **codes})

    def without(self, *dimensions: str) -> Selection:
        """The same, whatever their code in these dimensions."""
        return replace(self, codes={name: of for name, of in self.codes.items() if name not in dimensions})


def selections(row: Published, municipality: str) -> tuple[tuple[Selection, ...], ...]:
    """The ways to read a row, the definition first and then its variants.

    Each way is one selection, or several of which the row says the same (`arrival+departure`). `municipality`
    is the four-digit code whose districts and neighbourhoods are meant. Raises NotComputableError.
    """
    own = _own_codes(row)
    place = _places(row, municipality)
    narrowed = _narrowed(row)
    return tuple(
        tuple(_selection(family, {**own, **place, **narrowed}) for family in families)
        for families in _families(row)
    )


def nationality_named(name: str) -> str | None:
    """The register code of a nationality by its English name, as `south_korean`; None when there is none."""
    wanted = name.replace("_", " ")
    return next(
        (
            code
            for code, entry in codes.nationalities().items()
            if entry.en.casefold() == wanted and entry.group == code
        ),
        None,
    )


def areas_named(municipality: str, name: str, level: str) -> tuple[str, ...]:
    """The codes of a district or neighbourhood by its name, with or without the word `district` behind it.

    One code, but for a union of districts such as the inner city. Raises NotComputableError.
    """
    wanted = {name.casefold(), f"{name}district".casefold()}
    for code, area in codes.areas(municipality).items():
        if area.level == level and area.nl.casefold() in wanted:
            return (code,)
    for union in area_unions():
        of_here = all(code.startswith(municipality) for code in union.areas)
        if of_here and union.label["nl"].casefold().removeprefix("de ") == name.casefold():
            return union.areas
    raise NotComputableError(f"The list of areas of {municipality} has no {level} called {name}.")


def _selection(family: str, wanted: Codes) -> Selection:
    """The selection within a family: flows, durations and children are of internationals already."""
    if family == "residents":
        return Selection(family, wanted)
    kept = {name: of for name, of in wanted.items() if name != "group"}
    if family == CHILDREN:
        if kept.get("age", CHILD_GROUPS) == CHILD_GROUPS:
            kept["age"] = (ALL_CHILDREN,)
        if kept.pop("born", None):
            return Selection("children_born_here", kept)
    return Selection(family, kept)


def _families(row: Published) -> list[list[str]]:
    known = mapping()
    if row.subject in known.subjects:
        return [[known.subjects[row.subject]]]
    if "flow" in row.breakdown:
        flows = row.breakdown["flow"].split("+")
        return [[known.flows[flow] for flow in flows if flow in known.flows]]
    if row.test == "arrivals_gt_departures":
        return [["arrivals"]]
    if row.subject == "dutch_nationality" or row.topic not in known.topics:
        # Of a change in one year the publication may mean the stock, or those who came in that year.
        both = row.topic == "profile" and "year" in row.breakdown
        return [["residents"], ["arrivals"]] if both else [["residents"]]
    return [[family] for family in known.topics[row.topic]]


def _own_codes(row: Published) -> dict[str, tuple[str, ...]]:
    known = mapping()
    if row.subject in known.subjects:
        return {}
    if row.subject in known.groups:
        return {"group": (known.groups[row.subject],)}
    code = nationality_named(row.subject)
    if code is None:
        raise NotComputableError(f"No table of the register counts {row.subject.replace('_', ' ')}.")
    return {"nationality": (code,)}


def _places(row: Published, municipality: str) -> dict[str, tuple[str, ...]]:
    found = {}
    for level in ("district", "neighbourhood"):
        if level in row.breakdown:
            found[level] = areas_named(municipality, row.breakdown[level], level)
    return found


def _narrowed(row: Published) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for dimension, words in mapping().codes.items():
        if dimension in row.breakdown:
            word = row.breakdown[dimension]
            if word not in words:
                raise NotComputableError(f"The release does not know the {dimension} {word}.")
            codes_of = words[word]
            found[dimension] = (codes_of,) if isinstance(codes_of, str) else tuple(codes_of)
    if "age" in row.breakdown:
        found["age"] = _ages(row.breakdown["age"])
    if "origin" in row.breakdown:
        found["nationality"] = (_nationality_of(row.breakdown["origin"]),)
    if row.breakdown.get("birth_country") == "NL":
        found["born"] = ("nl",)
    return found


def _ages(text: str) -> tuple[str, ...]:
    """The age groups that make up a range such as 18-39, or several ranges with commas between."""
    found: list[str] = []
    for part in text.split(","):
        lowest, _, highest = part.partition("-")
        inside = [
            group
            for group in AGE_GROUPS
            if lowest.isdigit()
            and highest.isdigit()
            and group.lowest >= int(lowest)
            and group.highest is not None
            and group.highest <= int(highest)
        ]
        if not inside or (inside[0].lowest, inside[-1].highest) != (int(lowest), int(highest)):
            raise NotComputableError(f"The age groups of the release do not add up to {part}.")
        found += [group.code for group in inside]
    return tuple(found)


def _nationality_of(country: str) -> str:
    """The nationality of a country by its English name: the origin of status holders is their nationality."""
    for code, entry in codes.nationalities().items():
        known = codes.countries().get(entry.country)
        if known is not None and known.en.casefold() == country.casefold() and entry.group == code:
            return code
    raise NotComputableError(f"The code lists have no nationality of {country}.")
