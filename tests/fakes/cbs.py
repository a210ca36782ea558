"""A small CBS: the same tables in the payloads of OData 4 and of OData 3, in pages, filtered, and with faults."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Any

from tests.fakes.server import Service, serving

MODIFIED = "2021-05-31T02:00:00+02:00"
KINDS = {"Perioden": "TimeDimension", "RegioS": "GeoDimension"}
WIDTH = 10  # keys of OData 3 are padded with spaces
_CONDITION = re.compile(r"(\w+) eq '((?:[^']|'')*)'")


@dataclass(frozen=True)
class FakeTable:
    """A table: titles of codes per dimension, titles of measures, and numbers by codes and measure.

    A string in the place of a number is the reason why there is none. `statuses` are those of periods, and `says` is
    how many rows the table claims to have, where that is not true.
    """

    id: str
    dimensions: Mapping[str, Mapping[str, str]]
    measures: Mapping[str, str]
    rows: Sequence[tuple[tuple[str, ...], str, float | str]]
    statuses: Mapping[str, str] = field(default_factory=dict)
    modified: str = MODIFIED
    page: int = 20
    says: int | None = None

    def row(self, number: int) -> dict[str, Any]:
        """An observation as OData 4 gives it."""
        codes, measure, value = self.rows[number]
        missing = isinstance(value, str)
        return {
            "Id": number,
            "Measure": measure,
            "ValueAttribute": value if missing else "None",
            "Value": None if missing else value,
            "StringValue": None,
            **dict(zip(self.dimensions, codes, strict=True)),
        }


def cbs(*tables: FakeTable, **changed: FakeTable) -> AbstractContextManager[Service]:
    """A fake CBS with these tables: OData 4 below /v4/CBS/, OData 3 below /v3/. Faults of content are those of
    `tamper`; `changed` tables take the place of others once their observations have been asked for."""
    known = {table.id: table for table in tables}
    later = {table.id: table for table in changed.values()}

    def answer(path: str, query: dict[str, str], base: str) -> Any:
        parts = path.strip("/").removeprefix("ODataFeed/odata").split("/")
        if path.startswith("/ODataFeed/odata/"):
            parts = ["v3", *parts[1:]]
        if parts[0] == "v4" and len(parts) == 2 and parts[1] == "Datasets":
            return {"value": [_properties(table) for table in known.values()]}
        if parts[0] == "v4" and len(parts) >= 3 and parts[2] in known:
            found = _v4(known[parts[2]], parts[3:], query, f"{base}{path}")
            if parts[3:] == ["Observations"] and parts[2] in later:
                known[parts[2]] = later[parts[2]]
            return found
        if parts[0] == "v3" and len(parts) >= 2 and parts[1] in known:
            found = _v3(known[parts[1]], [part for part in parts[2:] if part], query, f"{base}{path}")
            if parts[2:] == ["TypedDataSet"] and parts[1] in later:
                known[parts[1]] = later[parts[1]]
            return found
        return None

    return serving(answer, _tampered)


def _tampered(fault: str, path: str, content: Any) -> Any:
    """Faults of content: of what a table says of itself, of every list, and of pages of observations."""
    if fault == "restless":
        return _changed(content)
    if fault == "strange" and isinstance(content.get("value"), list):
        return {**content, "value": [{} for _ in content["value"]]}
    if not path.endswith(("/Observations", "/TypedDataSet")):
        return content
    link = "@odata.nextLink" if "/v4/" in path else "odata.nextLink"
    rows = content["value"]
    if fault == "few" and len(rows) > 1:
        return {**content, "value": rows[:-1]}
    if fault == "twice" and len(rows) > 1:
        return {**content, "value": [*rows[:-1], rows[0]]}
    if fault == "loop" and link in content:
        return {**content, link: re.sub(r"skip=\d+", "skip=0", content[link])}
    if fault == "elsewhere" and link in content:
        return {**content, link: content[link].replace("127.0.0.1", "127.0.0.2")}
    if fault == "otherpath" and link in content:
        return {
            **content,
            link: content[link].replace("Observations", "Other").replace("TypedDataSet", "Other"),
        }
    if fault == "odd":
        return {**content, "value": [{k: v for k, v in row.items() if k != "RegioS"} for row in rows]}
    if fault == "listed":
        return [content]
    if fault == "norows":
        return {key: value for key, value in content.items() if key != "value"}
    return content


def _changed(content: dict[str, Any]) -> dict[str, Any]:
    """A table that is of this very moment, each time that it is asked."""
    now = {"Modified": str(time.time_ns()), "ObservationsModified": str(time.time_ns())}
    if "Modified" in content:
        return {**content, **now}
    return {
        **content,
        "value": [{**row, **now} if "Modified" in row else row for row in content.get("value", [])],
    }


def _paged(
    rows: list[dict[str, Any]], query: dict[str, str], size: int, url: str, v4: bool
) -> dict[str, Any]:
    start = int(query.get("$skip", 0))
    found: dict[str, Any] = {"value": rows[start : start + size]}
    if (v4 and query.get("$count") == "true") or (not v4 and query.get("$inlinecount") == "allpages"):
        found["@odata.count" if v4 else "odata.count"] = len(rows) if v4 else str(len(rows))
    if start + size < len(rows):
        rest = "&".join(f"{key}={value}" for key, value in query.items() if key != "$skip")
        found["@odata.nextLink" if v4 else "odata.nextLink"] = f"{url}?{rest}&$skip={start + size}"
    return found


def _kept(query: dict[str, str]) -> Mapping[str, set[str]]:
    wanted: dict[str, set[str]] = {}
    for name, value in _CONDITION.findall(query.get("$filter", "")):
        wanted.setdefault(name, set()).add(value.replace("''", "'"))
    return wanted


def _properties(table: FakeTable) -> dict[str, Any]:
    return {
        "Identifier": table.id,
        "Title": f"Tabel {table.id}",
        "Description": "",
        "Language": "nl",
        "Catalog": "CBS",
        "Version": "202105310200",
        "Status": "Regulier",
        "Modified": table.modified,
        "ObservationsModified": table.modified,
        "ObservationCount": len(table.rows) if table.says is None else table.says,
        "DatasetType": "Numeric",
    }


def _v4(table: FakeTable, rest: list[str], query: dict[str, str], url: str) -> Any:
    sets = ["MeasureCodes", "Dimensions", *(f"{name}Codes" for name in table.dimensions), "Observations"]
    if not rest:
        return {
            "value": [{"name": name, "kind": "EntitySet", "url": name} for name in sets]
            + [{"name": "Properties", "kind": "Singleton", "url": "Properties"}]
        }
    name = rest[0]
    if name == "Properties":
        return _properties(table)
    if name == "Dimensions":
        return {
            "value": [
                {"Identifier": each, "Title": each, "Kind": KINDS.get(each, "Dimension"), "MapYear": None}
                for each in table.dimensions
            ]
        }
    if name == "MeasureCodes":
        return {
            "value": [
                {
                    "Identifier": code,
                    "Index": n,
                    "Title": title,
                    "MeasureGroupId": None,
                    "DataType": "Long",
                    "Unit": "aantal",
                }
                for n, (code, title) in enumerate(table.measures.items())
            ]
        }
    if name == "Observations":
        wanted = _kept(query)
        rows = [table.row(number) for number in range(len(table.rows))]
        rows = [row for row in rows if all(row[each] in values for each, values in wanted.items())]
        return _paged(rows, query, table.page, url, v4=True)
    dimension = name.removesuffix("Codes")
    if dimension in table.dimensions and name.endswith("Codes"):
        codes = [
            {"Identifier": code, "Index": n, "Title": title, "Description": None, "DimensionGroupId": None}
            | ({"Status": table.statuses.get(code, "Definitief")} if dimension == "Perioden" else {})
            for n, (code, title) in enumerate(table.dimensions[dimension].items(), 1)
        ]
        return _paged(codes, query, max(table.page, 50), url, v4=True)
    return None


def _v3(table: FakeTable, rest: list[str], query: dict[str, str], url: str) -> Any:
    sets = [
        "TableInfos",
        "UntypedDataSet",
        "TypedDataSet",
        "DataProperties",
        "CategoryGroups",
        *table.dimensions,
    ]
    if not rest:
        return {"value": [{"name": name, "url": f"{url.rstrip('/')}/{name}"} for name in sets]}
    name = rest[0]
    rows = _wide(table)
    if name == "TableInfos":
        return {
            "value": [
                {
                    "ID": 0,
                    "Identifier": table.id,
                    "Title": table.id,
                    "Modified": table.modified[:19],
                    "RecordCount": len(rows) if table.says is None else table.says,
                }
            ]
        }
    if name == "DataProperties":
        return {"value": _data_properties(table)}
    if name == "CategoryGroups":
        return {"value": []}
    if name in table.dimensions:
        return {
            "value": [
                {"Key": code.ljust(WIDTH), "Title": title, "Description": None, "CategoryGroupID": None}
                | ({"Status": table.statuses.get(code, "Definitief")} if name == "Perioden" else {})
                for code, title in table.dimensions[name].items()
            ]
        }
    if name in ("TypedDataSet", "UntypedDataSet"):
        if name == "UntypedDataSet":
            rows = [
                {k: v if k in ("ID", *table.dimensions) else _untyped(v) for k, v in row.items()}
                for row in rows
            ]
        wanted = _kept(query)
        # An equation without the padding finds nothing, as at the real service.
        rows = [row for row in rows if all(row[each] in values for each, values in wanted.items())]
        return _paged(rows, query, table.page, url, v4=False)
    return None


def _untyped(value: object) -> str:
    return "       ." if value is None else str(value).rjust(8)


def _data_properties(table: FakeTable) -> list[dict[str, Any]]:
    dimensions = [
        {
            "odata.type": "x",
            "ID": n,
            "Position": n,
            "ParentID": None,
            "Type": KINDS.get(name, "Dimension"),
            "Key": name,
            "Title": name,
        }
        for n, name in enumerate(table.dimensions)
    ]
    topics = [
        {
            "ID": 50 + n,
            "Position": n,
            "ParentID": None,
            "Type": "Topic",
            "Key": key,
            "Title": title,
            "Datatype": "Long",
            "Unit": "aantal",
            "Decimals": 0,
            "Default": "Missing",
        }
        for n, (key, title) in enumerate(topics_of(table).items(), 1)
    ]
    return [
        *dimensions,
        {"ID": 49, "ParentID": None, "Type": "TopicGroup", "Key": "", "Title": "Alles"},
        *topics,
    ]


def topics_of(table: FakeTable) -> dict[str, str]:
    """The measures under the keys that OData 3 gives them."""
    return {
        f"{re.sub('[^A-Za-z]', '', title)}_{n}": title for n, title in enumerate(table.measures.values(), 1)
    }


def _wide(table: FakeTable) -> list[dict[str, Any]]:
    keys = dict(zip(table.measures, topics_of(table), strict=True))
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    for codes, measure, value in table.rows:
        row = rows.setdefault(
            codes,
            {"ID": len(rows)}
            | {name: code.ljust(WIDTH) for name, code in zip(table.dimensions, codes, strict=True)}
            | dict.fromkeys(keys.values()),
        )
        row[keys[measure]] = None if isinstance(value, str) else value
    return list(rows.values())


def nationality_table(identifier: str = "84727NED") -> FakeTable:
    """Three municipalities and the country over two years by nationality, two sexes and their total."""
    places = {
        "NL01": "Nederland",
        "GM0546": "Leiden",
        "GM0537": "Katwijk",
        "GM9999": "Opgeheven",
        "PV28": "Zuid-Holland (PV)",
    }
    nationalities = {"T001059": "Totaal", "NAT9278": "Nederlands", "NAT9310": "Italiaans", "NAT9319": "Pools"}
    rows: list[tuple[tuple[str, ...], str, float | str]] = []
    for period in ("2020JJ00", "2021JJ00"):
        for n, place in enumerate(places):
            for m, nationality in enumerate(nationalities):
                for sex in ("T001038", "3000"):
                    value = 1000 * (n + 1) + 10 * m + int(period[:4]) - (0 if sex == "T001038" else 500)
                    rows.append(
                        (
                            (sex, nationality, place, period),
                            "M1",
                            "Impossible" if place == "GM9999" else value,
                        )
                    )
    return FakeTable(
        identifier,
        {
            "Geslacht": {"T001038": "Totaal mannen en vrouwen", "3000": "Mannen"},
            "Nationaliteiten": nationalities,
            "RegioS": places,
            "Perioden": {"2020JJ00": "2020", "2021JJ00": "2021"},
        },
        {"M1": "Bevolking op 1 januari"},
        rows,
        {"2021JJ00": "Voorlopig"},
    )


def modified_later(table: FakeTable) -> FakeTable:
    """The same table, changed at a later moment."""
    return replace(table, modified="2021-06-30T02:00:00+02:00")
