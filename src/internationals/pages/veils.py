"""Claims that nobody can make, because numbers that they rest on are withheld or rounded to protect individuals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from internationals.pages.quantities import Bundle, FromTo, Line, Names, Number, Quantity, Year
from internationals.shapes import Cell, Status


class Veil(StrEnum):
    """What is between a reader and a number."""

    WITHHELD = "withheld"
    ROUNDED = "rounded"


@dataclass(frozen=True, order=True)
class OpenClaim:
    """A claim of a page that can neither be made nor denied, and what the numbers that it rests on are."""

    page: str
    claim: str
    because: tuple[Veil, ...]


_VEILS = {Status.SUPPRESSED: Veil.WITHHELD, Status.ROUNDED: Veil.ROUNDED}


def veils(quantity: Quantity) -> frozenset[Veil]:
    """What hides something of a value itself, wherever it was computed from."""
    return frozenset(_VEILS[status] for status in _statuses(quantity) if status in _VEILS)


def _statuses(quantity: Quantity) -> set[Status]:
    if isinstance(quantity, Number):
        return _of(quantity.cell)
    if isinstance(quantity, FromTo):
        return _of(quantity.start.cell, quantity.end.cell)
    if isinstance(quantity, Line):
        return {quantity.status} | _of(*quantity.cells.values())
    if isinstance(quantity, Bundle):
        return set[Status]().union(*map(_statuses, quantity.lines.values()))
    return {quantity.status} if isinstance(quantity, Names | Year) else set()


def _of(*cells: Cell) -> set[Status]:
    return {cell.status for cell in cells}


def ordered(found: Iterable[Veil]) -> tuple[Veil, ...]:
    """In the order in which they are told."""
    return tuple(sorted(found, key=list(Veil).index))
