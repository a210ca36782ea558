"""Three answers: True, False, and None when the release does not show which."""

from __future__ import annotations

from collections.abc import Iterable

Verdict = bool | None


def every(verdicts: Iterable[Verdict]) -> Verdict:
    """False as soon as one is; else unknown as soon as one is; else True."""
    found = list(verdicts)
    if False in found:
        return False
    return None if None in found else True


def negated(verdict: Verdict) -> Verdict:
    """The opposite; what is unknown stays unknown."""
    return None if verdict is None else not verdict
