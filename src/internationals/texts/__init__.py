"""Interface words, numbers and dates in every language.

A language is one file beside this module (`nl.yml`, `en.yml`); adding the file adds the language. The
functions raise `TextError` for a language without a file, a key without a word, or a slot left empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from internationals.definitions.measures import round_half_away
from internationals.shapes import Cell, Status
from internationals.texts.files import TextError, keys, languages, months, template
from internationals.texts.translations import in_languages, translated

__all__ = [
    "TextError",
    "amount",
    "cell",
    "day",
    "has",
    "in_languages",
    "join",
    "label",
    "languages",
    "number",
    "percent",
    "plain_number",
    "translated",
    "under",
    "word",
]

MINUS = "\N{MINUS SIGN}"


def word(language: str, key: str, **slots: object) -> str:
    """The word or sentence under `key` ("site.menu"), with its {slots} filled.

    Raises TextError when the language, the key or a slot is missing.
    """
    text = template(language, key)
    try:
        return text.format(**slots) if "{" in text else text
    except KeyError as missing:
        raise TextError(
            f"texts/{language}.yml, {key}: the slot {missing} was not given; the word is {text!r}. "
            "Give the slot a value where the word is used, or take it out of the file."
        ) from missing


def has(language: str, key: str) -> bool:
    """Whether there is a word under `key`; for words that depend on what a municipality fills in."""
    return key in keys(language)


def under(language: str, block: str) -> tuple[str, ...]:
    """The names that have a word in a block: "about" for the key "chapter.about" in the block "chapter"."""
    start = f"{block}."
    return tuple(sorted(key.removeprefix(start) for key in keys(language) if key.startswith(start)))


def label(language: str, invented: bool) -> str:
    """What every file that can go about by itself has to say: that its numbers are invented, or nothing."""
    return word(language, "csv.invented") if invented else ""


def number(language: str, value: float, decimals: int = 0) -> str:
    """`14472` as "14.472" (nl) or "14,472" (en), rounded half away from zero, with a real minus sign."""
    sign, whole, fraction = _rounded(value, decimals)
    grouped = f"{int(whole):,}".replace(",", template(language, "format.thousands"))
    return (
        (MINUS if sign else "")
        + grouped
        + (template(language, "format.decimal") + fraction if fraction else "")
    )


def plain_number(language: str, value: float, decimals: int = 0) -> str:
    """The same number for a data file: an ASCII minus and no thousands, the decimal mark of the language."""
    sign, whole, fraction = _rounded(value, decimals)
    return (
        ("-" if sign else "") + whole + (template(language, "format.decimal") + fraction if fraction else "")
    )


def percent(language: str, value: float, decimals: int = 1) -> str:
    """A share already in percent: `11.574` is "11,6%" (nl) or "11.6%" (en)."""
    return word(language, "format.percent", number=number(language, value, decimals))


def amount(language: str, value: float, unit: str, decimals: int) -> str:
    """A number with the sign of its unit: "percent" and "points" are written out, other units are not."""
    written = number(language, value, decimals)
    return word(language, f"format.{unit}", number=written) if unit in ("percent", "points") else written


def cell(language: str, cell: Cell, unit: str, decimals: int) -> str:
    """A cell as it stands in a table: its number, its number with a status, or the word for its absence."""
    status = word(language, f"status.{cell.status}")
    if cell.value is None:
        return status
    written = amount(language, cell.value, unit, decimals)
    if cell.status is Status.NORMAL:
        return written
    if cell.status is Status.ROUNDED:
        return word(language, "chart.rounded", value=written)
    return word(language, "chart.with_status", value=written, status=status)


def day(language: str, date: date) -> str:
    """ "1 januari 2022" or "1 January 2022"."""
    month = months(language)[date.month - 1]
    return word(language, "format.day", day=date.day, month=month, year=date.year)


def join(language: str, items: Sequence[str]) -> str:
    """ "a", "a en b", "a, b en c"; the empty list gives the empty text."""
    *before, last = items or ("",)
    if not before:
        return last
    separator = template(language, "format.list_separator")
    return separator.join(before) + template(language, "format.list_last") + last


@lru_cache(maxsize=65536)
def _rounded(value: float, decimals: int) -> tuple[bool, str, str]:
    """Sign, whole part and fraction; a number that rounds to zero has no sign."""
    rounded = round_half_away(value, decimals)
    whole, _, fraction = f"{abs(rounded):.{decimals}f}".partition(".")
    return rounded < 0, whole, fraction
