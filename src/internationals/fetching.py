"""Asking producers for their data, before and apart from a build: into snapshots, or only to look.

A source that fails leaves its last good snapshot in use, and the report says how old that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from internationals import build, observing, review, sources
from internationals.project import Project
from internationals.review import Comparison
from internationals.shapes import ConfigError, DataError, InternationalsError, SourceError

Progress = Callable[[str, float], None]
State = Literal["taken", "unchanged", "newer", "absent", "failed"]


@dataclass(frozen=True)
class Fetched:
    """What became of one source.

    `taken`: there is a new snapshot, and it is in use. `unchanged`: the producer has what we have. For a look only,
    `newer` and `absent` say that the producer has something else, or that we have nothing yet. `failed`: see `why`.
    `days` is how old the snapshot in use is. `changes` says what an edition would become with what is newer.
    """

    source: str
    state: State
    snapshot: str | None
    days: int | None
    dataset: str
    modified: str | None
    rows: int
    why: str = ""
    changes: Comparison | None = None


def fetch(
    project: Project,
    names: Iterable[str],
    net: sources.Net,
    progress: Progress = lambda _what, _part: None,
) -> tuple[Fetched, ...]:
    """Fetch these sources, or all that can be fetched; files by hand are taken in as well, when none is named."""
    wanted = _wanted(project, names)
    store, place = sources.Store(project.sources), observing.place(project)
    if not tuple(names):
        observing.take_in(project)
    found = []
    for n, source in enumerate(wanted):
        before = store.current(source.id)

        def told(what: str, part: float, n: int = n, name: str = source.id) -> None:
            progress(f"{name}: {what}", (n + part) / len(wanted))

        told("asking", 0)
        try:
            snapshot = sources.fetch(source, place, store, net, told)
        except (SourceError, DataError, OSError) as problem:
            found.append(_failed(source, before, problem))
            continue
        state: State = "unchanged" if before is not None and before.id == snapshot.id else "taken"
        found.append(_report(source, state, snapshot))
    return tuple(found)


def look(
    project: Project,
    names: Iterable[str],
    net: sources.Net,
    edition: str | None = None,
    progress: Progress = lambda _what, _part: None,
) -> tuple[Fetched, ...]:
    """What producers have that we have not, and what an edition would become with it; nothing is put into use."""
    wanted = _wanted(project, names)
    store, place = sources.Store(project.sources), observing.place(project)
    found = []
    for n, source in enumerate(wanted):
        before = store.current(source.id)
        progress(source.id, n / len(wanted))
        try:
            stamp = sources.newest(source, place, net)
            card = before.provenance if before else None
            if card and (card.version, card.modified) == (stamp.version, stamp.modified):
                found.append(_report(source, "unchanged", before))
                continue
            after = sources.fetch(source, place, store, net, lambda _what, _part: None, use=False)
            changes = None if edition is None else _changes(project, edition, source, after)
        except (SourceError, DataError, OSError) as problem:
            found.append(_failed(source, before, problem))
            continue
        same = before is not None and before.id == after.id
        state: State = "unchanged" if same else "newer" if before else "absent"
        found.append(_report(source, state, before or None, stamp.modified, after, changes))
    return tuple(found)


def _changes(
    project: Project, edition: str, source: sources.Source, snapshot: sources.Snapshot
) -> Comparison | None:
    """What the release of an edition would become; None without a release, or for a map."""
    if snapshot.kind in sources.MAPS or not (project.release(edition) / "manifest.json").is_file():
        return None
    return review.would_become(project, edition, build.candidate(project, edition, source, snapshot))


def _wanted(project: Project, names: Iterable[str]) -> list[sources.Source]:
    known = observing.catalogue(project)
    able = {name: source for name, source in known.items() if source.kind is not None}
    listed = list(names) or list(able)
    for name in listed:
        if name not in known:
            raise ConfigError(f"There is no source '{name}'. Those that can be fetched: {', '.join(able)}.")
        if name not in able:
            raise ConfigError(
                f"The source {name} comes by hand only: put its file into deliveries/. Those that can be fetched: "
                f"{', '.join(able)}."
            )
    return [able[name] for name in listed]


def _report(
    source: sources.Source,
    state: State,
    snapshot: sources.Snapshot | None,
    modified: str | None = None,
    newer: sources.Snapshot | None = None,
    changes: Comparison | None = None,
) -> Fetched:
    latest = newer or snapshot
    card = latest.provenance if latest else None
    return Fetched(
        source.id,
        state,
        snapshot.id if snapshot else None,
        _days(snapshot),
        source.dataset,
        modified or (card.modified if card else None),
        card.rows if card else 0,
        changes=changes,
    )


def _failed(source: sources.Source, before: sources.Snapshot | None, problem: Exception) -> Fetched:
    said = (
        str(problem) if isinstance(problem, InternationalsError) else f"It could not be written: {problem}."
    )
    days = _days(before)
    if before is None:
        left = "There is no earlier snapshot of it."
    else:
        age = "of today" if days == 0 else f"{days} day{'' if days == 1 else 's'} old"
        left = f"The snapshot in use stays: {before.id}, {age}."
    return Fetched(
        source.id, "failed", before.id if before else None, days, source.dataset, None, 0, f"{said} {left}"
    )


def _days(snapshot: sources.Snapshot | None) -> int | None:
    if snapshot is None or not snapshot.provenance.retrieved:
        return None
    return (datetime.now(UTC) - datetime.fromisoformat(snapshot.provenance.retrieved)).days
