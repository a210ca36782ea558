"""Names that every program takes: of sheets, of tables within them, and of columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from internationals.outputs.office.plain import printable

LONGEST_SHEET_NAME = 31
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_RESERVED = "history"  # by Excel, for a sheet of its own


class Names:
    """Gives names out, each once: programs take capitals and small letters for the same."""

    def __init__(self) -> None:
        self._taken: set[str] = {_RESERVED}

    def sheet(self, wanted: str) -> str:
        """A name for a sheet: at most 31 characters, none of `[]:*?/\\'`."""
        return self.unique(_NOT_IN_A_SHEET_NAME.sub(" ", wanted).strip(), LONGEST_SHEET_NAME)

    def table(self, kind: str, wanted: str) -> str:
        """A name for a table: letters, digits and underscores, and never like the address of a cell."""
        return self.unique(f"{kind}_{re.sub(r'[^A-Za-z0-9_]', '_', wanted)}", 200)

    def unique(self, wanted: str, longest: int) -> str:
        """The name itself, or with a number where it is taken; shortened where it is too long."""
        free = next(
            name for name in _candidates(wanted or "-", longest) if name.casefold() not in self._taken
        )
        self._taken.add(free.casefold())
        return free


def headers(wanted: Iterable[str]) -> tuple[str, ...]:
    """The names of columns, each once and none empty."""
    names = Names()
    return tuple(names.unique(" ".join(printable(name).split()), 255) for name in wanted)


def _candidates(wanted: str, longest: int) -> Iterator[str]:
    yield wanted[:longest].rstrip()
    number = 2
    while True:
        ending = f"_{number}"
        yield wanted[: longest - len(ending)] + ending
        number += 1
