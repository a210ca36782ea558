"""From a producer's table to our codes: the same for a table that was fetched and for an export made by hand.

Nothing is lost in silence: a code that has none of ours is an error, unless the options name it under `skip` (it is
left out on purpose) or give a `leftover` (all such codes are added up there).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from internationals.shapes import Cell, DataError, Observations, Status
from internationals.sources import titles
from internationals.sources.raw import RawDimension, RawRow, RawTable
from internationals.sources.source import Place, Source, unproven

COUNTRY = "NL"
_MUNICIPALITY = re.compile(r"(?:GM|G)?(\d{4})")
_COUNTRIES = re.compile(r"NL\d\d|nederland", re.IGNORECASE)
_OTHER_REGION = re.compile(
    r"(LD|PV|CR|CP|SG|GA|AM|RB|RE|RP|RA|AR|VR|WK|BU|OR|JR|PC)\d+|.*\((PV|LD|CR|SG|GA)\)"
)
_YEAR = re.compile(r"(\d{4})(JJ00)?")
_PROVISIONAL = ("voorlopig", "nadervoorlopig", "nader voorlopig")


class Mapped(BaseModel):
    """How the codes of one dimension become ours."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    of: str | list[str] = Field(
        description="what the producer calls the dimension; several names if it varies"
    )
    look_up: Literal["nationality", "country"] | None = Field(
        None, description="find codes by their Dutch title in the list of nationalities or countries"
    )
    codes: dict[str, str] = Field({}, description="the producer's code or title: ours")
    skip: list[str] = Field([], description="codes or titles that are left out on purpose, * as a wildcard")
    leftover: str | None = Field(None, description="our code under which all other codes are added up")


