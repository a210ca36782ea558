"""One published row as a test sees it: its selection, its years, and the release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from internationals.definitions.thresholds import thresholds
from internationals.shapes import Cell, Status
from internationals.verification.lookup import Lookup
from internationals.verification.mapping import mapping
from internationals.verification.problems import NotComputableError
from internationals.verification.published import Published
from internationals.verification.selections import Selection


@dataclass(frozen=True)
class Finding:
    """Whether a claim holds, or a figure agrees, and in a few words what the release shows."""

    holds: bool
    said: str


@dataclass(frozen=True)
class View:
    """What a measure or a test may ask. `rows` are all rows of the file, for lists that span several."""

    row: Published
    rows: tuple[Published, ...]
    selection: Selection
    lookup: Lookup

    @property
    def year(self) -> str:
        """The last year of the row's reference; the last of the table when the reference names none."""
        if self.row.years:
            return self.row.years[-1]
        if self.row.reference == "previous year":
            self.of_this_edition()
            return str(int(self._newest) - 1)
        return self._newest if self._open else self.ends[1]

    def of_this_edition(self) -> None:
        """What an edition says of itself cannot be held against the release of another. Raises NotComputableError."""
        edition = self.lookup.release.manifest["edition"]
        if self.row.edition != edition:
            raise NotComputableError(
                f"It is about edition {self.row.edition}, and the release is of {edition}."
            )

    @property
    def ends(self) -> tuple[str, str]:
        """The years that a change lies between. Raises NotComputableError when they are not in the release.

        Two years in the reference are both ends. `year=` names the year of one change. One year alone is
        the end of the whole line, and without any the claim is about the last years of its edition.
        """
        years, known = self.row.years, self.lookup.years(self.selection)
        if len(years) > 1:
            ends = years[0], years[-1]
        elif years and self.row.breakdown.get("year") == years[0]:
            ends = str(int(years[0]) - 1), years[0]
        elif years:
            ends = known[0], years[0]
        elif "group" in self.row.breakdown:
            # Sources of several groups have no recent years in common: each is followed over its whole line.
            ends = known[0], known[-1]
        else:
            last = self._newest if self._open else str(int(self.row.edition) - (0 if self._stock else 1))
            first = str(int(last) - int(thresholds()["recent_years"]))
            ends = max(first, known[0]) if self._open else first, last
        if self.stock_years_of_a_flow:
            # A change between two stocks is what happened in the first of the two years.
            ends = str(int(ends[0]) - 1), ends[0]
        missing = [year for year in ends if year not in known]
        if missing:
            raise NotComputableError(f"The release has no {' and '.join(missing)} of this.")
        return ends

    @property
    def municipality(self) -> str:
        """The four-digit code of the municipality of the release."""
        return str(self.lookup.release.manifest["municipality"]["code"]).removeprefix("GM")

    def labels(self, selection: Selection, dimension: str) -> dict[str, str]:
        """The English names of the codes of a dimension, as the card has them."""
        table = self.lookup.table(selection.having(**{dimension: ()}))
        codes = next(found.codes for found in table.card.dimensions if found.id == dimension)
        return {code: label.get("en", code) for code, label in codes.items()}

    @property
    def stock_years_of_a_flow(self) -> bool:
        """Whether the row names the two stocks around a year, and the selection counts what happened in it."""
        return not self._stock and "year" in self.row.breakdown and "-01-01/" in self.row.reference

    @property
    def _stock(self) -> bool:
        return self.selection.family not in ("arrivals", "departures", "repats")

    @property
    def _open(self) -> bool:
        """Whether the source is not the register: its figures end when they end, and not with the edition."""
        return self.selection.family in mapping().open_families

    @property
    def _newest(self) -> str:
        return self.lookup.years(self.selection)[-1]

    @property
    def of_shares(self) -> bool:
        """Whether the row is about shares."""
        return self.row.breakdown.get("measure") == "share"

    def measured(self, year: str) -> Cell:
        """The number of a year, or the share where the row is about shares."""
        lookup = self.lookup
        return (lookup.share_cell if self.of_shares else lookup.cell)(self.selection, year)

    def pair(self, years: tuple[str, str]) -> tuple[Cell, Cell]:
        """The numbers, or shares, of two years that are compared.

        Raises NotComputableError when the series breaks at the second: what changed may be the counting.
        """
        start, end = (self.measured(year) for year in years)
        if end.status is Status.BREAK:
            raise NotComputableError(f"The series breaks in {years[1]}, and cannot be compared across it.")
        return start, end

    def number(self, year: str) -> float:
        """The number of a year. Raises WithheldError or NotComputableError."""
        return self.lookup.number(self.selection, year)

    def line(self, last: str | None = None, first: str | None = None) -> Mapping[str, float]:
        """The numbers of all years of the table, up to and from these years when they are named."""
        return {
            year: self.lookup.number(self.selection, year)
            for year in self.lookup.years(self.selection)
            if (first is None or year >= first) and (last is None or year <= last)
        }
