"""What is wrong in a file by hand: gathered, and said at once."""

from __future__ import annotations

from internationals.shapes import DataError

SHOWN = 20
"""How many findings are written out; the others are counted."""


class Findings:
    """Mistakes in one file, each with its row, its column, what was found and what was expected."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.sentences: list[str] = []

    def add(self, row: int, column: str, found: str, expected: str) -> None:
        """Note a mistake; `expected` ends in what to do."""
        shown = f"'{found}'" if found else "nothing"
        self.sentences.append(f"{self.file}, row {row}, column {column}: found {shown}; expected {expected}.")

    def say(self, row: int, sentence: str) -> None:
        """Note what is wrong with a whole row; the sentence ends in what to do."""
        self.sentences.append(f"{self.file}, row {row}: {sentence}.")

    def raised(self) -> None:
        """Raises DataError when anything was noted."""
        if not self.sentences:
            return
        more = len(self.sentences) - SHOWN
        rest = [f"{self.file}: and {more} more."] if more > 0 else []
        raise DataError("\n".join([*self.sentences[:SHOWN], *rest]))
