"""Snapshots: what a source said at one moment, never changed afterwards.

```text
sources/<source>/
├ current                 the id of the snapshot in use
└ <id>/                   the first sixteen digits of a sha256 over the files
  ├ provenance.json       the card: producer, data set, version, retrieved, query, rows, sha256 of each file
  └ …                     the files as they came
```

A snapshot is written beside its place and renamed, so that there is never half of one. The same content is the
same snapshot, whenever it is taken.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from internationals.shapes import DataError, Provenance

CARD = "provenance.json"
CURRENT = "current"
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Snapshot:
    """A snapshot on disk, with its card."""

    folder: Path
    provenance: Provenance
    kind: str

    @property
    def id(self) -> str:
        """Its id: the name of its folder."""
        return self.folder.name


class Store:
    """The `sources/` folder of a project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self, source: str, wanted: str | None = None) -> Snapshot | None:
        """The snapshot of a source in use, or the one that is wanted; None when there is none.

        Raises DataError when its files are not those that its card lists.
        """
        pointer = self.folder / source / CURRENT
        if wanted is None and not pointer.is_file():
            return None
        name = wanted or pointer.read_text(encoding="utf-8").strip()
        return self._read(source, name)

    def sources(self) -> tuple[str, ...]:
        """The sources of which there is a snapshot."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(path.parent.name for path in self.folder.glob(f"*/{CURRENT}")))

    @contextmanager
    def scratch(self, source: str) -> Iterator[Path]:
        """An empty folder beside the snapshots of a source, gone afterwards unless it was kept."""
        home = self.folder / source
        home.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".new-", dir=home))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            if not any(home.iterdir()):
                home.rmdir()

    def keep(self, folder: Path, provenance: Provenance, kind: str, use: bool = True) -> Snapshot:
        """Make the files in a scratch folder a snapshot, and put it into use unless told otherwise.

        Where there is a snapshot with the same content already, that one stays as it is.
        """
        files = _checksums(folder)
        together = hashlib.sha256(json.dumps([kind, files], sort_keys=True).encode()).hexdigest()[:16]
        kept = replace(provenance, files=files, snapshot=together)
        place = self.folder / provenance.source / together
        if not place.is_dir():
            card = json.dumps({"kind": kind, **asdict(kept)}, ensure_ascii=False, indent=1) + "\n"
            (folder / CARD).write_text(card, encoding="utf-8")
            _synced(folder)
            folder.rename(place)
            found = Snapshot(place, kept, kind)
        else:
            found = self._read(provenance.source, together)
        if use:
            self.use(provenance.source, together)
        return found

    def use(self, source: str, snapshot: str) -> None:
        """Put a snapshot into use, in one step."""
        pointer = self.folder / source / CURRENT
        beside = pointer.with_name(f".{CURRENT}-{os.getpid()}")
        beside.write_text(snapshot + "\n", encoding="utf-8")
        beside.replace(pointer)

    def _read(self, source: str, name: str) -> Snapshot:
        folder = self.folder / source / name
        if not _ID.fullmatch(name) or not (folder / CARD).is_file():
            raise DataError(
                f"sources/{source}: there is no snapshot '{name}'. Fetch the source again, or name another one."
            )
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        kind = card.pop("kind")
        provenance = Provenance(**card)
        if _checksums(folder) != dict(provenance.files):
            raise DataError(
                f"sources/{source}/{name}: the files are not those that {CARD} lists: they were changed or are "
                "incomplete. Remove this folder and fetch the source again."
            )
        return Snapshot(folder, provenance, kind)


def _checksums(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != CARD:
            with path.open("rb") as stream:
                name = path.relative_to(folder).as_posix()
                found[name] = hashlib.file_digest(stream, "sha256").hexdigest()
    return found


def _synced(folder: Path) -> None:
    """On disk before it is renamed: a power cut leaves a whole snapshot or none."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as stream:
                os.fsync(stream.fileno())
