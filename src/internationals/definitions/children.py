"""International children (D13): internationals of 0 to 17 years, in three groups and together."""

from __future__ import annotations

from internationals.definitions.ages import age_group
from internationals.definitions.background import NETHERLANDS

CHILD_GROUPS = ("0-3", "4-11", "12-17")
"""The age groups (D10) of minors, youngest first."""

ALL_CHILDREN = "0-17"
"""The union of the three groups."""

CHILD_CODES = (*CHILD_GROUPS, ALL_CHILDREN)


def child_groups(international: bool, years: int | None) -> tuple[str, ...]:
    """The groups in which someone counts as an international child: one of the three and the union, or none.

    `years` is the age in completed years; of unknown age (None) nobody knows that it is a child.
    """
    group = age_group(years)
    return (group, ALL_CHILDREN) if international and group in CHILD_GROUPS else ()


def born_here(birth_country: str) -> bool:
    """Whether someone was born in the Netherlands, by the code of the country of birth."""
    return birth_country == NETHERLANDS
