"""The accounts of the invented town: for every cell and year, how many come, go, are born, die and change.

The plan is made in whole numbers before anyone is drawn, so every target is met exactly by construction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from internationals.demo.cells import DUTCH, DUTCH_WITH_BACKGROUND, FIRST_INTERNATIONAL, cells
from internationals.demo.rounding import Whole, apportion
from internationals.demo.stocks import stocks
from internationals.demo.tables import by_year, fixed, profiles, rows
from internationals.shapes import DataError

LARGE = 100
"""Arrivals and departures in a year from which a cell has people who leave and come back in that year."""

ORDINARY_TURNOVER = 0.22
"""Departures per resident of a small set of several nationalities, at turnover 1."""


@dataclass(frozen=True)
class Accounts:
    """One year of the town, per cell: residents at its start and end and everything between.

    `lost_to` counts the Dutch who become foreign, in the cell that they enter; `transitions` holds
    (from cell, to cell) for every change between two foreign sets.
    """

    year: int
    start: Whole
    end: Whole
    arrivals: Whole
    departures: Whole
    births: Whole
    deaths: Whole
    naturalised: Whole
    lost_to: Whole
    corrected_in: Whole
    corrected_out: Whole
    transitions: tuple[tuple[int, int], ...]

    @property
    def large(self) -> Whole:
        """1 for the cells in which people leave and come back within the year, after more than 30 days."""
        return ((self.arrivals >= LARGE) & (self.departures >= LARGE)).astype(np.int64)


def plan(rng: np.random.Generator) -> dict[int, Accounts]:
    """The accounts of every year with flows. Raises DataError when the targets contradict each other."""
    levels = stocks()
    return {year: _year(year, levels[year], levels[year + 1], rng) for year in by_year("flows")}


def _year(year: int, start: Whole, end: Whole, rng: np.random.Generator) -> Accounts:
    flow, table = by_year("flows")[year], cells()
    foreign = np.arange(len(table)) >= FIRST_INTERNATIONAL
    whole = np.array([not cell.exact for cell in table]) & foreign
    rates = [profiles()[cell.profile] for cell in table]
    people = np.where(foreign & ((end > 0) | (start > 4)), start, 0).astype(np.float64)

    def divided(name: str, relative: list[float], upper: Whole) -> Whole:
        return apportion(int(flow[name]), people * np.array(relative), upper=upper, what=f"{name} of {year}")

    def scattered(name: str) -> Whole:
        weights = np.where(whole & (start >= 25) & (end >= 25), start, 0)
        return rng.multinomial(int(flow[name]), weights / weights.sum())

    births = divided("births", [rate.births for rate in rates], end // 4)
    deaths = divided("deaths", [rate.deaths for rate in rates], start // 6)
    lost_to, into, out = scattered("nationality_lost"), scattered("corrected_in"), scattered("corrected_out")
    transitions = _transitions(start, end)
    shifted = np.zeros_like(start)
    for origin, goal in transitions:
        shifted[origin] -= 1
        shifted[goal] += 1
    known = births - deaths + lost_to + into - out + shifted
    net = int(flow["arrivals"] - flow["departures"])
    naturalised = apportion(
        int(net + known[foreign].sum() - (end - start)[foreign].sum()),
        people * np.array([c.background * r.naturalisation for c, r in zip(table, rates, strict=True)]),
        upper=start // 4,
        what=f"naturalisations of {year}",
    )
    missing = np.where(foreign, end - start - known + naturalised, 0)  # arrivals less departures
    room = np.where(foreign, start - deaths - naturalised - out - np.minimum(shifted, 0) * -1, 0)
    departures = _departures(year, people, missing, room)
    arrivals = departures + missing
    for prefix, cell, mine in (("dutch", DUTCH, False), ("background", DUTCH_WITH_BACKGROUND, True)):
        less = 0 if mine else 1
        births[cell] = flow[f"{prefix}_births"] - less * flow["background_births"]
        deaths[cell] = flow[f"{prefix}_deaths"] - less * flow["background_deaths"]
        arrivals[cell] = flow[f"{prefix}_arrivals"] - less * flow["background_arrivals"]
        into[cell] = round(flow["dutch_corrected_in"] * (0.25 if mine else 0.75))
        out[cell] = round(flow["dutch_corrected_out"] * (0.25 if mine else 0.75))
        change = int(naturalised.sum() - lost_to.sum()) if mine else 0
        leaving = (
            start[cell] - end[cell] + births[cell] - deaths[cell] + arrivals[cell] + into[cell] - out[cell]
        )
        departures[cell] = leaving + change
    return Accounts(
        year, start, end, arrivals, departures, births, deaths, naturalised, lost_to, into, out, transitions
    )


def _departures(year: int, people: np.ndarray, missing: Whole, room: Whole) -> Whole:
    """Departures per international cell, so that the fixed arrivals and the totals of the year are met."""
    table, wanted = cells(), {c: a for (c, y), (_, a) in fixed().items() if y == year and a is not None}
    least = np.maximum(-missing, 0)
    usual = people * np.array([profiles()[cell.profile].turnover for cell in table])
    departures = np.zeros_like(missing)
    free = np.zeros(len(table), dtype=bool)
    fixed_cells: dict[str, int] = {}
    for index, cell in enumerate(table[FIRST_INTERNATIONAL:], FIRST_INTERNATIONAL):
        if cell.exact:
            departures[index] = np.clip(round(usual[index] * ORDINARY_TURNOVER), least[index], room[index])
            code = cell.counted_as(date(year, 7, 1))
            if code in wanted:
                wanted[code] -= int(departures[index] + missing[index])
        elif cell.nationalities in wanted:
            fixed_cells[cell.nationalities] = index
        else:
            free[index] = True
    for code, index in fixed_cells.items():
        departures[index] = wanted[code] - missing[index]
        if not least[index] <= departures[index] <= room[index]:
            raise DataError(
                f"The demo's targets contradict each other: nationality {code} in {year} would need "
                f"{departures[index]} departures, where {least[index]} to {room[index]} are possible."
            )
    rest = apportion(
        int(by_year("flows")[year]["departures"]) - int(departures.sum()),
        np.where(free, usual, 0.0),
        lower=np.where(free, least, 0),
        upper=np.where(free, room, 0),
        what=f"departures of the other nationalities in {year}",
    )
    return departures + rest


def _transitions(start: Whole, end: Whole) -> tuple[tuple[int, int], ...]:
    """Changes from one foreign set to another: another nationality comes beside, or becomes known."""
    place = {
        cell.nationalities: i
        for i, cell in enumerate(cells())
        if cell.background and i > DUTCH_WITH_BACKGROUND
    }
    return tuple(
        (place[row["from"]], place[row["to"]])
        for row in rows("transitions")
        for _ in range(int(row["each_year"]))
        if start[place[row["from"]]] >= 10 and end[place[row["to"]]] >= 5
    )
