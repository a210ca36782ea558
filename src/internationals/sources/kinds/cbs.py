"""Tables of Statistics Netherlands, fetched from either version of its data service.

Pages of a fetch that was stopped wait in `.partial-…` beside the snapshots, and are used again as long as the table
has not changed, the options are the same and nothing in them was wrong; nobody takes that folder for a snapshot.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from internationals.shapes import Observations, SourceError
from internationals.sources.harmonising import harmonise
from internationals.sources.net import Net
from internationals.sources.odata import paging, v3, v4
from internationals.sources.receipts import Receipt, Stamp
from internationals.sources.source import Place, Source
from internationals.sources.table_options import Options, options_of

__all__ = ["Options", "fetch", "newest", "read"]

_PROTOCOLS: dict[str, ModuleType] = {"v4": v4, "v3": v3}
_STRANGE = (KeyError, TypeError, ValueError, AttributeError)
"""What a row raises that has not the form that the service documents."""


def newest(source: Source, place: Place, net: Net) -> Stamp:
    """The state that the table has now. Raises SourceError."""
    options = options_of(source)
    try:
        stamp: Stamp = _PROTOCOLS[options.protocol].newest(options, net)
    except _STRANGE as problem:
        raise _strange(options, problem) from problem
    return stamp


def fetch(
    source: Source, place: Place, net: Net, folder: Path, progress: Callable[[str, float], None]
) -> Receipt:
    """The pages of the table, into an empty folder. Raises SourceError, and then nothing of it is used.

    A table that is changed meanwhile is read once more from its start.
    """
    options = options_of(source)
    partial = folder.parent / f".partial-{options.table}-{options.protocol}"
    try:
        return _fetched(options, net, partial, folder, progress)
    except paging.ChangedError:
        return _fetched(options, net, partial, folder, progress)


def _fetched(
    options: Options, net: Net, partial: Path, folder: Path, progress: Callable[[str, float], None]
) -> Receipt:
    try:
        receipt: Receipt = _PROTOCOLS[options.protocol].fetch(options, net, partial, folder, progress)
    except paging.UnsoundError:
        paging.drop(partial)
        raise
    except _STRANGE as problem:
        paging.drop(partial)
        raise _strange(options, problem) from problem
    except OSError as problem:
        raise SourceError(
            f"The pages of the table {options.table} could not be written: {problem.strerror or problem}. Make room, and "
            "fetch it again: it goes on from the pages that are there."
        ) from problem
    return receipt


def read(folder: Path, source: Source, place: Place) -> Observations:
    """The observations in the pages of a snapshot, whichever service they came from.

    Raises SourceError for pages of another form, and DataError for codes that have none of ours.
    """
    options = options_of(source)
    protocol = v4 if any(folder.glob("observations-*.json")) else v3
    try:
        raw = protocol.read(folder)
    except _STRANGE as problem:
        raise _strange(options, problem) from problem
    return harmonise(raw, source, options, place)


def _strange(options: Options, problem: Exception) -> SourceError:
    return SourceError(
        f"The table {options.table} came in another form than that of protocol {options.protocol} "
        f"({type(problem).__name__}: {problem}). Look whether the producer's service was changed."
    )
