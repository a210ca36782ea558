"""OData 3, the older service: one row per combination of codes, a column per measure, keys padded with spaces."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from internationals.sources.net import Net
from internationals.sources.odata import paging
from internationals.sources.odata.selecting import chosen, equals, measure_of
from internationals.sources.raw import RawDimension, RawRow, RawTable
from internationals.sources.receipts import Receipt, Stamp
from internationals.sources.table_options import Options

BASE = "https://opendata.cbs.nl/ODataFeed/odata"
_DIMENSIONS = ("Dimension", "TimeDimension", "GeoDimension", "GeoDetail")
_MISSING = ("", ".")


def root(options: Options) -> str:
    """Where the table is."""
    return f"{(options.base_url or BASE).rstrip('/')}/{options.table}"


def newest(options: Options, net: Net) -> Stamp:
    """The state that the table has now."""
    return _stamp(_info(net.json(f"{root(options)}/TableInfos"), options))


def fetch(
    options: Options, net: Net, partial: Path, folder: Path, progress: Callable[[str, float], None]
) -> Receipt:
    """Every page that is needed, into a folder. Raises SourceError when the table is not whole or changes meanwhile."""
    url = root(options)
    before = net.json(f"{url}/TableInfos")
    info = _info(before, options)
    state = _stamp(info)
    paging.begin(partial, url, state, options)
    paging.write(partial / "properties.json", before)
    properties = paging.values(paging.pages(net, f"{url}/DataProperties", None, partial, "dataproperties"))
    filters = []
    for entry in properties:
        if entry["Type"] in _DIMENSIONS:
            name = entry["Key"]
            codes = paging.values(paging.pages(net, f"{url}/{name}", None, partial, f"codes-{name}"))
            # The key as it was given, padding and all: an equation without it finds nothing, in silence.
            kept = chosen(name, {code["Key"]: code["Title"] for code in codes}, options)
            if kept is not None:
                filters.append(equals(name, kept))
    measure_of(_measures(properties), options)
    query = {"$inlinecount": "allpages"} | ({"$filter": " and ".join(filters)} if filters else {})
    own = int(info.get("RecordCount") or 0)
    pages = paging.pages(
        net,
        f"{url}/TypedDataSet",
        query,
        partial,
        "data",
        lambda rows: progress(f"{rows:,} rows", min(rows / max(own, 1), 1)),
    )
    rows = paging.checked(
        paging.values(pages),
        "ID",
        paging.count_of(pages),
        own if not filters and "RecordCount" in info else None,
        options.table,
    )
    paging.unchanged(state, newest(options, net), options.table)
    paging.finish(partial, folder)
    return Receipt(state, f"{url}/TypedDataSet?$filter={query.get('$filter', '')}", rows)


def read(folder: Path) -> RawTable:
    """The raw table in the pages of a snapshot; spaces around keys are gone."""
    properties = paging.values(sorted(folder.glob("dataproperties-*.json")))
    names = [entry["Key"] for entry in properties if entry["Type"] in _DIMENSIONS]
    measures = _measures(properties)
    rows: list[RawRow] = []
    for path in sorted(folder.glob("data-*.json")):
        for row in json.loads(path.read_text(encoding="utf-8"))["value"]:
            codes = tuple(str(row[name]).strip() for name in names)
            rows.extend(RawRow(codes, measure, *_value(row.get(measure))) for measure in measures)
    return RawTable(tuple(_dimension(folder, name) for name in names), measures, tuple(rows))


def _dimension(folder: Path, name: str) -> RawDimension:
    codes = paging.values(sorted(folder.glob(f"codes-{name}-*.json")))
    return RawDimension(
        name,
        {code["Key"].strip(): code["Title"].strip() for code in codes},
        {code["Key"].strip(): code["Status"].strip() for code in codes if code.get("Status")},
    )


def _measures(properties: list[dict[str, Any]]) -> dict[str, str]:
    return {entry["Key"]: entry["Title"] for entry in properties if entry["Type"] == "Topic"}


def _value(given: object) -> tuple[float | None, str]:
    """A number, or None with what stood there: a typed set has null, an untyped one text with a point."""
    if given is None:
        return None, "empty"
    if isinstance(given, str):
        text = given.strip()
        return (None, text or "empty") if text in _MISSING else (float(text.replace(",", ".")), "")
    return float(str(given)), ""


def _info(found: dict[str, Any], options: Options) -> dict[str, Any]:
    rows = found.get("value")
    if not isinstance(rows, list) or not rows:
        raise paging.UnsoundError(
            f"The table {options.table} says nothing of itself. Look whether it was replaced."
        )
    info: dict[str, Any] = rows[0]
    return info


def _stamp(info: dict[str, Any]) -> Stamp:
    return Stamp(None, info.get("Modified"))
