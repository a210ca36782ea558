"""Reading the target tables of the other sources, and writing delivered files of text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

Row = Sequence[object]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `targets/open/NAME.csv`, as text under the names of its header."""
    text = files("internationals.demo").joinpath("targets", "open", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def write(path: Path, header: str, lines: Iterable[Row], *, mark: bool = False) -> None:
    """Write a file as a Dutch spreadsheet saves it: `;` between columns, lines ending in CRLF, UTF-8.

    `header` has its names separated by `;`; with `mark` the file begins with a byte order mark, as the
    exports of Statistics Netherlands do.
    """
    with path.open("w", encoding="utf-8-sig" if mark else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(header.split(";"))
        writer.writerows(lines)
