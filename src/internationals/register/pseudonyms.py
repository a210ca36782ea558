"""Pseudonyms in place of persons: the only form in which a person goes on into the house."""

from __future__ import annotations

import hmac
from collections.abc import Sequence

import numpy as np
import pyarrow as pa


class Pseudonyms:
    """HMAC-SHA-256 (RFC 2104) of persons under a key; the key is in the environment and here, and never written."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def text(self, person: str) -> str:
        """A pseudonym as text, 16 hexadecimal digits."""
        return self._digest(person).hex()

    def replace(self, tables: Sequence[pa.Table]) -> list[pa.Table]:
        """The tables with a number of 64 bits, the start of the HMAC, in place of each text in `person`.

        Residents are in the stands of many years and in events too: over all tables nobody is hashed twice.
        """
        chunks = [chunk for table in tables for chunk in table["person"].chunks]
        unified = pa.chunked_array(chunks).unify_dictionaries().chunks
        persons = unified[0].dictionary.to_pylist()
        numbers = np.frombuffer(b"".join(map(self._digest, persons)), dtype=">u8").astype(np.uint64)
        replaced = iter([pa.array(numbers[chunk.indices.to_numpy()]) for chunk in unified])
        return [
            table.set_column(
                table.column_names.index("person"),
                "person",
                pa.chunked_array([next(replaced) for _ in table["person"].chunks], pa.uint64()),
            )
            for table in tables
        ]

    def _digest(self, person: str) -> bytes:
        return hmac.digest(self._key, person.encode(), "sha256")[:8]
