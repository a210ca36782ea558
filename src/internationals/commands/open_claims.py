"""The claims of pages that protection leaves open, as text and as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from internationals.commands.output import say

if TYPE_CHECKING:  # the room itself loads when the command runs
    from internationals.publish import OpenClaim


def as_data(found: Iterable[OpenClaim]) -> list[dict[str, Any]]:
    """Page, claim and why, of each."""
    return [asdict(each) for each in found]


def show(found: Sequence[OpenClaim]) -> None:
    """How many there are, and a line for every page that has some."""
    if not found:
        say("No claim of the pages is left open by protection.")
        return
    by_page = [(page, list(claims)) for page, claims in groupby(found, key=lambda each: each.page)]
    say(
        f"{_counted(len(found), 'claim')} on {_counted(len(by_page), 'page')} can be neither made nor denied, because "
        "numbers behind them are withheld or rounded:"
    )
    for page, claims in by_page:
        named = ", ".join(f"{each.claim} ({' and '.join(each.because)})" for each in claims)
        say(f"  {page}: {len(claims)}, {named}.")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
