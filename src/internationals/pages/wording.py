"""Writing a quantity in a sentence of a language, also when there is no number to write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from internationals import texts
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Day, Entries, FromTo, Names, Number, Quantity, Year
from internationals.shapes import Cell, Status

FOLDER = Path(__file__).with_name("words")


@cache
def words(language: str) -> Mapping[str, Any]:
    """The words of a language for the text of pages. Raises UnfitError for a language without a file."""
    file = FOLDER / f"{language}.yml"
    if not file.is_file():
        there = ", ".join(sorted(path.stem for path in FOLDER.glob("*.yml")))
        raise UnfitError(
            f"There are no words for pages in {language!r}, only in {there}. Add words/{language}.yml."
        )
    content: Mapping[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return content


@cache
def pattern(language: str, kind: str) -> re.Pattern[str]:
    """The `number_words` or `claim_words` of a language, as whole words in any case."""
    return re.compile(rf"\b(?:{'|'.join(words(language)[kind].split())})\b", re.IGNORECASE)


def write(language: str, quantity: Quantity) -> str:
    """A quantity as it stands in a sentence; without a number, the words that say why."""
    if isinstance(quantity, Number):
        return _number(language, quantity)
    if isinstance(quantity, Names):
        if not quantity.labels:
            return _absent(language, "names", _reason(quantity.status))
        return texts.join(language, [label.get(language, code) for code, label in quantity.labels.items()])
    if isinstance(quantity, Year):
        return quantity.code or _absent(language, "year", _reason(quantity.status))
    if isinstance(quantity, Day):
        if quantity.date is None:
            return _absent(language, "day", _reason(quantity.status))
        return texts.day(language, quantity.date)
    if isinstance(quantity, FromTo):
        start, end = write(language, quantity.start), write(language, quantity.end)
        return str(words(language)["path"].format(start=start, end=end))
    if isinstance(quantity, Entries):
        return _absent(language, "names", Status.MISSING)
    raise UnfitError("A line of numbers cannot be written in a sentence; take one value from it.")


def counted(language: str, quantity: Quantity, one: str, many: str) -> str:
    """A number with the noun that it counts: "1 resident", "14,472 residents"."""
    if not isinstance(quantity, Number):
        raise UnfitError("Only a number can be counted.")
    value = quantity.cell.value
    if value is None:
        return _absent(language, quantity.unit, quantity.cell.status, noun=many)
    return f"{_number(language, quantity)} {one if abs(value) == 1 else many}"


def _number(language: str, number: Number) -> str:
    cell: Cell = number.cell
    if cell.value is None:
        return _absent(language, number.unit, cell.status)
    form = texts.percent if number.unit == "percent" else texts.number
    written = form(language, cell.value, number.decimals)
    if cell.status is Status.PROVISIONAL:
        status = texts.word(language, f"status.{cell.status}")
        return str(words(language)["marked"].format(value=written, status=status))
    if cell.status is Status.ROUNDED:
        return str(words(language)["rounded"].format(value=written))
    return written


def _reason(status: Status) -> Status:
    """An empty list that is no secret is missing."""
    return Status.MISSING if status is Status.NORMAL else status


def _absent(language: str, kind: str, status: Status, noun: str | None = None) -> str:
    known = words(language)
    what, clause = known["kinds"][kind], known["clauses"][status.value]
    if noun is None:
        return f"{what} {clause}"
    return str(known["noun"].format(kind=what, noun=noun, clause=clause))


def has_label(entry: object) -> bool:
    """Whether an entry of page.yml writes a label itself, per language."""
    return isinstance(entry, Mapping) and isinstance(entry.get("label"), Mapping)
