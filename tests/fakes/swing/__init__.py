"""A "… in cijfers" site with invented figures: Swing's lists and values, and a fault as the first step of the path."""

from __future__ import annotations

import re
from typing import Any

from tests.fakes.serving import Asked, Reply, reply

KEY = "invented"
SIZE = 2
"""How many rows this service gives at once."""

LISTS = {
    "GeoLevels": ["gemeente", "wijk"],
    "PeriodLevels": ["year"],
    "Variables": ["bev_tot", "bev_int"],
    "Periods": ["2021", "2022"],
    "DataSources": ["brp"],
}
VALUES = {
    "bev_tot": [("546", "2021", "1000"), ("546", "2022", "1010"), ("GM0537", "2021", "500"), ("wijk1", "2021", "3")],
    "bev_int": [("546", "2021", "x"), ("546", "2022", "?"), ("GM0537", "2021", "-99999"), ("GM0537", "2022", "0")],
}  # fmt: skip


def answer(asked: Asked) -> Reply:
    """What the site says; the first step of the path is the fault, `good` for none."""
    fault, _, path = asked.path.lstrip("/").partition("/")
    if fault == "locked" and asked.headers.get("apikey") != KEY:
        return 401, b'{"error": "Guest user group not found"}'
    if fault == "page":
        return 200, b"<html>login</html>"
    found = _rows(path)
    if found is None:
        return 404, b"not found"
    if fault == "norows":
        return reply({"@odata.context": "x"})
    start = int(asked.query.get("$skip", "0"))
    page: dict[str, Any] = {"@odata.context": f"{asked.base}/$metadata", "value": found[start : start + SIZE]}
    if fault == "short":
        page["@odata.count"] = len(found) + 1
    if start + SIZE < len(found) and fault != "skip":
        host = "http://127.0.0.2:9" if fault == "elsewhere" else asked.base
        further = start if fault == "circle" else start + SIZE
        page["@odata.nextLink"] = f"{host}{asked.path}?$skip={further}"
    return reply(page)


def _rows(path: str) -> list[dict[str, Any]] | None:
    name = path.removeprefix("jiveservices/odata/")
    if name in LISTS:
        return [{"ExternalCode": code, "Name": code.title()} for code in LISTS[name]]
    match = re.fullmatch(
        r"Variables\('(\w+)'\)/GeoLevels\('(\w+)'\)/PeriodLevels\('(\w+)'\)/Periods\('all'\)/Values", name
    )
    if match is None or match[1] not in VALUES:
        return None
    return [
        {
            "ExternalCode": area,
            "GeoLevel": match[2],
            "PeriodLevel": match[3],
            "Period": year,
            "ValueString": text,
        }
        for area, year, text in VALUES[match[1]]
    ]
