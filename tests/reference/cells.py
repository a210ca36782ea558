"""Cells and tables: what both readings of the agreement are compared by."""

from collections import Counter

Key = tuple[tuple[str, str], ...]
Table = Counter[Key]


def cell(**dimensions: object) -> Key:
    """The place of a number in its table: every dimension with its code, in alphabetical order."""
    return tuple(sorted((dimension, str(code)) for dimension, code in dimensions.items()))
