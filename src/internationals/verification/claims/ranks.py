"""Who is first: places among codes (D21), and the largest or only change among nationalities.

A withheld cell holds at most what is known of the whole less what is shown, and what its table promises. A place
is certain when its number exceeds that. Otherwise the answer is withheld too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from internationals.definitions import measures
from internationals.shapes import Cell, Status
from internationals.verification.competing import competing
from internationals.verification.lookup import known
from internationals.verification.problems import ORDER_OPEN, NotComputableError, WithheldError
from internationals.verification.view import Finding, View
from internationals.verification.wording import written

_SHOWN = 4


@dataclass(frozen=True)
class Standing:
    """The best and the worst place that a selection can have, the first few in words, and what leaves them open."""

    best: int
    worst: int
    said: str
    why: WithheldError


def standing(view: View) -> Standing:
    """Where the selection stands along its dimension, from the largest, for all that its numbers can be."""
    dimension, everywhere = competing(view)
    (code,) = view.selection.codes[dimension]
    known(everywhere[code])
    best, worst = measures.places(code, everywhere, at_most_hidden(view, dimension, everywhere))
    rounded = measures.places(code, everywhere, 0)[1] > best
    decimals = 1 if view.of_shares else 0
    labels = view.labels(view.selection, dimension)
    first = measures.top(everywhere, _SHOWN)
    listed = ", ".join(f"{labels[each]} {written(known(everywhere[each]), decimals)}" for each in first)
    said = f"place {best if best == worst else f'{best} to {worst}'}: {listed}"
    return Standing(best, worst, said, WithheldError(ORDER_OPEN) if rounded else WithheldError())


def place(view: View) -> tuple[int, str]:
    """The place of the selection along its dimension, from the largest, and the first few in words."""
    found = standing(view)
    if found.best != found.worst:
        raise found.why
    return found.best, found.said


def in_top(k: int) -> Callable[[View], Finding]:
    """The test whether the selection is among the first k; who shares the last place is among them."""

    def test(view: View) -> Finding:
        found = standing(view)
        if found.best <= k < found.worst:
            raise found.why
        return Finding(found.worst <= k, found.said)

    return test


def in_bottom(k: int) -> Callable[[View], Finding]:
    """The test whether fewer than k are smaller than the selection."""

    def test(view: View) -> Finding:
        dimension, everywhere = competing(view)
        (code,) = view.selection.codes[dimension]
        if any(cell.status is Status.SUPPRESSED for cell in everywhere.values()):
            raise WithheldError
        own = everywhere[code]
        known(own)
        others = [cell for other, cell in everywhere.items() if other != code and cell.value is not None]
        larger = [measures.above(own, cell) for cell in others]
        surely, perhaps = larger.count(True), len(larger) - larger.count(False)
        if surely < k <= perhaps:
            raise WithheldError(ORDER_OPEN)
        return Finding(perhaps < k, f"{surely} of {1 + len(others)} are smaller")

    return test


def largest_increase(view: View) -> Finding:
    """Of the most common nationalities, this one rose most, in number."""
    changes = _changes(view)
    own = changes.pop(_own(view))
    return Finding(own > 0 and own > max(changes.values()), _listed(view, {_own(view): own, **changes}))


def only_decrease(view: View) -> Finding:
    """Of the most common nationalities, this one fell and no other did."""
    changes = _changes(view)
    falling = [code for code, value in changes.items() if value < 0]
    return Finding(falling == [_own(view)], _listed(view, changes))


def at_most_hidden(view: View, dimension: str, everywhere: Mapping[str, Cell]) -> float:
    """How much one withheld cell along a dimension can hold; nothing when none is withheld."""
    rest = view.selection.without(dimension)
    limits = [
        view.lookup.at_most(rest.having(**{dimension: (code,)}), view.year)
        for code, cell in everywhere.items()
        if cell.status is Status.SUPPRESSED
    ]
    if not limits:
        return 0
    shown = measures.added(cell for cell in everywhere.values() if cell.value is not None)
    try:
        whole = view.lookup.cell(rest, view.year)
    except NotComputableError:
        return max(limits)
    return min(max(limits), measures.highest(measures.change(shown, whole)))


def _changes(view: View) -> dict[str, float]:
    start, end = view.ends
    # The most common nationalities on the 1 January after the year of the flow.
    codes = view.lookup.common_nationalities(str(int(end) + 1))
    if _own(view) not in codes:
        raise NotComputableError("The nationality is not among the most common ones.")
    return {
        code: view.lookup.number(peer, end) - view.lookup.number(peer, start)
        for code in codes
        for peer in (view.selection.having(nationality=(code,)),)
    }


def _own(view: View) -> str:
    return view.selection.codes["nationality"][0]


def _listed(view: View, changes: Mapping[str, float]) -> str:
    labels = view.labels(view.selection, "nationality")
    ordered = sorted(changes, key=lambda code: -changes[code])
    return ", ".join(f"{labels[code]} {changes[code]:+,.0f}" for code in ordered)


TESTS = {"largest_increase": largest_increase, "only_decrease": only_decrease}
