"""Damaged extract files: what mail programs, spreadsheets, exports and disks do to a good file.

    description = damage(Random(7), Path("stand_2021-01-01.csv"), Path("elsewhere/stand_2021-01-01.csv"))

Deterministic: the same seed does the same to the same file.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.campaign import damaged_bytes, damaged_encoding, damaged_parquet, damaged_text

Damage = Callable[[Random, bytes], tuple[str, bytes]]
"""Takes the content of a file; gives what was done to it, in words, and the content after it."""

OF_CSV: list[Damage] = [*damaged_text.DAMAGES, *damaged_encoding.DAMAGES, *damaged_bytes.DAMAGES]
OF_GZIP: list[Damage] = [*damaged_bytes.DAMAGES]
OF_PARQUET: list[Damage] = [*damaged_parquet.DAMAGES, *damaged_bytes.DAMAGES]


def damage(rng: Random, source: Path, target: Path) -> str:
    """Write a damaged copy of an extract file, and say in one sentence what was done to it.

    A compressed CSV file is damaged inside as often as outside.
    """
    content = source.read_bytes()
    if source.suffix == ".parquet":
        description, damaged = rng.choice(OF_PARQUET)(rng, content)
    elif source.suffix != ".gz":
        description, damaged = rng.choice(OF_CSV)(rng, content)
    elif rng.random() < 0.5:
        description, damaged = rng.choice(OF_GZIP)(rng, content)
        description = f"in the compressed file: {description}"
    else:
        description, inside = rng.choice(OF_CSV)(rng, gzip.decompress(content))
        damaged = gzip.compress(inside, mtime=0)
    target.write_bytes(damaged)
    return description
