"""Files by hand: what lies in `deliveries/` under the name of a source becomes a snapshot of it.

No network is asked. A file becomes the snapshot in use when it is new, or another than was taken in last; so a
later fetch of the same source stays in use until somebody hands over another file.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from internationals.shapes import DataError, Observations
from internationals.sources import reading
from internationals.sources.kinds.discovery import kind_of
from internationals.sources.snapshots import Snapshot, Store
from internationals.sources.source import Place, Source, unproven

IGNORED = (".txt", ".md")
_TAKEN = "taken"


@dataclass(frozen=True)
class Delivery:
    """A file by hand, and the source that it is of."""

    path: Path
    source: Source


def deliveries(folder: Path, sources: Mapping[str, Source]) -> tuple[Delivery, ...]:
    """The files by hand. Raises DataError for a file that nobody would read, or two of one source."""
    found: dict[str, Delivery] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith((".", "~")) or path.suffix.lower() in IGNORED or path.is_dir():
            continue
        source = sources.get(path.stem)
        if source is None or source.by_hand is None:
            by_hand = sorted(name for name, each in sources.items() if each.by_hand)
            raise DataError(
                f"deliveries/{path.name} is not read: no source is called '{path.stem}'. A file has the name of its "
                f"source: {', '.join(by_hand)}. Rename the file, or take it away."
            )
        suffixes = kind_of(source.id, source.by_hand, "SUFFIXES").SUFFIXES
        if path.suffix.lower() not in suffixes:
            raise DataError(
                f"deliveries/{path.name} is not read: {source.id} comes as {', '.join(suffixes)}. "
                "Save the file in one of these formats."
            )
        if source.id in found:
            raise DataError(
                f"deliveries/: {found[source.id].path.name} and {path.name} are both of {source.id}. Keep one."
            )
        found[source.id] = Delivery(path, source)
    return tuple(found.values())


def take_in(delivery: Delivery, place: Place, store: Store) -> Snapshot:
    """The snapshot of a file by hand; it is read first, so that what cannot be read is never in use."""
    source, path = delivery.source, delivery.path
    checksum = _checksum(path)
    marker = store.folder / source.id / _TAKEN
    last = marker.read_text(encoding="utf-8").split() if marker.is_file() else []
    if last[:1] == [checksum] and (current := store.current(source.id)) is not None:
        return current
    with store.scratch(source.id) as folder:
        shutil.copyfile(path, folder / path.name)
        found = reading.observations_in(folder, source.by_hand, source, place)
        provenance = replace(
            unproven(source),
            retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
            query=f"deliveries/{path.name}",
            rows=found.provenance.rows,
        )
        snapshot = store.keep(folder, provenance, str(source.by_hand))
    reading.remember(snapshot, source, place, found)
    marker.write_text(f"{checksum}\n", encoding="utf-8")
    return snapshot


def look_into(delivery: Delivery, place: Place) -> Observations:
    """What a file by hand says; nothing is taken in. Raises DataError with everything that is wrong in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(delivery.path, folder / delivery.path.name)
        return reading.observations_in(folder, delivery.source.by_hand, delivery.source, place)


def _checksum(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
