"""The year in which a line was highest, and how far it is from there."""

from __future__ import annotations

from internationals.definitions import measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Bundle, Line, Year, numbers, without_number
from internationals.pages.scope import Scope
from internationals.shapes import Cell, Status


def peak(scope: Scope, line: str) -> Year:
    """The one year with the highest number; none when years are equal, unknown when one is withheld."""
    found = scope.line(line)
    reason = without_number(found.cells.values())
    if reason is not None or not found.cells:
        return Year(None, reason or Status.MISSING)
    known = numbers(found)
    most = max(known.values())
    top = next(cell for cell in found.cells.values() if cell.value == most)
    highest = [year for year, cell in found.cells.items() if measures.above(top, cell) is not True]
    return Year(highest[0]) if len(highest) == 1 else Year(None, Status.NOT_APPLICABLE)


def from_peak(scope: Scope, lines: str) -> Line:
    """For each line of a bundle: the last year as a change in percent of its highest year, zero at the peak."""
    bundle = scope.quantity(lines)
    if not isinstance(bundle, Bundle):
        raise UnfitError(f"{lines!r} should be a value made with `lines`.")
    cells = {code: _from_peak(line) for code, line in bundle.lines.items()}
    status = Status.NORMAL if cells else Status.MISSING
    return Line("series", {}, bundle.labels, cells, unit="percent", status=status)


def _from_peak(line: Line) -> Cell:
    reason = without_number(line.cells.values())
    if reason is not None or not line.cells:
        return Cell(None, reason or Status.MISSING)
    most = max(numbers(line).values())
    top = next(cell for cell in line.cells.values() if cell.value == most)
    return measures.growth(Cell(most, margin=top.margin), line.cells[max(line.cells)])
