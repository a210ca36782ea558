"""Damage that knows nothing of rows and columns: a disk, a line, a transfer that stopped."""

from __future__ import annotations

from random import Random


def bytes_flipped(rng: Random, content: bytes) -> tuple[str, bytes]:
    damaged = bytearray(content)
    places = [rng.randrange(len(damaged)) for _ in range(rng.choice([1, 1, 2, 5]))] if damaged else []
    for place in places:
        damaged[place] ^= 1 << rng.randrange(8)
    return f"a bit flipped at bytes {sorted(places)}", bytes(damaged)


def truncated(rng: Random, content: bytes) -> tuple[str, bytes]:
    end = rng.randrange(len(content)) if content else 0
    return f"cut off after {end} of {len(content)} bytes", content[:end]


def emptied(rng: Random, content: bytes) -> tuple[str, bytes]:
    return "nothing left of it", b""


def a_piece_lost(rng: Random, content: bytes) -> tuple[str, bytes]:
    start = rng.randrange(len(content)) if content else 0
    length = rng.choice([1, 3, 100])
    return f"{length} bytes lost from byte {start}", content[:start] + content[start + length :]


def something_behind_it(rng: Random, content: bytes) -> tuple[str, bytes]:
    extra = rng.choice([b"\x00" * 64, b"\x1a", bytes(rng.randrange(256) for _ in range(40))])
    return f"{len(extra)} strange bytes behind it", content + extra


DAMAGES = [bytes_flipped, truncated, emptied, a_piece_lost, something_behind_it]
