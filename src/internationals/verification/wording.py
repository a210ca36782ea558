"""How numbers and changes are written in a report."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.definitions.measures import round_half_away


def written(value: float, decimals: int = 0) -> str:
    """A number with so many decimals, thousands apart, halves away from zero."""
    return f"{round_half_away(value, decimals):,.{decimals}f}"


def percent(value: float, decimals: int = 1) -> str:
    """A percentage."""
    return f"{written(value, decimals)}%"


def change(years: tuple[str, str], start: float, end: float, decimals: int = 0) -> str:
    """From one year to another, with the growth where there is a base for it."""
    grown = f", {100 * (end - start) / start:+.1f}%" if start else ""
    return f"{written(start, decimals)} ({years[0]}) to {written(end, decimals)} ({years[1]}){grown}"


def series(line: Mapping[str, float]) -> str:
    """A line of years in one row."""
    return ", ".join(f"{year}: {written(value)}" for year, value in line.items())
