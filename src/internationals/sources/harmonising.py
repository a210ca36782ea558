"""From a producer's table to our codes: the same for a table that was fetched and for an export made by hand.

Nothing is lost in silence: a code that has none of ours is an error, unless the options name it under `skip` (it is
left out on purpose) or give a `leftover` (all such codes are added up there).

A table repeats itself: 50,000 rows are of a few hundred municipalities and some years. So every code is judged once,
and a row only looks its answers up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from internationals.shapes import Cell, DataError, Observations, Status
from internationals.sources import titles
from internationals.sources.coding import Axis, axis_of
from internationals.sources.raw import RawDimension, RawTable
from internationals.sources.raw_areas import COUNTRY, area_of
from internationals.sources.source import Place, Source, unproven
from internationals.sources.table_options import Mapped, Options, options_of

__all__ = ["Mapped", "Options", "harmonise", "options_of"]

_YEAR = re.compile(r"(\d{4})(JJ00)?")
_PROVISIONAL = ("voorlopig", "nadervoorlopig")
_MISSING = Cell(None, Status.MISSING)


def harmonise(raw: RawTable, source: Source, options: Options, place: Place) -> Observations:
    """The observations in a raw table. Raises DataError for what it lacks, or for codes that have none of ours."""
    by_name = {dimension.id: n for n, dimension in enumerate(raw.dimensions)}
    year_at = _position(by_name, options.year, source)
    place_at = _position(by_name, options.municipality, source)
    axes = {
        name: axis_of(raw.dimensions[at], at, mapped, source, name)
        for name, mapped in options.dimensions.items()
        for at in [_position(by_name, mapped.of, source)]
    }
    used = {year_at, place_at, *(axis.position for axis in axes.values())}
    kept = tuple(_only(raw, by_name, options, used, source).items())
    measure = _measure(raw, options, source)
    years = _years(raw.dimensions[year_at], options.from_year)
    provisional = _provisional(raw.dimensions[year_at])
    regions = raw.dimensions[place_at].titles
    where = raw.file or source.id

    @cache
    def area(code: str, year: str) -> str | None:
        return area_of(code, regions.get(code, code), year, where)

    existed = cache(titles.existed)
    cells: dict[tuple[float, bool], Cell] = {}
    found: dict[tuple[str, ...], Cell] = {}
    skipped: Counter[str] = Counter()
    ours = [(axis.position, axis.ours) for axis in axes.values()]
    for row in raw.rows:
        codes = row.codes
        if row.measure != measure or any(codes[at] not in allowed for at, allowed in kept):
            continue
        year = years.get(codes[year_at])
        if year is None:
            skipped["period"] += 1
            continue
        here = area(codes[place_at], year)
        if here is None:
            skipped["region"] += 1
            continue
        value = row.value
        if value is None and here != COUNTRY and not existed(here, year):
            skipped["abolished or not yet there"] += 1
            continue
        answers = [given[codes[at]] for at, given in ours]
        if None in answers:
            skipped["code"] += 1
            continue
        key = (year, here, *map(str, answers))
        if value is None:
            cell = _MISSING
        else:
            known = (value, codes[year_at] in provisional)
            cell = cells.get(known) or cells.setdefault(known, _cell(*known))
        found[key] = _together(found[key], cell, key, source, axes) if key in found else cell
    if not found:
        raise DataError(
            f"{source.id}: the table has no row for a municipality or the country from {options.from_year} on "
            f"(left out: {dict(skipped)}). Look at the selection that was made."
        )
    return Observations(
        source.id, ("year", "municipality", *axes), found, unproven(source, rows=len(raw.rows))
    )


def _years(periods: RawDimension, first: int) -> dict[str, str]:
    """The year of each code that is one, from the first that is kept on."""
    matches = {
        code: _YEAR.fullmatch(code) or _YEAR.fullmatch(title) for code, title in periods.titles.items()
    }
    return {code: match[1] for code, match in matches.items() if match and int(match[1]) >= first}


def _provisional(periods: RawDimension) -> frozenset[str]:
    return frozenset(
        code
        for code, status in periods.statuses.items()
        if status.replace(" ", "").casefold() in _PROVISIONAL
    )


def _cell(value: float, provisional: bool) -> Cell:
    whole = int(value) if float(value).is_integer() else value
    return Cell(whole, Status.PROVISIONAL if provisional else Status.NORMAL)


def _together(before: Cell, cell: Cell, key: Sequence[str], source: Source, axes: Mapping[str, Axis]) -> Cell:
    """Two rows with one key of ours are added up where the options say so; elsewhere that is a mistake."""
    if not any(code in axis.shared for axis, code in zip(axes.values(), key[2:], strict=True)):
        raise DataError(f"{source.id}: there are two rows of {', '.join(key)}. A table has one of each.")
    if before.value is None or cell.value is None:
        return before if cell.value is None else cell
    return replace(before, value=before.value + cell.value)


def _position(by_name: Mapping[str, int], names: str | list[str], source: Source) -> int:
    wanted = [names] if isinstance(names, str) else names
    for name in wanted:
        if name in by_name:
            return by_name[name]
    raise DataError(
        f"{source.id}: there is no dimension {' or '.join(wanted)}; the table has {', '.join(by_name)}. Name it under "
        f"sources: {source.id}: options: cbs in municipality.yml."
    )


def _only(
    raw: RawTable, by_name: Mapping[str, int], options: Options, used: set[int], source: Source
) -> dict[int, set[str]]:
    """Per other dimension the raw codes that are kept: every one needs a choice, else groups would be mixed."""
    kept = {}
    for n, dimension in enumerate(raw.dimensions):
        if n in used:
            continue
        wanted = options.only.get(dimension.id)
        if wanted is None:
            if len(dimension.titles) == 1:
                continue
            raise DataError(
                f"{source.id}: the table is also by {dimension.id}, and nothing says which of it is meant. Name its "
                f"total under sources: {source.id}: options: cbs: only in municipality.yml."
            )
        kept[n] = {code for code, title in dimension.titles.items() if code in wanted or title in wanted}
        if not kept[n]:
            raise DataError(
                f"{source.id}: {dimension.id} has none of {', '.join(wanted)}; it has "
                f"{', '.join(list(dimension.titles.values())[:8])}. Select the total, or name it under `only`."
            )
    return kept


def _measure(raw: RawTable, options: Options, source: Source) -> str:
    for code, title in raw.measures.items():
        if code in options.measure or title in options.measure:
            return code
    if len(raw.measures) == 1:
        return next(iter(raw.measures))
    raise DataError(
        f"{source.id}: none of the measures is {' or '.join(options.measure)}; there are "
        f"{', '.join(f'{code} ({title})' for code, title in raw.measures.items())}."
    )