class Options(BaseModel):
    """What the reader of a table of Statistics Netherlands needs to know about it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: str = Field(description="the table's identifier")
    catalog: str = Field("CBS", description="the catalogue that it is in")
    protocol: Literal["v4", "v3"] = Field("v4", description="the version of the data service")
    base_url: str | None = Field(None, description="another service than the producer's own")
    year: str | list[str] = Field(["Perioden", "Periode"], description="the dimension of time")
    municipality: str | list[str] = Field(
        ["RegioS", "Regio's", "WijkenEnBuurten"], description="the dimension of regions"
    )
    only: dict[str, list[str]] = Field(
        {}, description="other dimensions: the codes or titles of which rows are kept"
    )
    measure: list[str] = Field(description="the identifier or title of the measure; several if it varies")
    dimensions: dict[str, Mapped] = Field(description="our dimensions beside year and municipality")
    from_year: int = Field(2012, description="the first year that is kept")


@dataclass(frozen=True)
class _Axis:
    """A dimension of ours: where its code stands in a raw key, and what each raw code becomes."""

    position: int
    ours: Mapping[str, str | None]


def options_of(source: Source) -> Options:
    """The options of a source that is read as a table of Statistics Netherlands. Raises DataError."""
    try:
        return Options.model_validate(source.options.get("cbs", {}))
    except ValueError as problem:
        raise DataError(
            f"The source {source.id} is not described well under options: cbs: {problem}"
        ) from problem


def harmonise(raw: RawTable, source: Source, options: Options, place: Place) -> Observations:
    """The observations in a raw table. Raises DataError for what it lacks, or for codes that have none of ours."""
    by_name = {dimension.id: n for n, dimension in enumerate(raw.dimensions)}
    year_at = _position(by_name, options.year, source)
    place_at = _position(by_name, options.municipality, source)
    axes = {
        name: _axis(raw.dimensions[at], at, mapped, source, name)
        for name, mapped in options.dimensions.items()
        for at in [_position(by_name, mapped.of, source)]
    }
    kept = _only(
        raw, by_name, options, {year_at, place_at, *(axis.position for axis in axes.values())}, source
    )
    measure = _measure(raw, options, source)
    found: dict[tuple[str, ...], Cell] = {}
    skipped: Counter[str] = Counter()
    periods = raw.dimensions[year_at]
    for row in raw.rows:
        if row.measure != measure or any(row.codes[at] not in allowed for at, allowed in kept.items()):
            continue
        year = _YEAR.fullmatch(row.codes[year_at]) or _YEAR.fullmatch(
            periods.titles.get(row.codes[year_at], "")
        )
        if year is None or int(year[1]) < options.from_year:
            skipped["period"] += 1
            continue
        area = _area(row.codes[place_at], raw.dimensions[place_at], year[1], source)
        if area is None:
            skipped["region"] += 1
            continue
        if row.value is None and area != COUNTRY and not titles.existed(area, year[1]):
            skipped["abolished or not yet there"] += 1
            continue
        codes = [axis.ours[row.codes[axis.position]] for axis in axes.values()]
        if None in codes:
            skipped["code"] += 1
            continue
        key = (year[1], area, *(str(code) for code in codes))
        cell = _cell(row, periods.statuses.get(row.codes[year_at], ""))
        found[key] = _together(found[key], cell, key, source, axes, options) if key in found else cell
    if not found:
        raise DataError(
            f"{source.id}: the table has no row for a municipality or the country from {options.from_year} on "
            f"(left out: {dict(skipped)}). Look at the selection that was made."
        )
    return Observations(source.id, ("year", "municipality", *axes), found, unproven(source))


def _cell(row: RawRow, status: str) -> Cell:
    if row.value is None:
        return Cell(None, Status.MISSING)
    value = int(row.value) if float(row.value).is_integer() else row.value
    provisional = status.replace(" ", "").casefold() in [word.replace(" ", "") for word in _PROVISIONAL]
    return Cell(value, Status.PROVISIONAL if provisional else Status.NORMAL)


def _together(
    before: Cell,
    cell: Cell,
    key: tuple[str, ...],
    source: Source,
    axes: Mapping[str, _Axis],
    options: Options,
) -> Cell:
    """Two rows with one key of ours are added up where the options say so; elsewhere that is a mistake."""
    shared = [
        name
        for (name, mapped), code in zip(options.dimensions.items(), key[2:], strict=True)
        if mapped.leftover == code or list(axes[name].ours.values()).count(code) > 1
    ]
    if not shared:
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


def _axis(dimension: RawDimension, position: int, mapped: Mapped, source: Source, name: str) -> _Axis:
    ours: dict[str, str | None] = {}
    strange = []
    for code, title in dimension.titles.items():
        found = mapped.codes.get(code) or mapped.codes.get(title)
        if found is None and (_fits(code, mapped.skip) or _fits(title, mapped.skip)):
            ours[code] = None
            continue
        if found is None and mapped.look_up:
            found = titles.KNOWN[mapped.look_up](title)
        if found is None and mapped.leftover is None:
            strange.append(f"{code} ({title})" if title != code else code)
        ours[code] = found or mapped.leftover
    if strange:
        raise DataError(
            f"{source.id}: we have no {name} for {', '.join(strange[:10])}"
            f"{f' and {len(strange) - 10} more' if len(strange) > 10 else ''}. Name them under sources: {source.id}: "
            f"options: cbs: dimensions: {name} in municipality.yml: as codes, under skip, or with a leftover."
        )
    return _Axis(position, ours)


def _fits(text: str, patterns: list[str]) -> bool:
    return any(re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), text) for pattern in patterns)


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


def _area(code: str, dimension: RawDimension, year: str, source: Source) -> str | None:
    """Four digits of a municipality, NL for the country, None for another kind of region."""
    title = dimension.titles.get(code, code)
    match = _MUNICIPALITY.fullmatch(code)
    if match:
        return match[1]
    if _COUNTRIES.fullmatch(code) or _COUNTRIES.fullmatch(title):
        return COUNTRY
    if _OTHER_REGION.fullmatch(code) or _OTHER_REGION.fullmatch(title):
        return None
    found = titles.municipality(title, year)
    if found is None:
        raise DataError(
            f"{source.id}: '{title}' is no municipality that we know, or the name of two. Export the table with codes, "
            "or correct the name."
        )
    return found
