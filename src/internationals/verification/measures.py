"""The measures of published figures. Each is a function of a `View` by the name that the file gives it.

A figure agrees when it is the same at the printed precision (D22), or within its bound.
"""

from __future__ import annotations

from internationals.definitions import measures as defined
from internationals.shapes import Cell
from internationals.verification.claims import ranks
from internationals.verification.claims.series import falls_in_a_row
from internationals.verification.counting import counting
from internationals.verification.lookup import known
from internationals.verification.mapping import mapping
from internationals.verification.problems import (
    ORDER_OPEN,
    NotAStatisticError,
    NotComputableError,
    WithheldError,
)
from internationals.verification.published import Published
from internationals.verification.selections import Selection, areas_named
from internationals.verification.view import Finding, View
from internationals.verification.wording import percent, written


def count(view: View) -> Finding:
    """A number of persons or events; where another year was printed, that of the printed year."""
    if (special := counting(view)) is not None:
        found, said = special
        return Finding(agrees(found, view.row), said)
    meant, printed = view.year, view.row.breakdown.get("year_printed")
    found = view.number(printed or meant)
    said = written(found)
    if printed:
        said = f"{said} in {printed}, and {written(view.number(meant))} in {meant}"
    return Finding(agrees(found, view.row), said)


def share(view: View) -> Finding:
    """A percentage of the whole that the people are a part of."""
    found = view.lookup.share(view.selection, view.year)
    return Finding(agrees(found, view.row), percent(found, max(_decimals(view.row), 1)))


def change(view: View) -> Finding:
    """The difference between two years."""
    start, end = view.pair(view.ends)
    found = known(end) - known(start)
    return Finding(agrees(found, view.row), written(found))


def growth_pct(view: View) -> Finding:
    """The growth between two years in percent of the first."""
    found = known(defined.growth(*view.pair(view.ends)))
    return Finding(agrees(found, view.row), percent(found, 1))


def ratio(view: View) -> Finding:
    """N of one in N, from the share (D28), or how many times the first year the last is."""
    if view.row.unit == "times":
        start, end = view.pair(view.ends)
        times = known(defined.ratio(end, start))
        said = f"{written(times, 2)} times, {' to '.join(view.ends)}"
        return Finding(agrees(times, view.row), said)
    if view.row.unit != "one_in":
        raise NotComputableError(f"A ratio in {view.row.unit} is of two figures that the row does not name.")
    percentage = view.lookup.share_cell(view.selection, view.year)
    found = known(defined.one_in(percentage))
    return Finding(found == view.row.value, f"one in {written(found)} ({percent(known(percentage))})")


def rank(view: View) -> Finding:
    """The place among the codes of the dimension that the row is about (D21)."""
    place, said = ranks.place(view)
    return Finding(place == view.row.value, said)


def period(view: View) -> Finding:
    """A number of years, the first or last year of a series, or how often in a row it fell."""
    bound = view.row.breakdown.get("bound")
    if view.row.test == "monotone_decrease":
        found: float = falls_in_a_row(view.line(view.year))
        return Finding(agrees(found, view.row), f"{written(found)} falls in a row up to {view.year}")
    if bound:
        view.of_this_edition()
        # The publication's series are those of arrivals and departures when it is about flows.
        family = "arrivals" if view.row.topic == "flows" else view.selection.family
        years = view.lookup.years(Selection(family) if family == "arrivals" else view.selection)
        year = years[0] if bound == "first_year" else years[-1]
        return Finding(agrees(float(year), view.row), year)
    start, end = view.ends
    return Finding(agrees(int(end) - int(start), view.row), f"{int(end) - int(start)}, {start} to {end}")


def threshold(view: View) -> Finding:
    """The neighbourhoods above a number are those that the publication names, all of them and no others."""
    row = view.row
    if view.selection.family == "wage_limits" and view.selection.codes:
        return count(view)
    level = row.breakdown.get("level")
    if level is None or row.breakdown.get("condition") != "count_gt" or row.value is None:
        raise NotAStatisticError("a bound in a definition")
    named = {
        code
        for other in view.rows
        if level in other.breakdown
        and (other.edition, other.page, other.subject) == (row.edition, row.page, row.subject)
        and other.breakdown.get("age") == row.breakdown.get("age")
        and other.breakdown.get("condition") == "count_gt"
        for code in areas_named(view.municipality, other.breakdown[level], level)
    }
    everywhere = view.lookup.among(view.selection, level, view.year)
    verdicts = {code: defined.above(cell, Cell(row.value)) for code, cell in everywhere.items()}
    if ranks.at_most_hidden(view, level, everywhere) > row.value:
        raise WithheldError
    if any(verdict is None and everywhere[code].value is not None for code, verdict in verdicts.items()):
        raise WithheldError(ORDER_OPEN)
    above = {code for code, verdict in verdicts.items() if verdict}
    labels = view.labels(view.selection, level)
    return Finding(above == named, "; ".join(sorted(labels[code] for code in above)) or "none")


def reference_date(view: View) -> Finding:
    """The reference date of the release, or of the newest figures of a source."""
    view.of_this_edition()
    row, release = view.row, view.lookup.release
    source = mapping().scopes.get(row.breakdown.get("scope", ""), row.subject)
    name = mapping().moments.get(source)
    if name is None:
        found = str(release.manifest["reference_date"])
        return Finding(found == row.reference, found)
    if name not in release.tables:
        raise NotComputableError(f"The release has no table {name}.")
    view.lookup.used.append(name)
    found = release.tables[name].card.moment
    same = found[:4] == f"{row.value:.0f}" if row.value is not None else found == row.reference
    return Finding(same, found)


def agrees(found: float, row: Published) -> bool:
    """Whether a computed figure is the published one, at its precision or within its bound."""
    value = row.value
    if value is None:
        return False
    if row.precision in ("more than", "more than half"):
        return found > value
    if row.precision == "at least":
        return found >= value
    if row.precision == "about":
        return defined.round_half_away(found / _grain(value)) * _grain(value) == value
    return defined.round_half_away(found, _decimals(row)) == value


def _decimals(row: Published) -> int:
    return int(row.precision) if row.precision.isdigit() else 0


def _grain(value: float) -> float:
    """What a round number is rounded to: 800 to hundreds, 50 to tens, 8 to ones."""
    grain = 1.0
    while value and value % (grain * 10) == 0:
        grain *= 10
    return grain


MEASURES = {
    measure.__name__: measure
    for measure in (count, share, change, growth_pct, ratio, rank, period, threshold, reference_date)
}
