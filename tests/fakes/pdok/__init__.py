"""PDOK's two map services with invented squares: OGC API Features and WFS, and a fault as the first step of the path.

Three neighbourhoods of our municipality (one is asked for on a second page), one of another, and two municipalities.
"""

from __future__ import annotations

import re
from typing import Any

from tests.fakes.serving import Asked, Reply, reply

SIZE = 2
"""How many areas this service gives at once, whatever is asked."""


def square(column: int, row: int) -> dict[str, Any]:
    """A square of a kilometre on the Dutch grid."""
    west, south = 92_000 + 1000 * column, 462_000 + 1000 * row
    corners = [[west, south], [west + 1000, south], [west + 1000, south + 1000], [west, south + 1000]]
    return {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}


def area(number: int, place: tuple[int, int], **properties: object) -> dict[str, Any]:
    return {"type": "Feature", "id": number, "properties": properties, "geometry": square(*place)}


AREAS = {
    "buurten": [
        area(1, (0, 0), buurtcode="BU05460000", gemeentecode="GM0546"),
        area(2, (1, 0), buurtcode="BU05460001", gemeentecode="GM0546"),
        area(3, (9, 9), buurtcode="BU05370000", gemeentecode="GM0537"),
        area(4, (2, 0), buurtcode="BU05460100", gemeentecode="GM0546"),
    ],
    "wijken": [
        area(1, (0, 0), wijkcode="WK054600", gemeentecode="GM0546"),
        area(2, (2, 0), wijkcode="WK054601", gemeentecode="GM0546"),
    ],
    "gemeente_gegeneraliseerd": [
        area(1, (0, 0), statcode="GM0546", jaarcode=2022),
        area(2, (5, 5), statcode="GM0537", jaarcode=2022),
        area(3, (5, 5), statcode="GM0537", jaarcode=2021),
    ],
}


def answer(asked: Asked) -> Reply:
    """What the service says; the first step of the path is the fault, `good` for none."""
    fault = asked.path.split("/")[1]
    match = re.search(r"/collections/(\w+)/items$", asked.path)
    name = match[1] if match else asked.query.get("typeNames", "")
    if name not in AREAS or fault == "gone":
        return 404, b"not found"
    if fault == "page":
        return 200, b"<html>maintenance</html>"
    found = AREAS[name]
    if fault != "deaf":
        found = [
            each
            for each in found
            if all(str(each["properties"].get(key)) == text for key, text in _wanted(asked).items())
        ]
    start = int(asked.query.get("startIndex", asked.query.get("cursor", "0")))
    size = SIZE if match else int(asked.query["count"])
    part = found[start : start + size]
    if fault == "degrees":
        part = [
            {**each, "geometry": {"type": "Polygon", "coordinates": [[[4.5, 52.1]] * 4]}} for each in part
        ]
    if fault == "outlines":
        part = [{**each, "geometry": None} for each in part]
    if fault == "twice":
        part = [found[0], *part]
    page: dict[str, Any] = {"type": "FeatureCollection", "features": part, "links": []}
    page["numberMatched"] = len(found) + (fault == "short")
    if match and start + size < len(found):
        host = "http://127.0.0.2:9" if fault == "elsewhere" else asked.base
        further = 0 if fault == "circle" else start + size
        keep = "&".join(f"{key}={text}" for key, text in _wanted(asked).items())
        page["links"] = [{"rel": "next", "href": f"{host}{asked.path}?cursor={further}&{keep}"}]
    return reply(page)


def _wanted(asked: Asked) -> dict[str, str]:
    if "filter" in asked.query:
        pattern = r"<fes:ValueReference>(\w+)</fes:ValueReference><fes:Literal>(\w+)<"
        return dict(re.findall(pattern, asked.query["filter"]))
    return {key: asked.query[key] for key in ("gemeentecode", "jaarcode") if key in asked.query}
