"""A group beside the whole city: relatively many of something (D23), and living close together (D24).

"The city" is the whole population, which includes the group. A question about a cell without a number has
the answer None, unless the other cells settle it. The numbers behind the words stand in `thresholds.yml`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from internationals.definitions.measures import round_half_away, share
from internationals.definitions.thresholds import thresholds
from internationals.shapes import Cell

_NOISE = 9  # decimals at which two shares are equal, whatever binary fractions make of them


def over_represented(part: Cell, group: Cell, city_part: Cell, city: Cell) -> bool | None:
    """Whether the part is relatively large in the group (D23): men among Italians, beside all residents.

    All four are counts of persons. The group counts at least `relative_base` persons, and the share of the
    part in it is at least `relative_points` above its share in the city and `relative_ratio` times as large.
    """
    limits = thresholds()
    if group.value is not None and group.value < limits["relative_base"]:
        return False
    here, there = share(part, group).value, share(city_part, city).value
    if group.value is None or here is None or there is None:
        return None
    return (
        round_half_away(here - there - limits["relative_points"], _NOISE) >= 0
        and round_half_away(here - limits["relative_ratio"] * there, _NOISE) >= 0
    )


def among_largest(
    place: str, values: Mapping[str, Cell], places: int, hidden: float = math.inf
) -> bool | None:
    """Whether a place is among the largest few, equal ones sharing the best rank (D21).

    A cell without a number can hold at most `hidden`. An empty place is never among the largest.
    """
    value = values[place].value
    if value is None:
        return None
    larger = sum(cell.value is not None and cell.value > value for cell in values.values())
    unknown = sum(cell.value is None for cell in values.values()) if hidden > value else 0
    if value <= 0 or larger >= places:
        return False
    return True if larger + unknown < places else None


def concentrated(
    place: str, group: Mapping[str, Cell], total: Cell, city: Mapping[str, Cell], hidden: float = math.inf
) -> bool | None:
    """Whether a group is concentrated in a district or neighbourhood (D24).

    `group` and `city` give the persons per place of one level, of the group and of all residents; `total` is
    the size of the group. The city's share is that of the place among all residents of the places in `city`.
    The place is among the `concentrated_places` largest of the group, and the group's share of it at least
    `concentrated_times` the city's. `hidden` as for `among_largest`.
    """
    limits = thresholds()
    if (leads := among_largest(place, group, int(limits["concentrated_places"]), hidden)) is False:
        return False
    residents = [cell.value for cell in city.values()]
    if None in residents or place not in city:
        return None
    here = share(group[place], total).value
    there = share(city[place], Cell(sum(value for value in residents if value is not None))).value
    if here is None or there is None:
        return None
    times = round_half_away(here - limits["concentrated_times"] * there, _NOISE) >= 0
    return leads if times else False
