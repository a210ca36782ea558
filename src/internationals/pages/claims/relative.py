"""A group beside the whole city, and beside its peers."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions import measures, relative
from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict, every
from internationals.shapes import Cell


def over_represented(scope: Scope, part: str, *, of: str, city_part: str, city: str) -> Verdict:
    """The part is relatively large in the group (D23): its share well above that in the whole city."""
    return relative.over_represented(
        scope.number(part).cell,
        scope.number(of).cell,
        scope.number(city_part).cell,
        scope.number(city).cell,
    )


def below_all(scope: Scope, value: str, *, others: str, besides: str) -> Verdict:
    """The number is printed below every other one of a line, of at least two; `besides` names what is no other."""
    return _beside(scope, value, others, besides, -1)


def above_all(scope: Scope, value: str, *, others: str, besides: str) -> Verdict:
    """The number is printed above every other one of a line, of at least two; `besides` names what is no other."""
    return _beside(scope, value, others, besides, 1)


def all_exceed(scope: Scope, line: str, *, than: str) -> Verdict:
    """Every number of a line, of at least one, is above a limit."""
    limit, cells = scope.number(than).cell, scope.line(line).cells.values()
    if not cells:
        return False
    return every(measures.above(cell, limit) for cell in cells)


def _beside(scope: Scope, value: str, others: str, besides: str, sign: int) -> Verdict:
    number, line = scope.number(value), scope.line(others)
    peers = [cell for code, cell in line.cells.items() if code not in scope.names(besides).labels]
    if len(peers) < 2:
        return False
    own = _printed(number.cell, number.decimals)
    rest = [_printed(peer, number.decimals) for peer in peers]
    return every(measures.above(own, peer) if sign > 0 else measures.above(peer, own) for peer in rest)


def _printed(cell: Cell, decimals: int) -> Cell:
    return cell if cell.value is None else replace(cell, value=measures.round_half_away(cell.value, decimals))
