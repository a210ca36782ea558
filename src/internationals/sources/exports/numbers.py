"""Numbers in exports: with a comma, with points between thousands, or with a mark that there is none."""

from __future__ import annotations

import re

from internationals.shapes import DataError

MISSING = {"", ".", "-", "x", "?", "-99999999", "-99999", "-99997", "-99996", "-99995", "NULL", "nan"}
_WHOLE = re.compile(r"-?\d+(?:[.,]0+)?|-?\d{1,3}(?:[. ]\d{3})+")
_DECIMAL = re.compile(r"-?\d+[.,]\d+")


def number(text: str, file: str, row: int, column: str) -> tuple[float | None, str]:
    """The value, or None with what stood there. Raises DataError for what is neither."""
    given = text.strip().replace("\u00a0", " ").replace("\u2009", " ").strip()
    if given in MISSING:
        return None, given or "empty"
    if re.fullmatch(r"-?\d+", given):
        return float(given), ""
    if _WHOLE.fullmatch(given) and not _DECIMAL.fullmatch(given):
        return float(re.sub(r"[. ]", "", given)), ""
    if _DECIMAL.fullmatch(given):
        return float(given.replace(",", ".")), ""
    raise DataError(
        f"{file}, row {row}, column {column}: found '{text}'; expected a number, or nothing where there is none. "
        "Export the table again, or correct the cell."
    )
