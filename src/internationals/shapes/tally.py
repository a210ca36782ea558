"""A count that remembers of whom it is, so that the same people can be given the same number everywhere."""

from __future__ import annotations

from typing import Self


class Tally(int):
    """How many persons or events there are, with `key`: the exclusive or of the record keys of those counted.

    It is a whole number like any other. Added, subtracted and multiplied it takes its key along: groups that are
    put together from parts, in any order, have the key of the whole. A plain number has no key, and neither has
    what it is added to, unless it is 0.
    """

    key: int

    def __new__(cls, count: int, key: int) -> Self:
        found = int.__new__(cls, count)
        found.key = key
        return found

    def __reduce__(self) -> tuple[type[Tally], tuple[int, int]]:
        return Tally, (int(self), self.key)

    def __add__(self, other: int) -> int:
        if isinstance(other, Tally):
            return Tally(int(self) + int(other), self.key ^ other.key)
        return self if other == 0 else int(self) + other

    __radd__ = __add__

    def __neg__(self) -> int:
        return Tally(-int(self), self.key)

    def __sub__(self, other: int) -> int:
        return self + -other

    def __rsub__(self, other: int) -> int:
        return -self + other

    def __mul__(self, times: int) -> int:
        return Tally(int(self) * times, self.key)

    __rmul__ = __mul__
