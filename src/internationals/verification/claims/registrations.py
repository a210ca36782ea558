"""Claims that hold several years against one: whole years against whole years, months against the same months."""

from __future__ import annotations

from internationals.verification.view import Finding, View
from internationals.verification.wording import series


def gt_year_2020(view: View) -> Finding:
    """Each of the years named is above 2020. Raises NotComputableError for a year that is not whole."""
    years = ["2020", *view.row.breakdown["year"].split(",")]
    line = {year: view.number(year) for year in years}
    return Finding(all(line[year] > line["2020"] for year in years[1:]), series(line))


TESTS = {"gt_year_2020": gt_year_2020}
