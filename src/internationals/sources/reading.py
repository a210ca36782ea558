"""Reading a snapshot once: what was read to see that it can be read is what is observed afterwards.

A snapshot never changes and its id is made of its content, so what one process has read of it stays true. Per source
the last reading is kept, for the same source and place only.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from internationals.shapes import Observations
from internationals.sources.kinds.discovery import kind_of
from internationals.sources.snapshots import Snapshot
from internationals.sources.source import Place, Source


@dataclass(frozen=True)
class _Reading:
    snapshot: str
    source: Source
    place: Place
    found: Observations


_kept: dict[str, _Reading] = {}


def observations_in(folder: Path, kind: str | None, source: Source, place: Place) -> Observations:
    """What the files in a folder say, by a kind of reader. Raises DataError."""
    found: Observations = kind_of(source.id, kind).read(folder, source, place)
    return found


def remember(snapshot: Snapshot, source: Source, place: Place, found: Observations) -> None:
    """Keep what has been read of the files that have become this snapshot."""
    _kept[source.id] = _Reading(snapshot.id, source, place, found)


def read(snapshot: Snapshot, source: Source, place: Place) -> Observations:
    """What a snapshot says. Raises DataError."""
    kept = _kept.get(source.id)
    if kept is None or (kept.snapshot, kept.source, kept.place) != (snapshot.id, source, place):
        remember(snapshot, source, place, observations_in(snapshot.folder, snapshot.kind, source, place))
    return _kept[source.id].found
