"""The maps of a municipality: what it put into its `geometry/` folder, else our tiles, else none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from internationals import texts
from internationals.definitions import codes
from internationals.definitions.geography import district_of
from internationals.geometry import geojson, geopackage
from internationals.geometry.errors import GeometryError
from internationals.geometry.feature import Layer
from internationals.geometry.joining import DIGITS, PROPERTIES, code_of
from internationals.geometry.plane import flat
from internationals.geometry.rings import dissolved, simplified, tidied
from internationals.shapes import AreaOutline, Geometry, Ring, Text

FILES = {"neighbourhood": "neighbourhoods", "district": "districts", "municipality": "municipalities"}
"""What the file of each level is called, before its `.geojson` or `.gpkg`."""
SOURCE = "source.yml"
CARD = "provenance.json"
"""The card of a snapshot, when the folder is one that was fetched."""
TILE, MARGIN = 100, 4
"""The side of a tile with the white around it, and half of that white."""
_WORDS = {"neighbourhood": ("buurt",), "district": ("wijk",), "municipality": ("gemeente",)}
_SUFFIXES = (".geojson", ".json", ".gpkg")


def files(folder: Path) -> dict[str, Path]:
    """The file of every level that is there. Raises GeometryError for a file that nobody would read."""
    found: dict[str, Path] = {}
    level_of = {name: level for level, name in FILES.items()}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name in (SOURCE, CARD) or path.name.startswith(".") or path.suffix.lower() in (".txt", ".md"):
            continue
        level = level_of.get(path.stem)
        if level is None or path.suffix.lower() not in _SUFFIXES:
            raise GeometryError(
                f"geometry/{path.name} is not read. A map is called {', '.join(FILES.values())}, with "
                ".geojson or .gpkg behind it. Rename the file, or take it away."
            )
        if level in found:
            raise GeometryError(
                f"geometry/: {found[level].name} and {path.name} are two maps of the same areas. Keep one."
            )
        found[level] = path
    return found


def read(folder: Path, municipality: str) -> dict[str, Geometry]:
    """The map of every level that can be drawn for a municipality (four digits), by level.

    `folder` may be absent. Neighbourhoods without a map of districts are joined into districts; where the
    folder has neither, there are tiles for municipalities of which we have a layout. Raises GeometryError.
    """
    found = files(folder)
    source = _source(folder / SOURCE) if found else {}
    areas = {level: _read(path, level, municipality) for level, path in found.items()}
    if "neighbourhood" in areas and "district" not in areas:
        areas["district"] = _joined(areas["neighbourhood"])
    maps = {level: _geometry(level, simplified(rings), source) for level, rings in areas.items()}
    if "neighbourhood" not in maps and "district" not in maps:
        maps |= _tiles(municipality)
    return dict(sorted(maps.items()))


def _read(path: Path, level: str, municipality: str) -> dict[str, tuple[Ring, ...]]:
    package = path.suffix.lower() == ".gpkg"
    layer = geopackage.read(path, _WORDS[level]) if package else geojson.read(path)
    ours: dict[str, list[Ring]] = {}
    for feature in layer.features:
        code = code_of(level, feature.properties)
        of_us = code is not None and (level == "municipality" or code.startswith(municipality))
        if code is not None and of_us and not _is_water(feature.properties):
            ours.setdefault(code, []).extend(feature.rings)
    if not ours:
        raise GeometryError(_none(path, level, municipality, layer))
    metres = flat([tuple(rings) for rings in ours.values()], layer.crs, path.name)
    areas = {code: tidied(rings) for code, rings in zip(ours, metres, strict=True)}
    if empty := sorted(code for code, rings in areas.items() if not rings):
        raise GeometryError(
            f"{path.name}: {', '.join(empty)} has a shape that encloses nothing. Repair it in the program that "
            "made the map, or take it out."
        )
    return areas


def _is_water(properties: Mapping[str, Any]) -> bool:
    """Whether Statistics Netherlands calls this part of an area water: a second row with the same code."""
    return any(
        str(value).upper() == "JA" for name, value in properties.items() if name.lower() in ("water", "h2o")
    )


def _none(path: Path, level: str, municipality: str, layer: Layer) -> str:
    first = layer.features[0].properties if layer.features else {}
    wanted = "a municipality" if level == "municipality" else f"a {level} of {municipality}"
    return (
        f"{path.name}: none of the {len(layer.features)} areas has the code of {wanted}: {DIGITS[level]} digits, "
        f"with or without letters before them, in a property called {', '.join(PROPERTIES)}. "
        f"The first area has: {', '.join(map(str, first)) or 'no properties'}."
    )


def _joined(neighbourhoods: Mapping[str, tuple[Ring, ...]]) -> dict[str, tuple[Ring, ...]]:
    parts: dict[str, list[tuple[Ring, ...]]] = {}
    for code, rings in neighbourhoods.items():
        parts.setdefault(district_of(code), []).append(rings)
    return {code: dissolved(rings) for code, rings in parts.items()}


def _tiles(municipality: str) -> dict[str, Geometry]:
    source = {language: texts.word(language, "chart.tiles") for language in texts.languages()}
    levels: dict[str, dict[str, tuple[Ring, ...]]] = {}
    for code, (column, row) in codes.tiles(municipality).items():
        level = next(level for level, digits in DIGITS.items() if digits == len(code))
        west, south = column * TILE + MARGIN, -row * TILE + MARGIN
        east, north = west + TILE - 2 * MARGIN, south + TILE - 2 * MARGIN
        corners = ((west, south), (east, south), (east, north), (west, north))
        levels.setdefault(level, {})[code] = (tuple((float(x), float(y)) for x, y in corners),)
    return {level: _geometry(level, areas, source) for level, areas in levels.items()}


def _geometry(level: str, areas: Mapping[str, tuple[Ring, ...]], source: Text) -> Geometry:
    return Geometry(level, tuple(AreaOutline(code, areas[code]) for code in sorted(areas)), source)


def _source(path: Path) -> Text:
    """Who made the map, per language, from `source.yml`; empty without one."""
    if not path.is_file():
        return {}
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as problem:
        raise GeometryError(f"geometry/{path.name} can not be read: {problem}") from problem
    if not isinstance(content, dict) or not all(isinstance(text, str) for text in content.values()):
        raise GeometryError(f"geometry/{path.name}: expected a text per language, such as 'nl: ...'.")
    if missing := [language for language in texts.languages() if not content.get(language)]:
        raise GeometryError(f"geometry/{path.name}: the text in {', '.join(missing)} is missing.")
    return {str(language): text for language, text in content.items()}
