"""In which municipality an institution of higher education has its seat, by its BRIN number."""

from __future__ import annotations

from functools import cache

from internationals.definitions.codes import rows


@cache
def seats() -> dict[str, str]:
    """The four-digit code of the municipality of each institution; its other locations are not told apart."""
    return {
        row["institution"]: row["municipality"]
        for row in rows("institutions.csv", "institution,municipality")
    }
