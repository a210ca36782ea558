"""Pseudonyms in place of persons: the only form in which a person goes on into the house."""

from __future__ import annotations

import hmac

import numpy as np
from numpy.typing import NDArray

from internationals.register.raw import Coded


class Pseudonyms:
    """HMAC-SHA-256 (RFC 2104) of persons under a key, each computed once for all the files of a run.

    The key lives in the environment and here, and is never written.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._known: dict[str, int] = {}

    def of(self, persons: Coded) -> NDArray[np.uint64]:
        """The pseudonym of each row's person: the first 64 bits of the HMAC."""
        known, found = self._known, np.empty(len(persons.values), dtype=np.uint64)
        for n, person in enumerate(persons.values):
            number = known.get(person)
            if number is None:
                number = known[person] = int(self.text(person), 16)
            found[n] = number
        pseudonyms: NDArray[np.uint64] = found[persons.codes]
        return pseudonyms

    def text(self, person: str) -> str:
        """A pseudonym as text, 16 hexadecimal digits."""
        return hmac.digest(self._key, person.encode(), "sha256")[:8].hex()
