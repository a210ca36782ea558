"""A group beside the whole city: relatively many of something (D23), and living close together (D24).

"The city" is the whole population, which includes the group. A question about a cell without a number has
the answer None, unless the other cells settle it. The numbers behind the words stand in `thresholds.yml`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from internationals.definitions import measures
from internationals.definitions.measures import added, at_least, change, share
from internationals.definitions.thresholds import thresholds
from internationals.shapes import Cell


def over_represented(part: Cell, group: Cell, city_part: Cell, city: Cell) -> bool | None:
    """Whether the part is relatively large in the group (D23): men among Italians, beside all residents.

    All four are counts of persons. The group counts at least `relative_base` persons, and the share of the
    part in it is at least `relative_points` above its share in the city and `relative_ratio` times as large.
    """
    limits = thresholds()
    if group.value is not None and group.value < limits["relative_base"]:
        return False
    here, there = share(part, group), share(city_part, city)
    if group.value is None or here.value is None or there.value is None:
        return None
    times = limits["relative_ratio"]
    verdicts = (
        at_least(change(there, here), limits["relative_points"]),
        at_least(change(_times(there, times), here), 0),
    )
    return False if False in verdicts else None if None in verdicts else True


def among_largest(
    place: str, values: Mapping[str, Cell], places: int, hidden: float = math.inf
) -> bool | None:
    """Whether a place is among the largest few, equal ones sharing the best rank (D21).

    A cell without a number can hold at most `hidden`. An empty place is never among the largest. The answer is
    None where it depends on what is not shown, or on what was rounded off.
    """
    own = values[place]
    if own.value is None:
        return None
    best, worst = measures.places(place, values, hidden)
    if measures.highest(own) <= 0 or best > places:
        return False
    return True if worst <= places and measures.lowest(own) > 0 else None


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
    there = share(city[place], added(city.values()))
    times = at_least(change(_times(there, limits["concentrated_times"]), share(group[place], total)), 0)
    return leads if times else times


def _times(cell: Cell, factor: float) -> Cell:
    return (
        cell if cell.value is None else replace(cell, value=cell.value * factor, margin=cell.margin * factor)
    )
