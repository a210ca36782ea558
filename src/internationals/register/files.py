"""Which extract files there are.

`stand_2022-01-01` and `mutaties_2021`, as .csv, .csv.gz or .parquet; or, in place of all of them, one file
`persoonslijsten` (.csv or .csv.gz) in LO BRP element columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from internationals.shapes import DataError

_NAME = re.compile(r"^(?:stand_(\d{4})-(\d\d)-(\d\d)|mutaties_(\d{4}))(\.csv|\.csv\.gz|\.parquet)$")
_LISTS = ("persoonslijsten.csv", "persoonslijsten.csv.gz")


@dataclass(frozen=True)
class Extracts:
    """The stand files by reference date, the mutation files by year, and the file of person lists if any."""

    stands: dict[date, Path]
    events: dict[int, Path]
    person_lists: Path | None

    @property
    def any(self) -> bool:
        """Whether there is any extract at all."""
        return bool(self.stands or self.events or self.person_lists)

    def used(self, dates: tuple[date, ...], years: tuple[int, ...]) -> list[Path]:
        """The files that an edition with these stands and years of events reads."""
        if self.person_lists:
            return [self.person_lists]
        return [self.stands[at] for at in dates] + [self.events[year] for year in years]


def listed(folder: Path) -> Extracts:
    """What lies in the folder of extracts, in order.

    Raises DataError when the same extract is there twice in different formats, when person lists stand
    beside stands, or when a date is impossible.
    """
    stands: dict[date, Path] = {}
    events: dict[int, Path] = {}
    lists: list[Path] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        found = _NAME.match(path.name)
        if path.name in _LISTS:
            lists.append(path)
        elif found and found[4]:
            _once(events.get(int(found[4])), path)
            events[int(found[4])] = path
        elif found:
            at = _date(path, int(found[1]), int(found[2]), int(found[3]))
            _once(stands.get(at), path)
            stands[at] = path
    if lists and (len(lists) > 1 or stands or events):
        raise DataError(
            f"{lists[0].name} holds the whole register, and there are other extracts beside it. "
            "Keep either the person lists or the stands and mutations."
        )
    return Extracts(stands, events, lists[0] if lists else None)


def _date(path: Path, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as problem:
        raise DataError(f"{path.name}: the name holds a date that no calendar has.") from problem


def _once(other: Path | None, path: Path) -> None:
    if other is not None:
        raise DataError(f"{other.name} and {path.name} are the same extract twice. Remove one of them.")
