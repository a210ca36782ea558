"""What a fetch says of itself: which version the producer has, and what was received."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stamp:
    """By what the producer tells one state of its data from another."""

    version: str | None
    modified: str | None


@dataclass(frozen=True)
class Receipt:
    """What was received: its stamp, what was asked, and how many rows came."""

    stamp: Stamp
    query: str
    rows: int
