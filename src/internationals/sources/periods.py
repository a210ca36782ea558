"""Of when a source is: the moment that an edition declares for it, and nothing later.

A moment is written as the source counts time: the day of a stock (2021-01-01), a year (2020), a month (2022-04) or a
study year (2021/2022). `Observations.reference` is in that form, so that two sources can be compared by it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from internationals.shapes import ConfigError, Observations

Period = Literal["day", "year", "month", "study_year"]
_FORMS: dict[Period, tuple[re.Pattern[str], str]] = {
    "day": (re.compile(r"(\d{4})-01-01"), "a first of January, as 2021-01-01"),
    "year": (re.compile(r"(\d{4})"), "a year, as 2020"),
    "month": (re.compile(r"(\d{4})-(0[1-9]|1[0-2])"), "a month, as 2022-04"),
    "study_year": (re.compile(r"(\d{4})/(\d{4})"), "a study year, as 2021/2022"),
}


def canonical(source: str, period: Period, declared: str) -> str:
    """The declared moment in the form of the source; a year alone is completed.

    Raises ConfigError for another form, or a study year that is not one year long.
    """
    pattern, example = _FORMS[period]
    text = declared.strip()
    if period != "month" and re.fullmatch(r"\d{4}", text):
        text = _of_year(period, text)
    match = pattern.fullmatch(text)
    if match is None or (period == "study_year" and int(match[2]) != int(match[1]) + 1):
        raise ConfigError(f"The edition declares {declared!r} for the source {source}; expected {example}.")
    return text


def until(found: Observations, period: Period, declared: str | None, edition_year: int) -> Observations:
    """The observations up to the declared moment, with it as their reference.

    Without a declaration that is the last year that the source has, up to the year of the edition. Where the
    source has nothing of the declared year, the last that it has before is the reference.
    """
    if period == "month":
        return _until_month(found, declared, edition_year)
    limit = int(declared[:4]) if declared else edition_year
    kept = {key: cell for key, cell in found.cells.items() if int(key[0]) <= limit}
    last = max((key[0] for key in kept), default=None)
    return replace(found, cells=kept, reference=_of_year(period, last) if last else "")


def _until_month(found: Observations, declared: str | None, edition_year: int) -> Observations:
    limit = declared or f"{edition_year}-12"
    year, month = limit.split("-")
    kept = {
        key: cell
        for key, cell in found.cells.items()
        if key[0] < year or (key[0] == year and (not key[1].isdigit() or key[1] <= month))
    }
    moments = [f"{key[0]}-{key[1]}" if key[1].isdigit() else key[0] for key in kept]
    return replace(found, cells=kept, reference=max(moments, default=""))


def _of_year(period: Period, year: str) -> str:
    if period == "day":
        return f"{year}-01-01"
    if period == "study_year":
        return f"{year}/{int(year) + 1}"
    return year
