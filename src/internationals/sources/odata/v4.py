"""OData 4, as Statistics Netherlands serves it: one row per observation, codes and titles in sets of their own."""

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

BASE = "https://datasets.cbs.nl/odata/v1"
NO_REASON = ("None", "", None)


def root(options: Options) -> str:
    """Where the table is."""
    return f"{(options.base_url or BASE).rstrip('/')}/{options.catalog}/{options.table}"


def stamp(properties: dict[str, Any]) -> Stamp:
    """The state of a table: its version, and when its observations were changed last."""
    modified = properties.get("ObservationsModified") or properties.get("Modified")
    return Stamp(str(properties["Version"]) if properties.get("Version") else None, modified)


def newest(options: Options, net: Net) -> Stamp:
    """The state that the table has now."""
    return stamp(net.json(f"{root(options)}/Properties"))


def fetch(
    options: Options, net: Net, partial: Path, folder: Path, progress: Callable[[str, float], None]
) -> Receipt:
    """Every page that is needed, into a folder. Raises SourceError when the table is not whole or changes meanwhile."""
    url = root(options)
    before = net.json(f"{url}/Properties")
    state = stamp(before)
    paging.begin(partial, url, state, options)
    paging.write(partial / "properties.json", before)
    dimensions = paging.pages(net, f"{url}/Dimensions", None, partial, "dimensions")
    measures = paging.pages(net, f"{url}/MeasureCodes", None, partial, "measures")
    titles = {each["Identifier"]: each["Title"] for each in paging.values(measures)}
    filters = [equals("Measure", [measure_of(titles, options)])]
    for dimension in paging.values(dimensions):
        name = dimension["Identifier"]
        codes = paging.values(paging.pages(net, f"{url}/{name}Codes", None, partial, f"codes-{name}"))
        kept = chosen(name, {code["Identifier"]: code["Title"] for code in codes}, options)
        if kept is not None:
            filters.append(equals(name, kept))
    query = {"$filter": " and ".join(filters), "$count": "true"}
    own = int(before.get("ObservationCount") or 0)
    observations = paging.pages(
        net,
        f"{url}/Observations",
        query,
        partial,
        "observations",
        lambda rows: progress(f"{rows:,} rows", min(rows / max(own, 1), 1)),
    )
    everything = len(filters) == len(titles) == 1
    rows = paging.checked(
        paging.values(observations),
        "Id",
        paging.count_of(observations),
        own if everything and "ObservationCount" in before else None,
        options.table,
    )
    paging.unchanged(state, newest(options, net), options.table)
    paging.finish(partial, folder)
    return Receipt(state, f"{url}/Observations?$filter={query['$filter']}", rows)


def read(folder: Path) -> RawTable:
    """The raw table in the pages of a snapshot."""
    names = [row["Identifier"] for row in paging.values(sorted(folder.glob("dimensions-*.json")))]
    dimensions = tuple(_dimension(folder, name) for name in names)
    measures = {
        row["Identifier"]: row["Title"] for row in paging.values(sorted(folder.glob("measures-*.json")))
    }
    rows = tuple(
        _row(row, names)
        for path in sorted(folder.glob("observations-*.json"))
        for row in json.loads(path.read_text(encoding="utf-8"))["value"]
    )
    return RawTable(dimensions, measures, rows)


def _dimension(folder: Path, name: str) -> RawDimension:
    codes = paging.values(sorted(folder.glob(f"codes-{name}-*.json")))
    return RawDimension(
        name,
        {code["Identifier"].strip(): code["Title"].strip() for code in codes},
        {code["Identifier"].strip(): code["Status"] for code in codes if code.get("Status")},
    )


def _row(row: dict[str, Any], names: list[str]) -> RawRow:
    """An observation; any other attribute than None says why there is no number, whatever stands beside it."""
    reason = row.get("ValueAttribute")
    missing = reason not in NO_REASON or row.get("Value") is None
    return RawRow(
        tuple(str(row[name]).strip() for name in names),
        row["Measure"],
        None if missing else float(row["Value"]),
        "" if not missing else str(reason) if reason not in NO_REASON else "empty",
    )
