"""The most common group, also when cells are withheld: as far as the release proves it."""

from __future__ import annotations

from collections.abc import Sequence

from internationals.definitions import measures
from internationals.pages.certainty import largest, room
from internationals.pages.quantities import Line, Names, numbers, without_number
from internationals.pages.scope import Scope
from internationals.shapes import Cell, Status


def mode(scope: Scope, line: str, *, whole: str | None = None) -> Names:
    """The code with the largest number; several when they are equal.

    While cells are withheld, it must exceed all that these can hold together: `whole` less what is known.
    """
    found = scope.line(line)
    known = numbers(found)
    hidden = _hidden(found)
    if not known:
        return Names({}, hidden or Status.MISSING)
    most = max(known.values())
    top = next(cell for cell in found.cells.values() if cell.value == most)
    if hidden is not None and not measures.lowest(top) > room(scope, found, whole):
        return Names({}, hidden)
    if most <= 0:
        return Names({})
    equal = [code for code in known if measures.above(top, found.cells[code]) is not True]
    if len(equal) > 1 and any(found.cells[code].margin for code in equal):
        return Names({}, Status.MISSING)
    return _named(scope, found, equal)


def foremost(
    scope: Scope, parts: str, *, of: str, whole: str | None = None, leave_out: Sequence[str] = ()
) -> Names:
    """The code in which the part is the largest share of its own group; several when they are equal.

    Groups smaller than `relative_base` (D23) do not count, and neither do those left out. While parts are
    withheld, the share must exceed what every other group could have: `whole`, the sum of all parts, less
    what is known.
    """
    found, groups = scope.line(parts), scope.line(of)
    known, sizes = numbers(found), numbers(groups)
    if unknown := _hidden(groups):
        return Names({}, unknown)
    compared = [code for code in found.cells if code not in leave_out]
    counted = [code for code in compared if sizes.get(code, 0) >= scope.thresholds["relative_base"]]
    shares = {
        code: measures.share(found.cells[code], groups.cells[code]) for code in counted if code in known
    }
    hidden = without_number(found.cells[code] for code in counted)
    if not shares:
        return Names({}, hidden or _hidden(found) or Status.MISSING)
    most = max(shares.values(), key=lambda cell: cell.value or 0.0)
    if hidden is not None:
        left = largest(room(scope, found, whole))
        others = [measures.share(left, groups.cells[code]) for code in counted if code not in known]
        if any(measures.above(most, other) is not True for other in others):
            return Names({}, hidden)
    equal = [code for code, cell in shares.items() if measures.above(most, cell) is not True]
    if len(equal) > 1 and any(shares[code].margin for code in equal):
        return Names({}, Status.MISSING)
    return _named(scope, found, equal if most.value else [])


def above(scope: Scope, line: str, *, limit: str) -> Names:
    """The codes of a line above a threshold, from large to small: `{above: shares, limit: mainly_above}`.

    Unknown as soon as one cell is withheld.
    """
    found = scope.line(line)
    if reason := _hidden(found):
        return Names({}, reason)
    known = numbers(found)
    over = {code: measures.above(cell, Cell(scope.thresholds[limit])) for code, cell in found.cells.items()}
    if None in over.values():
        return Names({}, Status.MISSING)
    chosen = sorted(
        (code for code, verdict in over.items() if verdict),
        key=lambda code: -known[code],
    )
    return Names({code: found.labels[code] for code in chosen})


def _hidden(line: Line) -> Status | None:
    """Why the line is not complete; None when it is."""
    return without_number(line.cells.values()) or (line.status if line.status is not Status.NORMAL else None)


def _named(scope: Scope, line: Line, codes: list[str]) -> Names:
    order = sorted(codes, key=lambda code: line.labels[code].get(scope.first_language, code).casefold())
    return Names({code: line.labels[code] for code in order})
