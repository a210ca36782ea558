"""Numbers in exports: with a comma, with points between thousands, or with a mark that there is none."""

from __future__ import annotations

import re

from internationals.shapes import DataError

MISSING = {"", ".", "-", "x", "?", "-99999999", "-99999", "-99997", "-99996", "-99995", "NULL", "nan"}
_SENTINELS = {-99999999.0, -99999.0, -99997.0, -99996.0, -99995.0}
_THOUSANDS = re.compile(r"-?\d{1,3}(?: \d{3})+|-?\d{1,3}(?:\.\d{3}){2,}")
_EITHER = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
_DECIMAL = re.compile(r"-?\d+(?:[.,]\d+)?")
_SPACES = re.compile(r"[\u00a0\u2007\u2009\u202f ]+")


def plain(text: str) -> str:
    """The text with ordinary spaces in place of thin and unbreakable ones, and none around it."""
    return _SPACES.sub(" ", text).strip()


def number(text: str, file: str, row: int, column: str) -> tuple[float | None, str]:
    """The value, or None with what stood there.

    Raises DataError for what is neither, and for `1.234`, which may be more than a thousand or little more than one.
    """
    given = plain(text)
    if given in MISSING:
        return None, given or "empty"
    if _EITHER.fullmatch(given):
        raise DataError(
            f"{file}, row {row}, column {column}: found '{text}', which may have a thousands separator or three "
            "decimals. Export the table without separators between thousands."
        )
    if _THOUSANDS.fullmatch(given):
        return float(re.sub(r"[. ]", "", given)), ""
    if _DECIMAL.fullmatch(given):
        value = float(given.replace(",", "."))
        return (None, given) if value in _SENTINELS else (value, "")
    raise DataError(
        f"{file}, row {row}, column {column}: found '{text}'; expected a number, or nothing where there is none. "
        "Export the table again, or correct the cell."
    )
