"""Tables of Statistics Netherlands, fetched from either version of its data service.

Pages of a fetch that was stopped wait in `.partial-…` beside the snapshots, and are used again as long as the table
has not changed and nothing in them was wrong; nobody takes that folder for a snapshot.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from internationals.shapes import Observations
from internationals.sources.harmonising import harmonise
from internationals.sources.net import Net
from internationals.sources.odata import paging, v3, v4
from internationals.sources.receipts import Receipt, Stamp
from internationals.sources.source import Place, Source
from internationals.sources.table_options import Options, options_of

__all__ = ["Options", "fetch", "newest", "read"]

_PROTOCOLS: dict[str, ModuleType] = {"v4": v4, "v3": v3}


def newest(source: Source, place: Place, net: Net) -> Stamp:
    """The state that the table has now. Raises SourceError."""
    options = options_of(source)
    stamp: Stamp = _PROTOCOLS[options.protocol].newest(options, net)
    return stamp


def fetch(
    source: Source, place: Place, net: Net, folder: Path, progress: Callable[[str, float], None]
) -> Receipt:
    """The pages of the table, into an empty folder. Raises SourceError, and then nothing of it is used."""
    options = options_of(source)
    partial = folder.parent / f".partial-{options.table}-{options.protocol}"
    try:
        receipt: Receipt = _PROTOCOLS[options.protocol].fetch(options, net, partial, folder, progress)
    except paging.UnsoundError:
        paging.drop(partial)
        raise
    return receipt


def read(folder: Path, source: Source, place: Place) -> Observations:
    """The observations in the pages of a snapshot, whichever service they came from. Raises DataError."""
    protocol = v4 if any(folder.glob("observations-*.json")) else v3
    return harmonise(protocol.read(folder), source, options_of(source), place)
