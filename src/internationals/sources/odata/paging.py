"""Page after page of a data service, as far as its own links go and no further; and on where a run was stopped.

Pages are kept as they came, in a folder that outlives a run that fails. A link is opaque, but it may not lead to
another host or another table, nor to a page that was read before.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from internationals.shapes import SourceError
from internationals.sources.net import Net
from internationals.sources.receipts import Stamp
from internationals.sources.table_options import Options

STATE = "state.json"
LINKS = ("@odata.nextLink", "odata.nextLink")
COUNTS = ("@odata.count", "odata.count")
Fetched = Callable[[int], None]


class UnsoundError(SourceError):
    """What came can not be trusted: none of it is kept, also not to go on from."""


class ChangedError(UnsoundError):
    """The table was changed while it was read, so that its pages are of two states."""


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


def checked(rows: list[dict[str, Any]], key: str, said: int | None, own: int | None, table: str) -> int:
    """How many rows came, when these are all of them and each is there once; else UnsoundError.

    `said` is what the service counted for our question, `own` what the table says of itself where all of it was asked.
    """
    if len({row[key] for row in rows}) != len(rows):
        raise UnsoundError(f"The table {table} gave the same row twice. Try again later.")
    numbers = [number for number in (said, own) if number is not None]
    if not numbers:
        raise UnsoundError(f"The table {table} does not say how many rows it has. Try again later.")
    for number in numbers:
        if number != len(rows):
            raise UnsoundError(
                f"The table {table} has {number:,} rows and {len(rows):,} came. Nothing is kept of it. Try again later."
            )
    return len(rows)


def unchanged(before: Stamp, after: Stamp, table: str) -> None:
    """Raises ChangedError when the state of a table is not the one that its pages were asked in."""
    if after != before:
        raise ChangedError(
            f"The table {table} was changed while it was read ({before.modified} became {after.modified}). "
            "Fetch it again."
        )


def begin(folder: Path, url: str, state: Stamp, options: Options) -> None:
    """Make the folder ready. What an earlier run left is kept only when it was of the same state of the same table,
    and asked with the same options: its pages are those of its filter."""
    path = folder / STATE
    wanted = {"url": url, **asdict(state), "options": options.model_dump(mode="json")}
    if path.is_file() and json.loads(path.read_text(encoding="utf-8")) == wanted:
        return
    drop(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write(path, wanted)


def drop(folder: Path) -> None:
    """Take the folder of an unfinished run away."""
    shutil.rmtree(folder, ignore_errors=True)


def finish(partial: Path, folder: Path) -> None:
    """Hand the pages over, and take the folder of the unfinished run away.

    The state goes first: a run that is stopped halfway here leaves nothing that looks like pages to go on from.
    """
    (partial / STATE).unlink()
    for path in sorted(partial.glob("*.json")):
        path.replace(folder / path.name)
    drop(partial)


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
