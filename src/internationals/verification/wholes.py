"""What a share of a selection is a share of."""

from __future__ import annotations

from internationals.verification.mapping import mapping
from internationals.verification.selections import Selection


def whole(selection: Selection) -> Selection:
    """The whole that a selection is a part of."""
    family, codes = selection.family, selection.codes
    if family in mapping().open_families:
        return _of_open(selection)
    if family == "children_born_here":
        return Selection("children", codes)
    if family.startswith("duration"):
        rest = selection.without("duration")
        by_nationality = "nationality" in codes
        return Selection(
            "residents", rest.codes if by_nationality else {"group": ("international",), **rest.codes}
        )
    if family == "residents":
        if "nationality" in codes:
            return Selection(family, {"nationality": codes["nationality"]})
        return selection.having(group=("total",))
    if family == "children":
        return selection.without("neighbourhood", "nationality")
    return Selection(family)


def _of_open(selection: Selection) -> Selection:
    """By the mapping: some codes become those of the whole, and other dimensions fall away.

    Where no table is without such a dimension, all its codes are added up: no code stands for every code.
    """
    tables = mapping().open_families[selection.family]
    for name, code in mapping().wholes.get(selection.family, {}).items():
        rest = selection.without(name)
        if code is not None:
            selection = selection.having(**{name: (code,)})
        elif " ".join(sorted(rest.codes)) in tables:
            selection = rest
        else:
            selection = selection.having(**{name: ()})
    return selection
