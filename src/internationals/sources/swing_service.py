"""Swing's own data service (`…/jiveservices/odata`): lists with codes, and the values of a variable at a level of areas.

A page may say where the next one is; one that does not is asked for with `$skip`, until nothing new comes. The key of
a site goes in a header, and only to that site.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from internationals.shapes import SourceError
from internationals.sources.net import Net

Row = dict[str, Any]


def codes(net: Net, url: str, collection: str, headers: Mapping[str, str]) -> dict[str, str]:
    """What the codes of a list are called: of GeoLevels, PeriodLevels, Variables. Raises SourceError."""
    found = rows(net, f"{url.rstrip('/')}/{collection}", headers)
    return {str(row.get("ExternalCode", "")).strip(): str(row.get("Name", "")).strip() for row in found}


def values(
    net: Net, url: str, variable: str, level: str, period_level: str, headers: Mapping[str, str]
) -> list[Row]:
    """The values of a variable for every area of a level and every period. Raises SourceError."""
    steps = (
        ("Variables", variable),
        ("GeoLevels", level),
        ("PeriodLevels", period_level),
        ("Periods", "all"),
    )
    path = "/".join(f"{name}('{quote(code, safe='')}')" for name, code in steps)
    return rows(net, f"{url.rstrip('/')}/{path}/Values", headers)


def rows(net: Net, start: str, headers: Mapping[str, str]) -> list[Row]:
    """All rows of a list. Raises SourceError for a page without rows, or one that leads elsewhere or in a circle."""
    found: list[Row] = []
    seen: set[str] = set()
    target, params = start, None
    while True:
        page = net.json(target, params=params, headers=headers)
        given = page.get("value")
        if not isinstance(given, list):
            raise SourceError(
                f"{_host(start)}: a page of {urlsplit(start).path} has no rows. Try again later."
            )
        new = [row for row in given if json.dumps(row, sort_keys=True) not in seen]
        found += new
        seen |= {json.dumps(row, sort_keys=True) for row in new}
        link = page.get("@odata.nextLink")
        if link:
            if not new:
                raise SourceError(f"{_host(start)}: the pages of {urlsplit(start).path} lead in a circle.")
            target, params = _same_site(urljoin(target, str(link)), start), None
            continue
        count = page.get("@odata.count")
        if not new or count == len(found):
            if isinstance(count, int) and count != len(found):
                raise SourceError(
                    f"{_host(start)}: {len(found)} rows of {urlsplit(start).path} came, and the service counts {count}. "
                    "Try again later."
                )
            return found
        target, params = start, {"$skip": str(len(found))}


def _same_site(target: str, start: str) -> str:
    ours, theirs = urlsplit(start), urlsplit(target)
    same = (ours.scheme, ours.netloc) == (theirs.scheme, theirs.netloc)
    if not same or ours.path.casefold() != theirs.path.casefold():
        raise SourceError(
            f"{_host(start)}: the next page is said to be at {theirs.scheme}://{theirs.netloc}{theirs.path}, which is "
            "not where the values are. Nothing is fetched from there."
        )
    return target


def _host(url: str) -> str:
    return urlsplit(url).netloc
