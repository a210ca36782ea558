"""Among which others a code has its place: the dimension of a rank, and who takes part."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from internationals.definitions.borders import is_border
from internationals.shapes import Cell
from internationals.verification.naming import region_members
from internationals.verification.problems import NotComputableError
from internationals.verification.view import View

_DIMENSIONS = (
    "neighbourhood", "district", "nationality", "origin", "institution", "country", "sector", "employer",
    "residence", "age", "municipality",
)  # fmt: skip
_NAMED = {
    "age_groups": "age",
    "foreign_nationalities": "nationality",
    "origins": "origin",
    "research_universities": "institution",
}


def competing(view: View) -> tuple[str, Mapping[str, Cell]]:
    """The dimension along which the selection has a place, and the numbers, or shares, of all that take part.

    Raises NotComputableError when the row does not name one code that takes part.
    """
    dimension = dimension_of(view)
    if dimension is None or len(view.selection.codes.get(dimension, ())) != 1:
        raise NotComputableError("The row does not name one code that could have a place.")
    takes_part = _taking_part(view)
    everywhere = view.lookup.among(view.selection, dimension, view.year, shares=view.of_shares)
    found = {code: cell for code, cell in everywhere.items() if takes_part(code)}
    (own,) = view.selection.codes[dimension]
    if own not in found:
        raise NotComputableError(f"There is no number of {own} among the others.")
    return dimension, found


def dimension_of(view: View) -> str | None:
    """The dimension that the row names with `among`, or else the most particular one that the selection has."""
    named = _NAMED.get(view.row.breakdown.get("among", ""))
    return named or next((each for each in _DIMENSIONS if each in view.selection.codes), None)


def _taking_part(view: View) -> Callable[[str], bool]:
    told = view.row.breakdown
    if told.get("within") in (None, "Netherlands") and told.get("border") != "no":
        return lambda code: True
    members = region_members(told["within"]) if told.get("within") not in (None, "Netherlands") else None
    inland = told.get("border") == "no"
    return lambda code: (members is None or code in members) and not (inland and is_border(code))
