"""The largest, the smallest, the first k: chosen by data, and only as far as the release proves it."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions import measures
from internationals.pages.certainty import room, surely_among
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Entries, Line, Names, Number, numbers, without_number
from internationals.pages.scope import Scope
from internationals.shapes import Cell, Status, Text

REST = "other"


def top(scope: Scope, line: str, *, k: int, whole: str | None = None) -> Line:
    """The k largest of a line, largest first, equal ones in alphabetical order of the first language.

    Nothing that could be wrong: as long as cells are suppressed, only those are listed that exceed what all
    suppressed cells together can hold, which is `whole` less what is known. Zeros are never listed.
    """
    if not isinstance(k, int) or k < 1:
        raise UnfitError(f"`k` is a whole number from 1, and here it is {k!r}.")
    found = scope.line(line)
    known = numbers(found)
    hidden = without_number(found.cells.values()) or (
        found.status if found.status is not Status.NORMAL else None
    )
    at_least = 0.0 if hidden is None else max(room(scope, found, whole), 0.0)
    proven = [
        code
        for code in _descending(scope, found, known)
        if known[code] > 0 and (hidden is None or measures.lowest(found.cells[code]) > at_least)
    ]
    chosen = [code for code in proven[:k] if surely_among(found, code, k)]
    return _only(replace(found, status=hidden if hidden and not chosen else Status.NORMAL), chosen)


def with_rest(scope: Scope, line: str, *, whole: str, label: Text) -> Line:
    """A line followed by all others together: the whole less what is listed.

    Suppressed when the whole or a listed cell is, and when the rest is itself too small to publish. A line
    without any cell stays empty: nothing but a rest says nothing.
    """
    found, total = scope.line(line), scope.number(whole).cell
    if not found.cells:
        return found
    reason = without_number([total, *found.cells.values()])
    if found.status is not Status.NORMAL:
        reason = found.status
    if reason is not None or total.value is None:
        rest = Cell(None, reason or total.status)
    else:
        left = measures.change(measures.added(found.cells.values()), total)
        value = left.value or 0.0
        if value < -left.margin:
            raise UnfitError(
                f"The listed parts of {line!r} together exceed {whole!r}. Take both from tables of "
                "the same year and population."
            )
        small = 0 < value < scope.thresholds["smallest_count"]
        rest = Cell(None, Status.SUPPRESSED) if small else Cell(max(value, 0.0), total.status, left.margin)
    return replace(
        found, labels={**found.labels, REST: label}, cells={**found.cells, REST: rest}, status=Status.NORMAL
    )


def names(scope: Scope, line: str) -> Names:
    """What the codes of a line are called, in the order of the line."""
    found = scope.line(line)
    return Names(found.labels, Status.NORMAL if found.labels else found.status)


def leader(scope: Scope, line: str) -> Names:
    """The code with the largest number; several when they are equal, none when a cell is withheld."""
    return _extreme(scope, scope.line(line), largest=True)


def last(scope: Scope, line: str) -> Names:
    """The code with the smallest number; several when they are equal, none when a cell is withheld."""
    return _extreme(scope, scope.line(line), largest=False)


def risers(scope: Scope, line: str) -> Names:
    """The codes of a line of changes with a number above zero."""
    return _signed(scope.line(line), 1)


def fallers(scope: Scope, line: str) -> Names:
    """The codes of a line of changes with a number below zero."""
    return _signed(scope.line(line), -1)


def highest(scope: Scope, line: str) -> Number:
    """The largest number of a line."""
    found = scope.line(line)
    reason = without_number(found.cells.values())
    if not found.cells:
        reason = Status.MISSING if found.status is Status.NORMAL else found.status
    if reason is not None:
        return Number(Cell(None, reason), found.unit, found.decimals)
    # The true largest lies within the widest reach of all: another cell may hide it.
    value = max(numbers(found).values())
    reach = max(measures.highest(cell) for cell in found.cells.values()) - value
    return Number(Cell(value, margin=reach), found.unit, found.decimals)


def pick(scope: Scope, line: str, *, at: str) -> Number:
    """The number of a line at one code, or at `$name` of a year or of a single name."""
    found = scope.line(line)
    code: str | None = str(at)
    if str(at).startswith("$"):
        named = scope.quantity(str(at)[1:])
        if isinstance(named, Names):
            code = next(iter(named.labels)) if len(named.labels) == 1 else None
        else:
            code = scope.year(str(at)[1:]).code
    cell = found.cells.get(code or "", Cell(None, Status.MISSING))
    return Number(cell, found.unit, found.decimals)


def how_many(scope: Scope, value: str) -> Number:
    """How many codes a line or a list of names has, or how many entries a generated list."""
    found = scope.quantity(value)
    if isinstance(found, Entries):
        return Number(Cell(float(len(found.entries))), "items")
    if not isinstance(found, Line | Names):
        raise UnfitError(f"{value!r} should be a line, names or a generated list.")
    if found.status is not Status.NORMAL and not found.labels:
        return Number(Cell(None, found.status), "items")
    return Number(Cell(float(len(found.labels))), "items")


def rank(scope: Scope, line: str, *, of: str) -> Number:
    """The place of one code, or of the single name `$name`, in a line, from the largest (D21).

    Unknown when a cell is withheld. What the measure does not apply to (a municipality that was not there) has no
    place and takes none.
    """
    found = scope.line(line)
    code: str = str(of)
    if code.startswith("$"):
        code = next(iter(scope.names(code[1:]).labels), "")
    cells = {key: cell for key, cell in found.cells.items() if cell.status is not Status.NOT_APPLICABLE}
    reason = without_number(cells.values())
    place = measures.rank(cells).get(code) if reason is None else None
    return Number(Cell(None, reason or Status.MISSING) if place is None else Cell(float(place)), "items")


def _descending(scope: Scope, line: Line, known: dict[str, float]) -> list[str]:
    return sorted(known, key=lambda code: (-known[code], *_alphabetical(scope, line, code)))


def _alphabetical(scope: Scope, line: Line, code: str) -> tuple[str, str]:
    return line.labels[code].get(scope.first_language, code).casefold(), code


def _only(line: Line, codes: list[str]) -> Line:
    return replace(
        line,
        labels={code: line.labels[code] for code in codes},
        cells={code: line.cells[code] for code in codes},
    )


def _signed(line: Line, sign: int) -> Names:
    zero = Cell(0.0)
    verdicts = {
        code: measures.above(cell, zero) if sign > 0 else measures.above(zero, cell)
        for code, cell in line.cells.items()
        if cell.value is not None
    }
    if None in verdicts.values():
        return Names({}, Status.MISSING)
    return _where(line, [code for code, verdict in verdicts.items() if verdict])


def _where(line: Line, codes: list[str]) -> Names:
    reason = without_number(line.cells.values()) or line.status
    if reason is not Status.NORMAL:
        return Names({}, reason)
    return Names({code: line.labels[code] for code in codes})


def _extreme(scope: Scope, line: Line, largest: bool) -> Names:
    known = numbers(line)
    if not known or len(known) < len(line.cells):
        return (
            _where(line, []) if line.cells or line.status is not Status.NORMAL else Names({}, Status.MISSING)
        )
    value = max(known.values()) if largest else min(known.values())
    edge = next(cell for cell in line.cells.values() if cell.value == value)
    near = [
        code
        for code, cell in line.cells.items()
        if (measures.above(edge, cell) if largest else measures.above(cell, edge)) is not True
    ]
    if len(near) > 1 and any(line.cells[code].margin for code in near):
        return Names({}, Status.MISSING)
    equal = sorted(near, key=lambda code: _alphabetical(scope, line, code))
    return _where(line, equal)
