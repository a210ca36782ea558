"""Ages and durations as expressions of the engine (D10, D11).

Every stand has tens of thousands of different dates, so here the definition is not asked once per distinct
input, as elsewhere; it is arithmetic on whole numbers JJJJMMDD, which a test holds against
`definitions.ages` for every kind of date.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import ibis


def years_between(since: Any, at: Any) -> Any:
    """Completed years from a register date up to a day, as `ages.age` gives them; null without a year.

    Both are whole numbers JJJJMMDD, of which the first may be incomplete. In that form a difference of
    10000 is exactly an anniversary: 29 February is passed on 1 March.
    """
    day = _filled(since)
    years = ibis.greatest((at - day) // 10000, 0).cast("int16")
    return (since < 10000).ifelse(ibis.null("int16"), years)


def _filled(incomplete: Any) -> Any:
    """The date with an unknown month as 1 July and an unknown day as the first."""
    unknown_month = incomplete % 10000 < 100
    unknown_day = incomplete % 100 == 0
    return ibis.cases(
        (unknown_month, incomplete - incomplete % 100 + 701), (unknown_day, incomplete + 1), else_=incomplete
    )


def day(number: int) -> date:
    """The day that a complete register date, as a whole number, stands for."""
    return date(number // 10000, number // 100 % 100, number % 100)
