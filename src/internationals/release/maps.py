"""The maps of a release: `geometry/<level>.json`, areas by code, corners in whole metres."""

from __future__ import annotations

import json

from internationals.shapes import AreaOutline, Geometry


def written(geometry: Geometry) -> str:
    """A map as text; the same map gives the same text."""
    areas = {
        area.code: [[[round(x), round(y)] for x, y in ring] for ring in area.rings]
        for area in sorted(geometry.areas, key=lambda area: area.code)
    }
    content = {"level": geometry.level, "source": dict(geometry.source), "areas": areas}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def parsed(text: str) -> Geometry:
    """The map that `written` wrote."""
    content = json.loads(text)
    areas = (
        AreaOutline(code, tuple(tuple((float(x), float(y)) for x, y in ring) for ring in rings))
        for code, rings in content["areas"].items()
    )
    return Geometry(content["level"], tuple(areas), content["source"])
