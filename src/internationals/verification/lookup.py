"""Released cells of a selection, its line over the years, and the whole that it is a part of."""

from __future__ import annotations

import math
from itertools import product

from internationals.definitions import measures
from internationals.definitions.nationality import DUTCH, STATELESS
from internationals.definitions.nationality import UNKNOWN as UNKNOWN_NATIONALITY
from internationals.shapes import Cell, ProtectedTable, Release, Status
from internationals.verification.mapping import mapping
from internationals.verification.problems import NotComputableError, WithheldError
from internationals.verification.selections import OTHER_NATIONALITIES, Selection

PRIMARY_SUPPRESSION = "primary suppression"
"""The name, in a manifest, of the method that withholds numbers below the threshold and no others."""

COMMON_NATIONALITIES = 9
"""How many foreign nationalities the report shows apart; the others are counted together."""


class Lookup:
    """Reads a release and remembers which tables were read, so that a reader knows where to look."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.used: list[str] = []

    def table(self, selection: Selection) -> ProtectedTable:
        """The table that holds a selection. Raises NotComputableError when the release has none."""
        by_dimensions = mapping().families[selection.family]
        name = by_dimensions.get(" ".join(sorted(selection.codes)))
        if name is None:
            raise NotComputableError(
                f"There is no table of {selection.family} by {' and '.join(sorted(selection.codes))}."
            )
        if name not in self.release.tables:
            raise NotComputableError(f"The release has no table {name}.")
        if name not in self.used:
            self.used.append(name)
        return self.release.tables[name]

    def years(self, selection: Selection) -> tuple[str, ...]:
        """The years of a selection's table, oldest first, without those that are not there yet."""
        if selection.family == OTHER_NATIONALITIES:
            selection = Selection("residents", {"group": ("international",)})
        table = self.table(selection)
        absent = {
            key[0] for key, cell in table.cells.items() if cell.status in (Status.NOT_YET, Status.MISSING)
        }
        return tuple(sorted(set(table.card.dimensions[0].codes) - absent))

    def cell(self, selection: Selection, year: str) -> Cell:
        """The number of a selection in a year: the sum over its codes, withheld when one of them is.

        Raises NotComputableError when the table has no such year or code.
        """
        if selection.family == OTHER_NATIONALITIES:
            return self._other_nationalities(year)
        return _sum(self._cells(selection, year))

    def at_most(self, selection: Selection, year: str) -> float:
        """The most that a selection can count, where some of its cells are withheld."""
        policy = self.release.manifest.get("policy", {})
        small_only = policy.get("methods") == [PRIMARY_SUPPRESSION]
        withheld = policy["threshold"] - 1 if small_only else math.inf
        cells = self._cells(selection, year)
        return float(sum(withheld if cell.value is None else cell.value for cell in cells))

    def number(self, selection: Selection, year: str) -> float:
        """As `cell`, but a number. Raises WithheldError or NotComputableError when there is none."""
        return known(self.cell(selection, year))

    def share(self, selection: Selection, year: str) -> float:
        """The selection in percent of its whole."""
        return known(measures.share(self.cell(selection, year), self.cell(self.whole(selection), year)))

    def among(self, selection: Selection, dimension: str, year: str) -> dict[str, Cell]:
        """The cells along a dimension, with the other codes of the selection: Dutch and unknown left out."""
        rest = selection.without(dimension)
        table = self.table(rest.having(**{dimension: ()}))
        listed = next(d for d in table.card.dimensions if d.id == dimension)
        left_out = {DUTCH, UNKNOWN_NATIONALITY} if dimension == "nationality" else {"unknown"}
        return {
            code: self.cell(rest.having(**{dimension: (code,)}), year)
            for code in listed.codes
            if code not in left_out
        }

    def common_nationalities(self, year: str) -> tuple[str, ...]:
        """The most common foreign nationalities on 1 January of a year, the largest first."""
        everyone = self.among(Selection("residents"), "nationality", year)
        named = {code: cell for code, cell in everyone.items() if code != STATELESS}
        return measures.top(named, COMMON_NATIONALITIES)[:COMMON_NATIONALITIES]

    def whole(self, selection: Selection) -> Selection:
        """What a share of the selection is a share of."""
        family, codes = selection.family, selection.codes
        if family == "children_born_here":
            return Selection("children", codes)
        if family.startswith("duration"):
            rest = selection.without("duration")
            by_nationality = "nationality" in codes
            return Selection(
                "residents", rest.codes if by_nationality else {"group": ("international",), **rest.codes}
            )
        if family == "residents":
            if "nationality" in codes:
                return Selection(family, {"nationality": codes["nationality"]})
            return selection.having(group=("total",))
        if family == "children":
            return selection.without("neighbourhood", "nationality")
        return Selection(family)

    def _cells(self, selection: Selection, year: str) -> list[Cell]:
        """The cells of all codes of a selection. Raises NotComputableError for a year or code that is not there."""
        table = self.table(selection)
        if year not in self.years(selection):
            raise NotComputableError(f"The table {table.card.id} has no {year}.")
        dimensions = {dimension.id: dimension.codes for dimension in table.card.dimensions}
        names = list(selection.codes)
        for name in names:
            strange = [code for code in selection.codes[name] if code not in dimensions[name]]
            if strange:
                raise NotComputableError(f"The table {table.card.id} has no {name} {', '.join(strange)}.")
        return [
            table.cell(year=year, **dict(zip(names, place, strict=True)))
            for place in product(*(selection.codes[name] for name in names))
        ]

    def _other_nationalities(self, year: str) -> Cell:
        """Internationals without one of the most common nationalities."""
        total = self.cell(Selection("residents", {"group": ("international",)}), year)
        shown = Selection("residents", {"nationality": self.common_nationalities(year)})
        return measures.change(self.cell(shown, year), total)


def known(cell: Cell) -> float:
    """The number of a cell. Raises WithheldError or NotComputableError when it has none."""
    if cell.value is not None:
        return cell.value
    if cell.status is Status.SUPPRESSED:
        raise WithheldError
    raise NotComputableError(f"The release has no number there: {cell.status.value.replace('_', ' ')}.")


def _sum(cells: list[Cell]) -> Cell:
    for cell in cells:
        if cell.value is None:
            return cell
    status = next((cell.status for cell in cells if cell.status is not Status.NORMAL), Status.NORMAL)
    return Cell(sum(cell.value or 0 for cell in cells), status)
