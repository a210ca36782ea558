"""How a file of person lists is written: encoding, separator, and which column is which LO BRP element.

Elements are named as the logical design (LO BRP) prints them, category.group.element: "04.05.10". A file
may leave out the points or the leading zero. The columns "01.H" to "13.H" say what the next row holds of a
category: "04" another current nationality, "54" (category plus 50) an older version of this one.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from internationals.shapes import DataError

CATEGORIES = ("01", "02", "03", "04", "07", "08", "10")
"""The categories that the monitor uses: person, parents, nationality, registration, residence, title."""

_NUMBERS = ("01.01.10", "01.01.20")
_REQUIRED = (
    *("01.03.10", "01.03.30", "01.04.10", "02.03.30", "03.03.30"),
    *("04.05.10", "04.64.10", "04.65.10", "04.84.10", "04.85.10", "04.H", "07.67.10", "07.67.20"),
    *("08.09.10", "08.09.20", "08.10.30", "08.13.10", "08.13.20", "08.84.10", "08.85.10"),
    *("10.39.10", "10.85.10"),
)
_ELEMENT = re.compile(r"(\d{1,2})\.(\d{2})\.(\d{2})|(\d{1,2})(\d{2})(\d{2})")
_NEXT = re.compile(r"(\d{1,2})\.?H", re.IGNORECASE)
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Layout:
    """The dialect of one file: `positions` maps an element (or "04.H") onto its column.

    `labelled` says that the first column is no element: where it is filled, a new person list starts.
    """

    file: str
    encoding: str
    delimiter: str
    width: int
    positions: Mapping[str, int]
    labelled: bool


def element(heading: str) -> str | None:
    """The LO BRP element that a column heading names, "04.05.10" or "04.H"; None when it names none."""
    text = heading.strip()
    if found := _NEXT.fullmatch(text):
        return f"{int(found[1]):02d}.H"
    if found := _ELEMENT.fullmatch(text):
        category, group, number = (part for part in found.groups() if part is not None)
        return f"{int(category):02d}.{group}.{number}"
    return None


def headed_by_elements(path: Path) -> bool:
    """Whether the first row of the file names elements of the person and of the place of residence."""
    try:
        _, _, header = _heading(path)
    except DataError:
        return False
    elements = {element(heading) for heading in header}
    return bool(elements & set(_NUMBERS)) and "08.09.10" in elements


def read_layout(path: Path) -> Layout:
    """The layout of the file. Raises DataError when it cannot be read or a column that is used is missing."""
    encoding, delimiter, header = _heading(path)
    named = [element(heading) for heading in header]
    missing = [needed for needed in _REQUIRED if needed not in named]
    if not set(_NUMBERS) & set(named):
        missing.insert(0, " or ".join(_NUMBERS))
    if missing:
        raise DataError(
            f"{path.name}, row 1: no column for element {', '.join(missing)}. Expected one column for each "
            "element of LO BRP, headed by its number. Deliver the person lists with these elements."
        )
    positions: dict[str, int] = {}
    for position, name in enumerate(named):
        if name is None or name[:2] not in CATEGORIES:
            continue
        if name in positions:
            raise DataError(
                f"{path.name}, row 1: element {name} stands in two columns, {positions[name] + 1} and "
                f"{position + 1}. Expected one. Leave out the column that does not belong there."
            )
        positions[name] = position
    labelled = named[0] is None and _first_column_is_filled(path, encoding, delimiter)
    if not labelled and "01.H" not in positions:
        raise DataError(
            f"{path.name}, row 1: nothing says where a person list starts: there is no column 01.H, and no "
            "first column with a label in the first row of every list. Deliver one of the two."
        )
    return Layout(path.name, encoding, delimiter, len(header), positions, labelled)


@contextmanager
def opened(path: Path, encoding: str) -> Iterator[TextIO]:
    """The text of the file, unpacked when its name ends in .gz, line ends untouched."""
    with _bytes(path) as stream, TextIOWrapper(stream, encoding=encoding, newline="") as text:
        yield text


def _bytes(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _heading(path: Path) -> tuple[str, str, list[str]]:
    encoding = _encoding(path)
    with opened(path, encoding) as text:
        first = text.readline().rstrip("\r\n")
    delimiter = ";" if first.count(";") >= first.count(",") else ","
    return encoding, delimiter, next(csv.reader([first], delimiter=delimiter), [])


def _encoding(path: Path) -> str:
    """UTF-8 when every byte of the file is; otherwise Windows-1252, the only other one that is delivered."""
    try:
        with _bytes(path) as stream:
            if stream.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
                raise DataError(f"{path.name}: the file is in UTF-16. Save it as UTF-8 or Windows-1252.")
        for encoding in ("utf-8-sig", "cp1252"):
            if _decodes(path, encoding):
                return encoding
    except (OSError, EOFError, zlib.error) as problem:
        raise DataError(
            f"{path.name}: the file cannot be read to its end ({type(problem).__name__}). "
            "Copy or make it again."
        ) from problem
    raise DataError(f"{path.name}: the text is neither UTF-8 nor Windows-1252. Save it as UTF-8.")


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with _bytes(path) as stream:
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _first_column_is_filled(path: Path, encoding: str, delimiter: str) -> bool:
    with opened(path, encoding) as text:
        next(text, None)
        return not next(text, delimiter).lstrip().startswith((delimiter, f'""{delimiter}'))
