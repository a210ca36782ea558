"""What the protection costs: how many numbers are withheld, and how far the rounded ones are off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean, pstdev
from typing import Any

from internationals.disclosure.policy import Policy
from internationals.disclosure.state import State
from internationals.shapes import Cell, Method, Nature, ProtectedTable, Status


@dataclass(frozen=True)
class Loss:
    """The cost in one table: for the register side alone, because it tells small numbers from others.

    `cells` have a count above zero; of these `small` are withheld for what they are, `complementary` to protect
    those, and `in_areas` because an area or a nationality is too small to be crossed. `errors` are the differences
    that rounding made.
    """

    table: str
    method: str
    cells: int
    small: int
    complementary: int
    in_areas: int
    errors: tuple[int, ...]

    def row(self) -> dict[str, Any]:
        """The cost as one row of a report."""
        return {
            "table": self.table,
            "method": self.method,
            "cells": self.cells,
            "small": self.small,
            "complementary": self.complementary,
            "in_areas": self.in_areas,
            "rounded": len(self.errors),
            "mean_error": round(fmean(self.errors), 3) if self.errors else "",
            "sd_error": round(pstdev(self.errors), 3) if self.errors else "",
            "largest_error": max(map(abs, self.errors), default=""),
        }


def losses(tables: Iterable[ProtectedTable], state: State, policy: Policy) -> tuple[Loss, ...]:
    """The cost in every table that is protected."""
    return tuple(_loss(table, state, policy) for table in tables if table.nature is Nature.COUNTS)


def _loss(table: ProtectedTable, state: State, policy: Policy) -> Loss:
    small = complementary = in_areas = cells = 0
    errors = []
    for codes, place, found in state.places[table.card.id]:
        count = found.value if isinstance(found, Cell) else found
        if not count:
            continue
        cells += 1
        shown = table.cells.get(codes)
        if shown is not None and shown.status is Status.SUPPRESSED:
            if place not in state.hidden:
                in_areas += 1
            elif abs(count) < policy.threshold:
                small += 1
            else:
                complementary += 1
        elif table.protection.method is Method.ROUNDED and (shown is None or shown.status is Status.ROUNDED):
            dropped = shown is None and any(
                code not in dimension.codes
                for code, dimension in zip(codes, table.card.dimensions, strict=True)
            )
            if dropped:
                in_areas += 1
            else:
                errors.append(int((shown.value or 0) if shown else 0) - int(count))
    method = table.protection.method.value
    return Loss(table.card.id, method, cells, small, complementary, in_areas, tuple(errors))


def total(found: Iterable[Loss]) -> dict[str, Any]:
    """The cost of a whole release, as its manifest tells it to everybody."""
    found = tuple(found)
    errors = [error for loss in found for error in loss.errors]
    return {
        "cells": sum(loss.cells for loss in found),
        "withheld": sum(loss.small + loss.complementary + loss.in_areas for loss in found),
        "rounded": len(errors),
        "mean_error": round(fmean(errors), 3) if errors else 0,
        "sd_error": round(pstdev(errors), 3) if errors else 0,
    }
