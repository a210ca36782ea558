"""A release to and from a folder. The same tables give the same bytes.

`manifest.json`, `tables/<id>.parquet` (one text column per dimension, `value`, `obs_status`, `conf_status`),
`cards/<id>.json`, and `geometry/<level>.json` where there are maps.
Statuses are SDMX codes: CL_OBS_STATUS and CL_CONF_STATUS.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from internationals.definitions.statuses import SDMX, STATUS
from internationals.release import maps
from internationals.shapes import (
    Card,
    Cell,
    DataError,
    Dimension,
    Geometry,
    Method,
    Nature,
    ProtectedTable,
    Protection,
    Release,
    by_id,
)

FORMAT = 4


def write(
    folder: Path,
    facts: Mapping[str, Any],
    tables: Iterable[ProtectedTable],
    geometry: Mapping[str, Geometry] | None = None,
) -> Mapping[str, Any]:
    """Write a release into an empty folder and return its manifest: `facts` plus the lists of tables and maps."""
    (folder / "tables").mkdir(parents=True)
    (folder / "cards").mkdir()
    listed = []
    for table in sorted(tables, key=lambda table: table.card.id):
        name = table.card.id
        pq.write_table(_arrow(table), folder / "tables" / f"{name}.parquet", compression="zstd")
        (folder / "cards" / f"{name}.json").write_text(_json(asdict(table.card)), encoding="utf-8")
        listed.append(
            {
                "id": name,
                "cells": len(table.cells),
                "nature": table.nature.value,
                "protection": _said_of(table.protection),
                "table_sha256": _checksum(folder / "tables" / f"{name}.parquet"),
                "card_sha256": _checksum(folder / "cards" / f"{name}.json"),
            }
        )
    manifest = {"format": FORMAT, **facts, "tables": listed, "geometry": _write_maps(folder, geometry or {})}
    (folder / "manifest.json").write_text(_json(manifest), encoding="utf-8")
    return manifest


def read(folder: Path) -> Release:
    """Read a release back. Raises DataError when it is absent, incomplete, or changed since it was written."""
    manifest = manifest_of(folder)
    tables = []
    for entry in manifest["tables"]:
        parquet = folder / "tables" / f"{entry['id']}.parquet"
        card = folder / "cards" / f"{entry['id']}.json"
        for path, checksum in ((parquet, entry["table_sha256"]), (card, entry["card_sha256"])):
            _verify(folder, path, checksum)
        described = _card(json.loads(card.read_text(encoding="utf-8")))
        protection = _protection(entry["protection"])
        tables.append(_table(described, pq.read_table(parquet), Nature(entry["nature"]), protection))
    return Release(manifest, by_id(tables), _read_maps(folder, manifest.get("geometry", [])))


def manifest_of(folder: Path) -> Mapping[str, Any]:
    """The manifest of a release. Raises DataError when there is none, or one of another format."""
    path = folder / "manifest.json"
    if not path.is_file():
        raise DataError(f"There is no release in {folder}. Make one with 'internationals build'.")
    manifest: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if manifest.get("format") != FORMAT:
        raise DataError(
            f"The release in {folder} has format {manifest.get('format')!r}; this version reads {FORMAT}. "
            "Build it again."
        )
    return manifest


def _write_maps(folder: Path, geometry: Mapping[str, Geometry]) -> list[dict[str, Any]]:
    listed = []
    for level, areas in sorted(geometry.items()):
        path = folder / "geometry" / f"{level}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(maps.written(areas), encoding="utf-8")
        listed.append({"level": level, "areas": len(areas.areas), "sha256": _checksum(path)})
    return listed


def _read_maps(folder: Path, listed: Iterable[Mapping[str, Any]]) -> dict[str, Geometry]:
    found = {}
    for entry in listed:
        path = folder / "geometry" / f"{entry['level']}.json"
        _verify(folder, path, entry["sha256"])
        found[entry["level"]] = maps.parsed(path.read_text(encoding="utf-8"))
    return found


def _said_of(protection: Protection) -> dict[str, Any]:
    bound = None if math.isinf(protection.hidden_at_most) else protection.hidden_at_most
    return {"method": protection.method.value, "base": protection.base, "hidden_at_most": bound}


def _protection(said: Mapping[str, Any]) -> Protection:
    bound = said["hidden_at_most"]
    return Protection(Method(said["method"]), said["base"], math.inf if bound is None else bound)


def _verify(folder: Path, path: Path, checksum: str) -> None:
    if not path.is_file() or _checksum(path) != checksum:
        raise DataError(
            f"{folder.name}/{path.parent.name}/{path.name} is missing or was changed after the release "
            "was built. Build the release again."
        )


def _arrow(table: ProtectedTable) -> pa.Table:
    rows = sorted(table.cells.items())
    columns: dict[str, pa.Array] = {
        dimension.id: pa.array([codes[n] for codes, _ in rows], pa.string())
        for n, dimension in enumerate(table.card.dimensions)
    }
    values = [cell.value for _, cell in rows]
    if table.card.decimals:
        columns["value"] = pa.array([None if v is None else float(v) for v in values], pa.float64())
    else:
        columns["value"] = pa.array([None if v is None else int(v) for v in values], pa.int64())
    for n, name in enumerate(("obs_status", "conf_status")):
        columns[name] = pa.array([SDMX[cell.status][n] for _, cell in rows], pa.string())
    return pa.table(columns)


def _table(card: Card, arrow: pa.Table, nature: Nature, protection: Protection) -> ProtectedTable:
    codes = zip(*(arrow[dimension.id].to_pylist() for dimension in card.dimensions), strict=True)
    statuses = zip(arrow["obs_status"].to_pylist(), arrow["conf_status"].to_pylist(), strict=True)
    values = arrow["value"].to_pylist()
    return ProtectedTable(
        card,
        {
            key: Cell(value, STATUS[status])
            for key, value, status in zip(codes, values, statuses, strict=True)
        },
        nature,
        protection,
    )


def _card(stored: Mapping[str, Any]) -> Card:
    dimensions = tuple(Dimension(**dimension) for dimension in stored["dimensions"])
    return Card(**{**stored, "dimensions": dimensions, "notes": tuple(stored["notes"])})


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
