"""The success criteria of the Web Content Accessibility Guidelines (W3C), versions 2.1 and 2.2, at levels A and AA."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from internationals.definitions.codes import Named, rows


@dataclass(frozen=True)
class SuccessCriterion(Named):
    """A success criterion of WCAG: its level (A or AA), and the version of WCAG that brought it."""

    level: str
    since: str

    @property
    def required(self) -> bool:
        """Whether the law asks for it; WCAG 2.2 is newer than the standard to which the law refers."""
        return self.since != "2.2"


@cache
def criteria() -> dict[str, SuccessCriterion]:
    """The success criteria of WCAG 2.1 and 2.2 at levels A and AA, by their number."""
    return {
        row["code"]: SuccessCriterion(**row) for row in rows("success_criteria.csv", "code,level,since,nl,en")
    }
