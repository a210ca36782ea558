"""Why a row has no answer. These never leave the room: each becomes an outcome with its reason."""

from __future__ import annotations


class NotComputableError(Exception):
    """The release holds nothing from which the row could be computed; the message says what is lacking."""


ORDER_OPEN = "Numbers are rounded at random to protect individuals, which leaves the order open."


class WithheldError(Exception):
    """A number that the row needs is withheld to protect individuals, or blurred too much; the message says how."""

    def __init__(self, reason: str = "A number that it needs is withheld to protect individuals.") -> None:
        super().__init__(reason)


class NotAStatisticError(Exception):
    """The row says something about the publication itself, and nothing about people."""
