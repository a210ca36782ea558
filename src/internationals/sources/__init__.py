"""All that is not the register: open data and files by hand, as snapshots that never change, and in our codes.

`take_in` makes snapshots of the files in `deliveries/`, and `fetch` of what producers offer; only `fetch` and
`newest` ask the network. `observe` reads a snapshot, and nothing else, into observations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from internationals.shapes import Observations
from internationals.sources import correcting, merging, reading
from internationals.sources.delivering import Delivery, deliveries, look_into, take_in
from internationals.sources.kinds.discovery import kind_of
from internationals.sources.net import Net
from internationals.sources.periods import canonical, until
from internationals.sources.receipts import Stamp
from internationals.sources.snapshots import Snapshot, Store
from internationals.sources.source import Place, Source, catalogue, unproven
from internationals.sources.templates import write as write_templates

MAPS = ("boundaries",)
"""The kinds whose snapshots are maps, and not observations."""

__all__ = [
    "MAPS",
    "Delivery",
    "Net",
    "Place",
    "Snapshot",
    "Source",
    "Stamp",
    "Store",
    "canonical",
    "catalogue",
    "deliveries",
    "fetch",
    "look_into",
    "newest",
    "observe",
    "take_in",
    "write_templates",
]

Progress = Callable[[str, float], None]


def newest(source: Source, place: Place, net: Net) -> Stamp:
    """Which version the producer has now. Raises SourceError."""
    stamp: Stamp = kind_of(source.id, source.kind, "fetch").newest(source, place, net)
    return stamp


def fetch(
    source: Source, place: Place, store: Store, net: Net, progress: Progress, use: bool = True
) -> Snapshot:
    """A snapshot of what the producer has now, put into use unless told otherwise.

    It is read before it is kept, so that what cannot be read never takes the place of the last good one.
    Raises SourceError when the producer is unavailable or answers nonsense.
    """
    kind = kind_of(source.id, source.kind, "fetch")
    with store.scratch(source.id) as folder:
        receipt = kind.fetch(source, place, net, folder, progress)
        found = None
        if source.kind not in MAPS:
            found = reading.observations_in(folder, source.kind, source, place)
        provenance = replace(
            unproven(source),
            version=receipt.stamp.version,
            modified=receipt.stamp.modified,
            retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
            query=receipt.query,
            rows=receipt.rows,
        )
        snapshot = store.keep(folder, provenance, str(source.kind), use)
        if found is not None:
            reading.remember(snapshot, source, place, found)
        return snapshot


def observe(
    source: Source, snapshot: Snapshot, place: Place, declared: str | None, edition_year: int, own: Path
) -> Observations:
    """What a snapshot says, up to the moment that the edition declares, with known errors put right.

    Where the municipality or one of its region has merged, older years are those of its parts added up.

    `own` is the project's folder of corrections. Raises DataError when a known error is there no longer.
    """
    found = reading.read(snapshot, source, place)
    found = replace(
        found,
        source=source.id,
        provenance=snapshot.provenance,
        rounded_to=source.rounded_to,
        notes=(*source.notes, *found.notes),
    )
    found = correcting.correct(found, correcting.corrections(source.id, own))
    moment = canonical(source.id, source.period, declared) if declared else None
    return merging.together(until(found, source.period, moment, edition_year), place)
