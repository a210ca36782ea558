"""The only door: nothing leaves the register side but through `protect`.

First form: every count from 1 up to below the threshold is suppressed with a status, in every table, signed
counts by their size. Zero stays zero. A table that its producer has published passes as it is, and so does one
of survey shares, of which none is made on a small base (D26). Complementary suppression, rounding and the
audit over linked tables make the door whole; until then the release says so in its policy.
"""

from __future__ import annotations

from collections.abc import Iterable

from internationals.shapes import Cell, Counts, DisclosureError, Nature, ProtectedTable, Status

SMALLEST_THRESHOLD = 5
"""The floor: a municipality may only be stricter."""


def protect(tables: Iterable[Counts], threshold: int) -> tuple[ProtectedTable, ...]:
    """Protected tables in place of counts.

    Raises DisclosureError when the threshold is under the floor, or a table has a code that its card does
    not name: such a cell would escape every check that goes by the card.
    """
    if threshold < SMALLEST_THRESHOLD:
        raise DisclosureError(
            f"The threshold {threshold} is under the floor of {SMALLEST_THRESHOLD}. "
            "Remove 'threshold' from municipality.yml, or raise it."
        )
    return tuple(_protected(counts, threshold) for counts in tables)


def _protected(counts: Counts, threshold: int) -> ProtectedTable:
    cells = {}
    for *codes, found in counts.rows:
        for dimension, code in zip(counts.card.dimensions, codes, strict=True):
            if code not in dimension.codes:
                raise DisclosureError(
                    f"Table {counts.card.id} holds {dimension.id} '{code}', which its card does not name. "
                    "Add the code to the card's list."
                )
        cell = found if isinstance(found, Cell) else Cell(found)
        cells[tuple(codes)] = _shown(cell, threshold) if counts.nature is Nature.COUNTS else cell
    return ProtectedTable(counts.card, cells, counts.nature)


def _shown(cell: Cell, threshold: int) -> Cell:
    small = cell.value is not None and 0 < abs(cell.value) < threshold
    return Cell(None, Status.SUPPRESSED) if small else cell
