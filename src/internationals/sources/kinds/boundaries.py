"""Outlines of neighbourhoods, districts and municipalities, of one year, from the map services of PDOK.

The snapshot is a folder that the maps of a municipality are read from: a GeoJSON per level, and `source.yml` with
who made them, per language. The services do not say when an outline was changed, so the version is a checksum of what
came, and a look costs as much as a fetch.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from internationals import texts
from internationals.shapes import ConfigError, DataError, Observations, SourceError
from internationals.sources import feature_pages
from internationals.sources.net import Net
from internationals.sources.receipts import Receipt, Stamp
from internationals.sources.source import Place, Source

__all__ = ["Options", "fetch", "newest", "read"]

FILES = {"neighbourhood": "neighbourhoods", "district": "districts", "municipality": "municipalities"}
PREFIX = {"neighbourhood": "BU", "district": "WK", "municipality": "GM"}
CODES = {
    "neighbourhood": ("statcode", "buurtcode"),
    "district": ("statcode", "wijkcode"),
    "municipality": ("statcode", "gemeentecode"),
}
"""In which property each of the two products of Statistics Netherlands has the code of an area."""
_WEST, _EAST, _SOUTH, _NORTH = -10_000, 310_000, 290_000, 640_000


class Options(BaseModel):
    """Which outlines are asked for. `{year}` and `{municipality}` stand for four digits in every text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    protocol: Literal["ogc", "wfs"] = Field("ogc", description="OGC API Features, or WFS 2.0")
    url: str = Field(description="the address of the service")
    year: int = Field(ge=1995, description="of which year the outlines are")
    layers: dict[Literal["neighbourhood", "district", "municipality"], str] = Field(
        description="per level the collection, or the feature type of a WFS"
    )
    where: dict[str, str] = Field({}, description="what properties have to be, asked of the service")
    credit: dict[str, str] = Field({}, description="who made the map, per language")


def newest(source: Source, place: Place, net: Net) -> Stamp:
    """The state of the outlines now. Raises SourceError."""
    options = options_of(source)
    return _stamp(options, _asked(options, place, net, lambda _what, _part: None))


def fetch(
    source: Source, place: Place, net: Net, folder: Path, progress: Callable[[str, float], None]
) -> Receipt:
    """A map per level and who made them, into an empty folder. Raises SourceError."""
    options = options_of(source)
    credit = {
        language: options.credit.get(language) or source.producer.get(language, "")
        for language in texts.languages()
    }
    found = _asked(options, place, net, progress)
    for level, features in found.items():
        text = json.dumps(_collection(features), ensure_ascii=False, separators=(",", ":"))
        (folder / f"{FILES[level]}.geojson").write_text(text, encoding="utf-8")
    with_year = {language: text.format(year=options.year) for language, text in credit.items()}
    text = yaml.safe_dump(with_year, allow_unicode=True, sort_keys=True)
    (folder / "source.yml").write_text(text, encoding="utf-8")
    query = f"{_filled(options.url, options, place)} {', '.join(options.layers.values())} {options.year}"
    return Receipt(_stamp(options, found), query, sum(map(len, found.values())))


def read(folder: Path, source: Source, place: Place) -> Observations:
    """Raises DataError: a map holds outlines, and no numbers."""
    raise DataError(
        f"{source.id}: a map has no numbers. It is read as a map, from {', '.join(sorted(FILES.values()))}."
    )


def options_of(source: Source) -> Options:
    """The options of a source of outlines. Raises ConfigError."""
    try:
        return Options.model_validate(source.options.get("boundaries", {}))
    except ValueError as problem:
        raise ConfigError(
            f"The source {source.id} is not described well under options: boundaries: {problem}"
        ) from problem


def _asked(
    options: Options, place: Place, net: Net, progress: Callable[[str, float], None]
) -> dict[str, list[dict[str, Any]]]:
    """The outlines per level, of the areas that are wanted: the service may not have heeded the filter."""
    ask = feature_pages.ogc if options.protocol == "ogc" else feature_pages.wfs
    url = _filled(options.url, options, place)
    where = {name: _filled(text, options, place) for name, text in options.where.items()}
    found: dict[str, list[dict[str, Any]]] = {}
    for at, (level, collection) in enumerate(options.layers.items()):

        def told(count: int, level: str = level, at: int = at) -> None:
            progress(f"{count} {FILES[level]}", at / len(options.layers))

        name = _filled(collection, options, place)
        features = ask(net, url, name, where, told)
        kept = [each for each in features if _wanted(level, each, where, place)]
        if not kept:
            raise SourceError(
                f"{name} of {url} has no {level} that is ours among {len(features)} areas. Look whether the year "
                f"{options.year} and the collection are right under sources: options: boundaries in municipality.yml."
            )
        _on_the_grid(kept, name)
        found[level] = sorted(kept, key=lambda each: _code(level, each))
    return found


def _code(level: str, feature: Mapping[str, Any]) -> str:
    properties = {str(name).lower(): value for name, value in (feature.get("properties") or {}).items()}
    return next((str(properties[name]).strip() for name in CODES[level] if properties.get(name)), "")


def _wanted(level: str, feature: Mapping[str, Any], where: Mapping[str, str], place: Place) -> bool:
    """Whether an area is of this level, ours unless all municipalities are wanted, and as asked."""
    code = _code(level, feature)
    properties = feature.get("properties") or {}
    ours = level == "municipality" or code.startswith(f"{PREFIX[level]}{place.municipality}")
    as_asked = all(str(properties[name]) == text for name, text in where.items() if name in properties)
    return code.startswith(PREFIX[level]) and ours and as_asked


def _on_the_grid(features: list[dict[str, Any]], name: str) -> None:
    for feature in features:
        point = feature["geometry"]["coordinates"]
        while isinstance(point, list) and point and isinstance(point[0], list):
            point = point[0]
        fits = len(point) > 1 and _WEST <= point[0] <= _EAST and _SOUTH <= point[1] <= _NORTH
        if not fits:
            raise SourceError(
                f"{name}: outlines in metres of the Dutch grid (EPSG:28992) were asked for, and a corner at {point[:2]} "
                "came. Look whether the service has this grid."
            )


def _collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{feature_pages.RD}"}}
    return {"type": "FeatureCollection", "crs": crs, "features": features}


def _stamp(options: Options, found: Mapping[str, list[dict[str, Any]]]) -> Stamp:
    text = json.dumps(found, sort_keys=True, ensure_ascii=False)
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Stamp(f"{options.year}-{checksum[:12]}", None)


def _filled(text: str, options: Options, place: Place) -> str:
    return text.format(year=options.year, municipality=place.municipality)
