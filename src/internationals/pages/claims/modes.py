"""The most common group: one, and how much of the whole it is."""

from __future__ import annotations

from collections.abc import Sequence

from internationals.definitions import measures
from internationals.pages.quantities import Names
from internationals.pages.scope import Scope
from internationals.pages.values import modes
from internationals.pages.verdicts import Verdict
from internationals.shapes import Cell, Status


def one_mode(scope: Scope, line: str, *, whole: str | None = None) -> Verdict:
    """One code, and only one, has the largest number; `mode` names it, also while cells are withheld."""
    return _one(modes.mode(scope, line, whole=whole))


def one_foremost(
    scope: Scope, parts: str, *, of: str, whole: str | None = None, leave_out: Sequence[str] = ()
) -> Verdict:
    """The part is the largest share in one group, and only one; `foremost` names it."""
    return _one(modes.foremost(scope, parts, of=of, whole=whole, leave_out=leave_out))


def dominant(scope: Scope, line: str, *, whole: str) -> Verdict:
    """One code has more than `mainly_above` percent of the whole; `mode` names it."""
    found, total = modes.mode(scope, line, whole=whole), scope.number(whole).cell.value
    if _one(found) is not True or total is None:
        return _one(found) if total is not None else None
    (code,) = found.labels
    share = measures.share(scope.line(line).cells[code], scope.number(whole).cell)
    return measures.above(share, Cell(scope.thresholds["mainly_above"]))


def _one(names: Names) -> Verdict:
    return None if names.status is not Status.NORMAL else len(names.labels) == 1
