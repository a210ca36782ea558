"""What is wrong with a page: where and in one sentence, collected so that all can be mended at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches

from internationals.shapes import ClaimError


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: the file as an editor knows it, the line (from 1), and what to do about it."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.sentence}"


class UnfitError(ClaimError):
    """An expression that cannot be read or computed; its place is added by whoever knows the file."""


class ConsequenceError(UnfitError):
    """An expression that fails only because another one does, which is reported by itself."""


class AbsentError(ConsequenceError):
    """An expression over a table that the page can do without, and that this release does not have."""


@dataclass
class Problems:
    """The mistakes found so far."""

    found: list[Problem] = field(default_factory=list)

    def add(self, file: str, line: int, sentence: str) -> None:
        """Note one mistake; the same one twice counts once."""
        problem = Problem(file, line, sentence)
        if problem not in self.found:
            self.found.append(problem)

    @contextmanager
    def at(self, file: str, line: int) -> Iterator[None]:
        """Note what goes wrong inside as a mistake at this place, and go on."""
        try:
            yield
        except ConsequenceError:
            pass
        except UnfitError as unfit:
            self.add(file, line, str(unfit))


def suggestion(name: str, known: Iterator[str] | list[str]) -> str:
    """ "Did you mean ...?", or the names there are."""
    names = sorted(known)
    close = get_close_matches(name, names, n=1)
    if close:
        return f"Did you mean {close[0]!r}?"
    return f"There are: {', '.join(names)}." if names else "There are none."
