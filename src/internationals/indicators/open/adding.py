"""Cells added up, with the gravest of their statuses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from internationals.indicators.open.found import Row
from internationals.shapes import Cell, Status


def added(rows: Iterable[Row]) -> list[Row]:
    """Rows with the same codes added up. With a cell that has no number, the sum has none."""
    total: dict[tuple[str, ...], Cell] = {}
    for *codes, cell in rows:
        assert isinstance(cell, Cell)
        key = tuple(str(code) for code in codes)
        total[key] = plus(total[key], cell) if key in total else cell
    return [(*key, cell) for key, cell in total.items()]


def completed(rows: Iterable[Row]) -> list[Row]:
    """Rows with a missing cell for every combination of their codes that was not delivered: that is not zero."""
    listed = {tuple(str(code) for code in row[:-1]): row for row in rows}
    used = [dict.fromkeys(codes) for codes in zip(*listed, strict=True)]
    missing = Cell(None, Status.MISSING)
    return [listed.get(key, (*key, missing)) for key in product(*used)] if listed else []


def plus(one: Cell, other: Cell) -> Cell:
    """The sum of two cells; their margins add up."""
    if one.value is None:
        return one
    if other.value is None:
        return other
    provisional = Status.PROVISIONAL in (one.status, other.status)
    status = Status.PROVISIONAL if provisional else one.status
    return Cell(one.value + other.value, status, one.margin + other.margin)


def minus(whole: Cell, part: Cell) -> Cell:
    """The whole without a part."""
    if part.value is None:
        return part
    return plus(whole, replace(part, value=-part.value))
