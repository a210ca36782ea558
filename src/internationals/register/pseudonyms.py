"""Pseudonyms in place of persons: the only form in which a person goes on into the house."""

from __future__ import annotations

import hmac
from functools import cache

import numpy as np
import pyarrow as pa


class Pseudonyms:
    """HMAC-SHA-256 (RFC 2104) of persons under a key, each computed once for all the files of a run.

    The key lives in the environment and here, and is never written.
    """

    def __init__(self, key: bytes) -> None:
        # Residents are in events too: nobody is hashed twice.
        self._digest = cache(lambda person: hmac.digest(key, person.encode(), "sha256")[:8])

    def text(self, person: str) -> str:
        """A pseudonym as text, 16 hexadecimal digits."""
        return self._digest(person).hex()

    def replace(self, table: pa.Table) -> pa.Table:
        """The table with a number of 64 bits, the start of the HMAC, in place of each text in `person`."""
        place = table.column_names.index("person")
        column = table["person"].unify_dictionaries().combine_chunks()
        if isinstance(column, pa.ChunkedArray):
            column = column.cast(pa.string()).combine_chunks().dictionary_encode()
        digests = b"".join(map(self._digest, column.dictionary.to_pylist()))
        numbers = np.frombuffer(digests, dtype=">u8").astype(np.uint64)
        return table.set_column(place, "person", pa.array(numbers[column.indices.to_numpy()]))
