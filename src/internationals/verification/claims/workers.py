"""Claims about workers and their children: who lives here beside who works here, and lines that turn."""

from __future__ import annotations

from internationals.definitions import measures
from internationals.definitions.thresholds import thresholds
from internationals.verification.lookup import known
from internationals.verification.problems import NotComputableError
from internationals.verification.selections import Selection
from internationals.verification.view import Finding, View
from internationals.verification.wording import series, written

IMPORTANT = 5
"""An important place of residence: among so many from the top, the municipality itself apart."""


def works_gt_lives(view: View) -> Finding:
    """More work in the area than live there."""
    lives, works = _both(view)
    return Finding(works > lives, f"{written(works)} work and {written(lives)} live there")


def subset_of_residents(view: View) -> Finding:
    """Those who work here could all live here: they are no more than those who do."""
    lives, works = _both(view)
    return Finding(works <= lives, f"{written(works)} work and {written(lives)} live there")


def important_residence(view: View) -> Finding:
    """Among the first `IMPORTANT` places of residence outside the municipality."""
    everywhere = view.lookup.among(view.selection, "residence", view.year)
    others = {code: cell for code, cell in everywhere.items() if code != view.municipality and cell.value}
    (own,) = view.selection.codes["residence"]
    labels, first = view.labels(view.selection, "residence"), measures.top(others, IMPORTANT)
    said = ", ".join(f"{labels[code]} {written(known(others[code]))}" for code in first)
    return Finding(own in first, said)


def residence_unknown_exists(view: View) -> Finding:
    """Of some it is not known where they live."""
    found = view.number(view.year)
    return Finding(found > 0, f"of {written(found)} it is unknown")


def increase_ends(view: View) -> Finding:
    """The line rose until the year, and did not in that year."""
    line = view.line(view.year)
    *before, year = line
    if len(before) < 2:
        raise NotComputableError("A rise that ends needs three years.")
    rose = line[before[-1]] > line[before[0]]
    return Finding(rose and line[year] <= line[before[-1]], series(line))


def increase_then_slight_decrease(view: View) -> Finding:
    """The line rose until its last year but one, and in the last fell by less than `slight_below` percent."""
    start, end = view.ends
    line = view.line(end, start)
    before = str(int(end) - 1)
    if before not in line:
        raise NotComputableError(f"The release has no {before} of this.")
    fell = 100 * (line[before] - line[end]) / line[before] if line[before] else 0
    holds = line[before] > line[start] and 0 < fell < thresholds()["slight_below"]
    return Finding(holds, series(line))


def _both(view: View) -> tuple[float, float]:
    """Those who live and those who work in the area of the selection."""
    area = view.selection.codes["area"]
    kind = view.selection.codes["worker_type"]
    lives, works = (
        view.lookup.number(
            Selection("workers", {"area": area, "perspective": (seen,), "worker_type": kind}), view.year
        )
        for seen in ("lives_in", "works_in")
    )
    return lives, works


TESTS = {
    test.__name__: test
    for test in (
        works_gt_lives, subset_of_residents, important_residence, residence_unknown_exists, increase_ends,
        increase_then_slight_decrease,
    )
}  # fmt: skip
