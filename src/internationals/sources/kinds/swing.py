"""Figures of a "… in cijfers" site, from Swing's own data service, for any source of ours.

The service does not say when a value was changed, so the version is a checksum of what came, and a look costs as much
as a fetch. The key of a site is in an environment variable and is written nowhere.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from internationals.shapes import Cell, ConfigError, DataError, Observations, SourceError, Status
from internationals.sources import swing_service
from internationals.sources.exports.numbers import number
from internationals.sources.net import Net
from internationals.sources.receipts import Receipt, Stamp
from internationals.sources.source import Place, Source, unproven

__all__ = ["Options", "fetch", "newest", "read"]

_MUNICIPALITY = re.compile(r"(?:GM|G)?(\d{1,4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
Values = dict[str, list[swing_service.Row]]


class Options(BaseModel):
    """Which figures of a site are ours."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str = Field(description="the address of the service, which ends in jiveservices/odata")
    key_variable: str | None = Field(None, description="the environment variable that holds the site's key")
    geolevel: str = Field("gemeente", description="the code of the level of areas")
    period_level: str = Field("year", description="the code of the level of periods")
    dimensions: list[str] = Field(
        min_length=1, description="our dimensions after year; municipality is filled from the area"
    )
    variables: dict[str, list[str]] = Field(
        min_length=1, description="the site's code of a variable: ours, one for each other dimension"
    )
    missing: list[str] = Field(
        ["-99999", "-99999999", "-99995"], description="values that mean that there is no number"
    )
    confidential: list[str] = Field(["x", "-99997"], description="values that mean that a number is withheld")


def newest(source: Source, place: Place, net: Net) -> Stamp:
    """The state of the figures now. Raises SourceError."""
    return _stamp(_asked(options_of(source), source, net, lambda _what, _part: None))


def fetch(
    source: Source, place: Place, net: Net, folder: Path, progress: Callable[[str, float], None]
) -> Receipt:
    """The values of every variable, into an empty folder. Raises SourceError."""
    options = options_of(source)
    found = _asked(options, source, net, progress)
    for at, (variable, rows) in enumerate(found.items(), 1):
        text = json.dumps({"variable": variable, "value": rows}, ensure_ascii=False, indent=0)
        (folder / f"values-{at:03}.json").write_text(text, encoding="utf-8")
    query = f"{options.url} {', '.join(options.variables)} {options.geolevel} {options.period_level}"
    return Receipt(_stamp(found), query, sum(map(len, found.values())))


def read(folder: Path, source: Source, place: Place) -> Observations:
    """The observations in the values of a snapshot. Raises DataError."""
    options = options_of(source)
    cells: dict[tuple[str, ...], Cell] = {}
    for path in sorted(folder.glob("values-*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        variable = str(content["variable"])
        if variable not in options.variables:
            continue
        for at, row in enumerate(content["value"], 1):
            area, year = _area(row), str(row.get("Period", "")).strip()
            if not _YEAR.fullmatch(year) or area is None:
                continue
            if "municipality" not in options.dimensions and area != place.municipality:
                continue
            ours = iter(options.variables[variable])
            key = (year, *(area if name == "municipality" else next(ours) for name in options.dimensions))
            if key in cells:
                raise DataError(f"{source.id}: the site gives two values of {', '.join(key)} ({variable}).")
            cells[key] = _cell(row, options, f"{source.id}, {variable}", at)
    if not cells:
        raise DataError(
            f"{source.id}: none of the areas of the site is ours ({place.municipality}). Expected codes such as GM0546 "
            f"or 546 at the level {options.geolevel}. Name another level under sources: {source.id}: options: swing."
        )
    return Observations(source.id, ("year", *options.dimensions), cells, unproven(source))


def options_of(source: Source) -> Options:
    """The options of a source from Swing. Raises ConfigError."""
    try:
        options = Options.model_validate(source.options.get("swing", {}))
    except ValueError as problem:
        raise ConfigError(
            f"The source {source.id} is not described well under options: swing: {problem}"
        ) from problem
    wanted = len([name for name in options.dimensions if name != "municipality"])
    for variable, ours in options.variables.items():
        if len(ours) != wanted:
            raise ConfigError(
                f"sources: {source.id}: options: swing: variables: {variable} has {len(ours)} codes, and there are "
                f"{wanted} dimensions beside municipality. Give one code for each."
            )
    return options


def _asked(options: Options, source: Source, net: Net, progress: Callable[[str, float], None]) -> Values:
    headers = _headers(options, source)
    for collection, wanted in (("GeoLevels", options.geolevel), ("PeriodLevels", options.period_level)):
        known = swing_service.codes(net, options.url, collection, headers)
        if wanted.casefold() not in {code.casefold() for code in known}:
            raise SourceError(
                f"{options.url} has no '{wanted}' among its {collection}: {', '.join(sorted(known))}. Name one of these "
                f"under sources: {source.id}: options: swing in municipality.yml."
            )
    found: Values = {}
    for at, variable in enumerate(options.variables):
        progress(variable, at / len(options.variables))
        rows = swing_service.values(
            net, options.url, variable, options.geolevel, options.period_level, headers
        )
        found[variable] = sorted(rows, key=lambda row: (str(row.get("Period")), str(row.get("ExternalCode"))))
    return found


def _headers(options: Options, source: Source) -> dict[str, str]:
    if options.key_variable is None:
        return {}
    key = os.environ.get(options.key_variable, "").strip()
    if not key:
        raise ConfigError(
            f"The source {source.id} needs the key of its site in the environment variable {options.key_variable}, and "
            "it is empty. Ask the site for a key, and set the variable before `internationals fetch`."
        )
    return {"apikey": key}


def _stamp(found: Values) -> Stamp:
    text = json.dumps(found, sort_keys=True, ensure_ascii=False)
    return Stamp(hashlib.sha256(text.encode()).hexdigest()[:16], None)


def _area(row: swing_service.Row) -> str | None:
    match = _MUNICIPALITY.fullmatch(str(row.get("ExternalCode", "")).strip())
    return match[1].zfill(4) if match else None


def _cell(row: swing_service.Row, options: Options, where: str, at: int) -> Cell:
    text = str(row.get("ValueString") if row.get("ValueString") is not None else "").strip()
    if text in options.confidential:
        return Cell(None, Status.SUPPRESSED)
    if text in options.missing:
        return Cell(None, Status.MISSING)
    value, _ = number(text, where, at, "ValueString")
    if value is None:
        return Cell(None, Status.MISSING)
    return Cell(int(value) if value.is_integer() else value)
