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
    """By the mapping: some codes become those of the whole; no code stands for all codes of a dimension."""
    changed = mapping().wholes.get(selection.family, {})
    return selection.having(
        **{name: (code,) if code else () for name, code in changed.items() if code or name in selection.codes}
    )
