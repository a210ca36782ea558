"""How a cell that is not an ordinary number is told from one: by a sign, the same in every language and file.

A reason for having no number stands in the cell as a text, `[c]`, so that no formula takes it for zero. What a number
has to have said of it is part of its number format, so that it stays a number. The signs are those of the British
guidance on statistics in spreadsheets; `[n]` and `≈` are ours, as it has none for them.
"""

from __future__ import annotations

from collections.abc import Iterable

from internationals import texts
from internationals.shapes import Cell, Status

SIGNS = {
    Status.SUPPRESSED: "[c]",
    Status.MISSING: "[x]",
    Status.NOT_APPLICABLE: "[z]",
    Status.NOT_YET: "[n]",
    Status.PROVISIONAL: "[p]",
    Status.BREAK: "[b]",
    Status.ROUNDED: "≈",
}
ABSENT = (Status.SUPPRESSED, Status.MISSING, Status.NOT_APPLICABLE, Status.NOT_YET)
"""The statuses that stand in the place of a number."""


def number_format(status: Status, unit: str, decimals: int) -> str:
    """The format of a number in Excel's notation: its decimals, a percent sign, and the sign of its status.

    Shares are in percent already, so the percent sign is a text beside the number and multiplies nothing.
    """
    plain = "#,##0" + ("." + "0" * decimals if decimals else "") + ('"%"' if unit == "percent" else "")
    if status is Status.ROUNDED:
        return f'"{SIGNS[status]} "{plain}'
    return f'{plain}" {SIGNS[status]}"' if status in SIGNS else plain


def occurring(cells: Iterable[Cell]) -> tuple[Status, ...]:
    """The statuses with a sign that these cells have, in the order in which they are explained."""
    found = {cell.status for cell in cells}
    return tuple(status for status in SIGNS if status in found)


def marked(language: str, status: Status) -> str:
    """ "[c] afgeschermd": a sign with what it is called."""
    name = texts.word(language, f"status.{status}")
    return texts.word(language, "office.marked", mark=SIGNS[status], status=name)
