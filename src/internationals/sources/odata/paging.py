"""Page after page of a data service, as far as its own links go and no further; and on where a run was stopped.

Pages are kept as they came, in a folder that outlives a run that fails. A link is opaque, but it may not lead to
another host or another table, nor to a page that was read before.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from internationals.shapes import SourceError
from internationals.sources.net import Net

STATE = "state.json"
LINKS = ("@odata.nextLink", "odata.nextLink")
COUNTS = ("@odata.count", "odata.count")
Fetched = Callable[[int], None]


class UnsoundError(SourceError):
    """What came can not be trusted: none of it is kept, also not to go on from."""


def pages(
    net: Net,
    url: str,
    params: Mapping[str, str] | None,
    folder: Path,
    name: str,
    fetched: Fetched = lambda _rows: None,
) -> list[Path]:
    """Every page of a set, as files `name-0001.json` and on; what is there from an earlier run is not asked again.

    Raises SourceError for a link that leads elsewhere or in a circle.
    """
    there = sorted(folder.glob(f"{name}-[0-9]*.json"))
    seen: set[str] = set()
    following: str | None = url
    rows = 0
    for path in there:
        page = json.loads(path.read_text(encoding="utf-8"))
        rows += len(page.get("value", []))
        following = _next(page, url, seen)
    if there and following is None:
        return there
    if there:
        params = None
    number = len(there)
    while following is not None:
        page = net.json(following, params=params if number == 0 else None)
        if not isinstance(page.get("value"), list):
            raise UnsoundError(f"{_host(url)}: the page {number + 1} of {name} has no rows. Try again later.")
        number += 1
        path = folder / f"{name}-{number:04}.json"
        write(path, page)
        there.append(path)
        rows += len(page["value"])
        fetched(rows)
        following = _next(page, url, seen)
    return there


def write(path: Path, content: Any) -> None:
    """A reply as it came, whole: a run that is stopped leaves no half page."""
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    beside.replace(path)


def values(paths: list[Path]) -> list[dict[str, Any]]:
    """The rows of all pages."""
    return [row for path in paths for row in json.loads(path.read_text(encoding="utf-8"))["value"]]


def count_of(paths: list[Path]) -> int | None:
    """How many rows the service says that there are, when it says so."""
    first = json.loads(paths[0].read_text(encoding="utf-8"))
    found = next((first[key] for key in COUNTS if key in first), None)
    return None if found is None else int(found)


def begin(folder: Path, state: Mapping[str, Any]) -> None:
    """Make the folder ready: what an earlier run left is kept only when it was of the same state of the same table."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / STATE
    if path.is_file() and json.loads(path.read_text(encoding="utf-8")) == dict(state):
        return
    drop(folder)
    folder.mkdir()
    write(path, dict(state))


def drop(folder: Path) -> None:
    """Take the folder of an unfinished run away."""
    shutil.rmtree(folder, ignore_errors=True)


def finish(partial: Path, folder: Path) -> None:
    """Hand the pages over, and take the folder of the unfinished run away."""
    for path in sorted(partial.iterdir()):
        if path.name != STATE:
            path.replace(folder / path.name)
    (partial / STATE).unlink()
    partial.rmdir()


def _next(page: Mapping[str, Any], url: str, seen: set[str]) -> str | None:
    link = next((page[key] for key in LINKS if page.get(key)), None)
    if link is None:
        return None
    target = urljoin(url, str(link))
    ours, theirs = urlsplit(url), urlsplit(target)
    if (ours.scheme, ours.netloc, ours.path) != (theirs.scheme, theirs.netloc, theirs.path):
        raise UnsoundError(
            f"{_host(url)}: the next page is said to be at {theirs.scheme}://{theirs.netloc}{theirs.path}, which is not "
            "where the table is. Nothing is fetched from there."
        )
    if target in seen:
        raise UnsoundError(f"{_host(url)}: the pages of {ours.path} lead in a circle. Try again later.")
    seen.add(target)
    return target


def _host(url: str) -> str:
    return urlsplit(url).netloc
