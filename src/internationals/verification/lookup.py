"""Released cells of a selection, its line over the years, and the whole that it is a part of."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from internationals.definitions import measures
from internationals.definitions.children import ALL_CHILDREN
from internationals.definitions.nationality import STATELESS
from internationals.shapes import Cell, ProtectedTable, Release, Status
from internationals.verification.mapping import mapping
from internationals.verification.problems import NotComputableError, WithheldError
from internationals.verification.selections import OTHER_NATIONALITIES, Selection
from internationals.verification.wholes import whole

COMMON_NATIONALITIES = 9
"""How many foreign nationalities the report shows apart; the others are counted together."""


class Lookup:
    """Reads a release and remembers which tables were read, so that a reader knows where to look."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.used: list[str] = []
        self._years: dict[str, tuple[str, ...]] = {}

    def table(self, selection: Selection) -> ProtectedTable:
        """The table that holds a selection. Raises NotComputableError when the release has none."""
        families = {**mapping().families, **mapping().open_families}
        by_dimensions = families[selection.family]
        name = by_dimensions.get(" ".join(sorted(selection.codes)))
        if name is None:
            raise NotComputableError(
                f"There is no table of {selection.family} by {' and '.join(sorted(selection.codes)) or 'year'}."
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
        name = table.card.id
        if name not in self._years:
            without = (Status.NOT_YET, Status.MISSING)
            known_in = {key[0] for key, cell in table.cells.items() if cell.status not in without}
            absent = {key[0] for key, cell in table.cells.items() if cell.status in without}
            # One place of which a source has nothing does not take the year from all others.
            gone = absent - known_in if selection.family in mapping().open_families else absent
            self._years[name] = tuple(sorted(set(table.card.dimensions[0].codes) - gone))
        return self._years[name]

    def cell(self, selection: Selection, year: str) -> Cell:
        """The number of a selection in a year: the sum over its codes, withheld when one of them is.

        Raises NotComputableError when the table has no such year or code.
        """
        if selection.family == OTHER_NATIONALITIES:
            return self._other_nationalities(year)
        return _sum(self._cells(selection, year))

    def at_most(self, selection: Selection, year: str) -> float:
        """The most that a selection can count, where some of its cells are withheld."""
        withheld = self.table(selection).protection.hidden_at_most
        cells = self._cells(selection, year)
        return float(sum(withheld if cell.value is None else measures.highest(cell) for cell in cells))

    def number(self, selection: Selection, year: str) -> float:
        """As `cell`, but a number. Raises WithheldError or NotComputableError when there is none."""
        return known(self.cell(selection, year))

    def share(self, selection: Selection, year: str) -> float:
        """The selection in percent of its whole."""
        return known(self.share_cell(selection, year))

    def share_cell(self, selection: Selection, year: str) -> Cell:
        """As `share`, with its status and margin; a survey gives percentages as they are."""
        cell = self.cell(selection, year)
        if selection.family in mapping().percentages:
            return cell
        return measures.share(cell, self.cell(whole(selection), year))

    def among(
        self, selection: Selection, dimension: str, year: str, *, shares: bool = False
    ) -> dict[str, Cell]:
        """The cells, or shares, along a dimension, with the other codes of the selection; leftovers left out."""
        rest = selection.without(dimension)
        table = self.table(rest.having(**{dimension: ()}))
        listed = next(d for d in table.card.dimensions if d.id == dimension)
        left_out = {"unknown", *mapping().left_out.get(dimension, ())}
        if selection.family == "worker_children" and dimension == "age":
            left_out.add(ALL_CHILDREN)
        measured = self.share_cell if shares else self.cell
        return {
            code: measured(rest.having(**{dimension: (code,)}), year)
            for code in listed.codes
            if code not in left_out
        }

    def resolved(self, selection: Selection) -> Selection:
        """The same, with the codes of what is only known by the labels of its table, such as institutions."""
        if not selection.codes or selection.family not in mapping().open_families:
            return selection
        try:
            table = self.table(selection)
        except NotComputableError:
            return selection  # whoever asks for a number is told the same
        found = dict(selection.codes)
        for dimension in table.card.dimensions:
            if dimension.id in selection.codes:
                labelled = {
                    text.casefold(): code
                    for code, label in dimension.codes.items()
                    for text in label.values()
                }
                called = [mapping().called.get(name, name) for name in selection.codes[dimension.id]]
                found[dimension.id] = tuple(
                    name if name in dimension.codes else labelled.get(name.casefold(), name)
                    for name in called
                )
        return replace(selection, codes=found)

    def common_nationalities(self, year: str) -> tuple[str, ...]:
        """The most common foreign nationalities on 1 January of a year, the largest first."""
        everyone = self.among(Selection("residents"), "nationality", year)
        named = {code: cell for code, cell in everyone.items() if code != STATELESS}
        return measures.top(named, COMMON_NATIONALITIES)[:COMMON_NATIONALITIES]

    def _cells(self, selection: Selection, year: str) -> list[Cell]:
        """The cells of all codes of a selection; of a dimension without codes, those of every code.

        Raises NotComputableError for a year or code that is not there.
        """
        table = self.table(selection)
        if year not in self.years(selection):
            raise NotComputableError(f"The table {table.card.id} has no {year}.")
        dimensions = {dimension.id: dimension.codes for dimension in table.card.dimensions}
        names = list(selection.codes)
        for name in names:
            if name not in dimensions:
                raise NotComputableError(f"The table {table.card.id} has no {name}.")
            strange = [code for code in selection.codes[name] if code not in dimensions[name]]
            if strange:
                raise NotComputableError(f"The table {table.card.id} has no {name} {', '.join(strange)}.")
        places = product(*(selection.codes[name] or dimensions[name] for name in names))
        return [table.cell(year=year, **dict(zip(names, place, strict=True))) for place in places]

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
    return Cell(sum(cell.value or 0 for cell in cells), status, sum(cell.margin for cell in cells))
