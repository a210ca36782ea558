"""A line of years as a whole: how it goes, where it turns, and how its last year stands among the others."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from internationals.definitions.thresholds import thresholds
from internationals.verification.problems import NotComputableError
from internationals.verification.view import Finding, View
from internationals.verification.wording import series, written


def lower_than_earlier_years(view: View) -> Finding:
    """The year is below every earlier year."""
    return _against_earlier(view, -1)


def higher_than_earlier_years(view: View) -> Finding:
    """The year is above every earlier year."""
    return _against_earlier(view, 1)


def record(view: View) -> Finding:
    """The year is above every earlier year."""
    return _against_earlier(view, 1)


def monotone_decrease(view: View) -> Finding:
    """At least `steps_at_least` falls in a row up to the year."""
    line = view.line(view.year)
    return Finding(falls_in_a_row(line) >= thresholds()["steps_at_least"], series(line))


def monotone_increase(view: View) -> Finding:
    """At least `steps_at_least` rises in a row up to the year."""
    line = view.line(view.year)
    opposite = {year: -value for year, value in line.items()}
    return Finding(falls_in_a_row(opposite) >= thresholds()["steps_at_least"], series(line))


def recovery(view: View) -> Finding:
    """The change in the year undoes some of the change in the year before: the direction is the other one."""
    last = view.ends[1]
    before, turn = str(int(last) - 2), str(int(last) - 1)
    known = view.line(last, before)
    if len(known) < 3:
        raise NotComputableError("A recovery needs three years.")
    return Finding((known[turn] - known[before]) * (known[last] - known[turn]) < 0, series(known))


def increase_then_decrease(view: View) -> Finding:
    """The line rose strongly to one peak and fell in each of the last years, at least `turning_steps` of them."""
    start, end = view.ends
    line, limits = view.line(end, start), thresholds()
    peak = max(line, key=lambda year: line[year])
    after = {year: value for year, value in line.items() if year >= peak}
    strong = line[peak] - line[start] >= line[start] * limits["strong_from"] / 100
    falls = falls_in_a_row(after)
    holds = strong and peak > start and falls == len(after) - 1 and falls >= limits["turning_steps"]
    return Finding(holds, f"{series(line)}; the peak is {peak}")


def no_trend(view: View) -> Finding:
    """The line changes direction at least `turns_at_least` times."""
    line = view.line(view.year)
    steps = [after - before for before, after in pairwise(line.values())]
    directions = [step > 0 for step in steps if step]
    turns = sum(one != other for one, other in pairwise(directions))
    return Finding(turns >= thresholds()["turns_at_least"], f"{written(turns)} turns in {series(line)}")


def low(view: View) -> Finding:
    """Each of the years is below the mean of the years before them all."""
    wanted = view.row.breakdown["year"].split(",")
    line = view.line(wanted[-1])
    earlier = [value for year, value in line.items() if year < wanted[0]]
    if not earlier or any(year not in line for year in wanted):
        raise NotComputableError(f"The release has no {', '.join(wanted)} with years before them.")
    mean = sum(earlier) / len(earlier)
    return Finding(
        all(line[year] < mean for year in wanted),
        f"{series({year: line[year] for year in wanted})}; the mean before is {written(mean, 1)}",
    )


def mode(view: View) -> Finding:
    """The year named in `peak_year` has the largest number of the line."""
    line = view.line()
    peak = max(line.values())
    leaders = [year for year, value in line.items() if value == peak]
    return Finding(leaders == [view.row.breakdown["peak_year"]], series(line))


def influx_since_corona(view: View) -> Finding:
    """In every year from the reference on there were more than in the year before the first of them."""
    first = view.row.years[0]
    line = view.line(first=str(int(first) - 1))
    base = line.get(str(int(first) - 1))
    last = str(int(view.row.edition) - 1)
    if base is None or last not in line:
        raise NotComputableError(f"The release has no {last} of this, or no year before {first}.")
    return Finding(all(value > base for year, value in line.items() if year >= first), series(line))


def falls_in_a_row(line: Mapping[str, float]) -> int:
    """How often in a row the line fell, up to its last year."""
    falls = 0
    for before, after in pairwise(reversed(list(line.values()))):
        if before >= after:
            return falls
        falls += 1
    return falls


def _against_earlier(view: View, sign: int) -> Finding:
    year = view.year
    line = view.line(year)
    if year not in line or len(line) < 2:
        raise NotComputableError(f"The release has no {year} with years before it.")
    not_passed = [
        other for other, value in line.items() if other != year and (line[year] - value) * sign <= 0
    ]
    side = "above" if sign > 0 else "below"
    but = f", but not {side} {', '.join(not_passed)}" if not_passed else f", {side} all {len(line) - 1} years"
    return Finding(not not_passed, f"{written(line[year])} in {year}{but}")


TESTS = {
    test.__name__: test
    for test in (
        lower_than_earlier_years, higher_than_earlier_years, record, monotone_decrease, monotone_increase,
        recovery, increase_then_decrease, no_trend, low, mode, influx_since_corona,
    )
}  # fmt: skip
