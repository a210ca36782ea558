"""Status holders on 1 January: in total, by sex, by nationality and by district (D14)."""

from __future__ import annotations

from internationals.definitions.status_holders import is_status_holder
from internationals.indicators.areas import district_code
from internationals.indicators.asylum import asylum_titles
from internationals.indicators.count import Row, code, summed
from internationals.indicators.facts import Facts


def tables(facts: Facts) -> dict[str, list[Row]]:
    """`status_holders`, and the same `_sex`, `_nationality` and `_district`."""
    held = asylum_titles(facts, "sex", "nationality", "neighbourhood")
    found = [
        (at.year, sex, nationality, area, count)
        for at, title, end, sex, nationality, area, count in held
        if is_status_holder(False, title, end, at)
    ]
    return {
        "status_holders": summed((year, n) for year, _, _, _, n in found),
        "status_holders_sex": summed((year, sex, n) for year, sex, _, _, n in found),
        "status_holders_nationality": summed((year, code(held), n) for year, _, held, _, n in found),
        "status_holders_district": summed((year, district_code(area), n) for year, _, _, area, n in found),
    }
