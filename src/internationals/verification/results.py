"""What became of one published row when it was held against a release."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from internationals.verification.published import Published


class Outcome(StrEnum):
    """How a row came out. The order is that of the report: what needs a reader comes first."""

    DIFFERS = "differs"
    PUBLICATION_ERROR = "error in the publication"
    WITHHELD = "withheld by protection"
    REPRODUCED = "reproduced"
    NOT_COMPUTABLE = "not computable from this release"
    NOT_A_STATISTIC = "not a statistic"


@dataclass(frozen=True)
class Result:
    """One row with its outcome: what the release says instead, from which tables, and why there is no more.

    `found` is empty when the release says nothing about the row.
    """

    row: Published
    outcome: Outcome
    found: str = ""
    tables: tuple[str, ...] = ()
    reason: str = ""
