"""What every value was computed from, kept while values refer to each other."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

_Mark = TypeVar("_Mark", bound=Hashable)


class Trail(Generic[_Mark]):
    """Hands on the marks of what is read to whatever is computed from it: of which table it is, how it is veiled."""

    def __init__(self) -> None:
        self._known: dict[str, frozenset[_Mark]] = {}
        self._open: list[set[_Mark]] = [set()]

    @contextmanager
    def of(self) -> Iterator[set[_Mark]]:
        """The marks that are read while this is open."""
        read: set[_Mark] = set()
        self._open.append(read)
        try:
            yield read
        finally:
            self._open.pop()

    def reads(self, marks: Collection[_Mark]) -> None:
        """Something with these marks is read now."""
        self._open[-1].update(marks)

    def keep(self, name: str, marks: Collection[_Mark]) -> None:
        """These are the marks of a value."""
        self._known[name] = frozenset(marks)

    def uses(self, name: str) -> None:
        """A value is used now."""
        self.reads(self._known.get(name, ()))
