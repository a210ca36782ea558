"""Which extract files there are: `stand_2022-01-01` and `mutaties_2021`, as .csv, .csv.gz or .parquet."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from internationals.shapes import DataError

_NAME = re.compile(r"^(?:stand_(\d{4})-(\d\d)-(\d\d)|mutaties_(\d{4}))(\.csv|\.csv\.gz|\.parquet)$")


def listed(folder: Path) -> tuple[dict[date, Path], dict[int, Path]]:
    """The stand files by reference date and the mutation files by year, in order.

    Raises DataError when the same extract is there twice in different formats, or a date is impossible.
    """
    stands: dict[date, Path] = {}
    events: dict[int, Path] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        found = _NAME.match(path.name)
        if not found:
            continue
        if found[4]:
            _once(events.get(int(found[4])), path)
            events[int(found[4])] = path
        else:
            try:
                at = date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError as problem:
                raise DataError(f"{path.name}: the name holds a date that no calendar has.") from problem
            _once(stands.get(at), path)
            stands[at] = path
    return stands, events


def _once(other: Path | None, path: Path) -> None:
    if other is not None:
        raise DataError(f"{other.name} and {path.name} are the same extract twice. Remove one of them.")
