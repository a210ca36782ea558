"""Random rounding that depends on who is counted, and on nothing else: the same people give the same number.

Whether a number goes up or down is decided by a keyed hash of the record keys of those who are counted (the cell-key
idea of the Australian Bureau of Statistics), so that it cannot be drawn again by asking another table, another year
or another edition, and nobody without the key can foresee it.
"""

from __future__ import annotations

import hmac

from internationals.shapes import Tally

_SCALE = 2**64


def rounded(count: Tally, base: int, key: bytes) -> int:
    """The count, or the multiple of the base above or below it; on average the count itself.

    A multiple stays what it is. Any other count goes up with the chance of its remainder out of the base.
    Counts below zero are rounded by their size.
    """
    size = abs(int(count))
    down = size - size % base
    up = _chance(count, base, key) < size % base / base
    number = down + base if up else down
    return number if count >= 0 else -number


def _chance(count: Tally, base: int, key: bytes) -> float:
    who = f"rounding to {base}: {count.key:016x} {abs(int(count))}".encode()
    return int.from_bytes(hmac.digest(key, who, "sha256")[:8], "big") / _SCALE
