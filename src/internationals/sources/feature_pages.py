"""Areas of a map service, page after page: OGC API Features, or WFS 2.0 that gives GeoJSON.

The rules are those of any table that is fetched: a next page only where the collection itself is, no page twice, no
area twice, and as many areas as the service says that there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape

from internationals.shapes import SourceError
from internationals.sources.net import Net

RD = 28992
"""The Dutch grid (EPSG), in metres; maps are asked for in it."""
PAGE = 1000
"""The most areas that either service of PDOK gives at once."""
_RD_URI = f"http://www.opengis.net/def/crs/EPSG/0/{RD}"
_FES = "http://www.opengis.net/fes/2.0"

Feature = dict[str, Any]
Told = Callable[[int], None]


def ogc(net: Net, url: str, collection: str, where: Mapping[str, str], told: Told) -> list[Feature]:
    """The areas of a collection of an OGC API, with the filters of its queryables. Raises SourceError."""
    start = f"{url.rstrip('/')}/collections/{collection}/items"
    params: Mapping[str, str] | None = {"f": "json", "limit": str(PAGE), "crs": _RD_URI, **where}
    found: list[Feature] = []
    seen: set[str] = set()
    following: str | None = start
    while following is not None:
        page = net.json(following, params=params)
        params = None
        found += _features(page, start)
        told(len(found))
        following = _next(page, following, start, seen)
        if following is None:
            _whole(found, page.get("numberMatched"), start)
    return found


def wfs(net: Net, url: str, collection: str, where: Mapping[str, str], told: Told) -> list[Feature]:
    """The areas of a feature type of a WFS, which are all asked for by their number in the row. Raises SourceError."""
    asked = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeNames": collection,
        "outputFormat": "application/json",
        "srsName": f"EPSG:{RD}",
        "count": str(PAGE),
        **({"filter": _filter(where)} if where else {}),
    }
    found: list[Feature] = []
    while True:
        page = net.json(url, params={**asked, "startIndex": str(len(found))})
        more = _features(page, url)
        found += more
        _once(found, url)
        told(len(found))
        matched = page.get("numberMatched")
        if not more or len(more) < PAGE or len(found) == matched:
            _whole(found, matched, url)
            return found


def _features(page: Mapping[str, Any], url: str) -> list[Feature]:
    features = page.get("features")
    if page.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise SourceError(f"{_host(url)}: a page of {urlsplit(url).path} has no areas. Try again later.")
    for feature in features:
        shape = feature.get("geometry") if isinstance(feature, dict) else None
        if not isinstance(shape, dict) or shape.get("type") not in ("Polygon", "MultiPolygon"):
            raise SourceError(
                f"{_host(url)}: an area of {urlsplit(url).path} has no outline. Try again later."
            )
    return features


def _next(page: Mapping[str, Any], current: str, start: str, seen: set[str]) -> str | None:
    links = page.get("links") or []
    link = next((each.get("href") for each in links if each.get("rel") == "next"), None)
    if not link:
        return None
    target = urljoin(current, str(link))
    ours, theirs = urlsplit(start), urlsplit(target)
    if (ours.scheme, ours.netloc, ours.path) != (theirs.scheme, theirs.netloc, theirs.path):
        raise SourceError(
            f"{_host(start)}: the next page is said to be at {theirs.scheme}://{theirs.netloc}{theirs.path}, which is "
            "not where the areas are. Nothing is fetched from there."
        )
    if target in seen:
        raise SourceError(f"{_host(start)}: the pages of {ours.path} lead in a circle. Try again later.")
    seen.add(target)
    return target


def _whole(found: list[Feature], matched: object, url: str) -> None:
    _once(found, url)
    if isinstance(matched, int) and matched != len(found):
        raise SourceError(
            f"{_host(url)}: {len(found)} areas of {urlsplit(url).path} came, and the service counts {matched}. "
            "Try again later."
        )


def _once(found: list[Feature], url: str) -> None:
    names = [str(feature["id"]) for feature in found if "id" in feature]
    if len(set(names)) < len(names):
        raise SourceError(f"{_host(url)}: an area of {urlsplit(url).path} came twice. Try again later.")


def _filter(where: Mapping[str, str]) -> str:
    """The filter of WFS: every property equals its text."""
    parts = "".join(
        f"<fes:PropertyIsEqualTo><fes:ValueReference>{name}</fes:ValueReference>"
        f"<fes:Literal>{escape(value)}</fes:Literal></fes:PropertyIsEqualTo>"
        for name, value in where.items()
    )
    several = len(where) > 1
    inner = f"<fes:And>{parts}</fes:And>" if several else parts
    return f'<fes:Filter xmlns:fes="{_FES}">{inner}</fes:Filter>'


def _host(url: str) -> str:
    return urlsplit(url).netloc
