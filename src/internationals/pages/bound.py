"""A value in a text: how it is printed, and the placeholder that stands for it until the very end."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from internationals.pages import numerals, wording
from internationals.pages.listing import CONTENTS, listed
from internationals.pages.problems import UnfitError
from internationals.pages.prose import PRIVATE
from internationals.pages.quantities import Contents, Entries, Number, Quantity

Writer = Callable[[str, Quantity], str]
_PLACED = re.compile(f"<p>[{chr(PRIVATE[0])}-{chr(PRIVATE[-1])}]</p>|[{chr(PRIVATE[0])}-{chr(PRIVATE[-1])}]")


class Block(str):
    """HTML that was made here, of a generated list, and takes the place of a whole paragraph."""


class Recorder:
    """Keeps the texts of the values of one rendering behind their placeholders, and what was cited."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.texts: list[str] = []
        self.cited: set[str] = set()

    def place(self, text: str) -> str:
        """A placeholder for this text. Raises UnfitError when there are too many in one text."""
        if len(self.texts) == len(PRIVATE):
            raise UnfitError(f"A text cites {len(PRIVATE)} values or more. Divide it.")
        self.texts.append(text)
        return chr(PRIVATE[len(self.texts) - 1])

    def filled(self, text: str, finish: Callable[[str], str]) -> str:
        """The text with its values in their places, each through `finish`.

        Raises UnfitError when a generated list does not stand in a paragraph of its own.
        """

        def put(match: re.Match[str]) -> str:
            placeholder = match[0].removeprefix("<p>").removesuffix("</p>")
            written = self.texts[ord(placeholder) - PRIVATE[0]]
            if not isinstance(written, Block):
                return match[0].replace(placeholder, finish(written))
            if placeholder == match[0]:
                raise UnfitError(
                    "A generated list stands in a paragraph of its own. Put blank lines around it."
                )
            return written

        return _PLACED.sub(put, text)


class Bound:
    """A value in a text: printed, it is written and cited."""

    def __init__(
        self, name: str, quantity: Quantity, recorder: Recorder, writer: Writer | None = None
    ) -> None:
        self._name, self._quantity, self._recorder = name, quantity, recorder
        self._write: Writer = writer or _written

    def printed_by(self, writer: Writer) -> Bound:
        """The same value, printed in another way."""
        return Bound(self._name, self._quantity, self._recorder, writer)

    def of(self, base: str) -> Bound:
        """The share, where the text goes on to name its base. Raises UnfitError when that is another one."""
        actual = self._quantity.base if isinstance(self._quantity, Number) else ""
        if actual != base:
            raise UnfitError(
                f"{self._name!r} is named here as a share of {base!r}, and is "
                + (f"a share of {actual!r}." if actual else "not a share of anything.")
            )
        return self

    def counted(self, one: str, many: str) -> Bound:
        """With the noun that it counts: "14,472 residents"."""
        return self.printed_by(partial(wording.counted, one=one, many=many))

    def spelled(self, one: str | None = None, many: str | None = None) -> Bound:
        """In words up to twelve, with its noun if there is one: "four years"."""
        return self.printed_by(partial(numerals.spelled, one=one, many=many))

    def ordinal(self) -> Bound:
        """As a place in an order: "fourth", "13th"."""
        return self.printed_by(numerals.ordinal)

    def written_out(self) -> Bound:
        """A percentage with the word instead of the sign: "34 per cent"."""
        return self.printed_by(numerals.percent_in_words)

    def euro(self) -> Bound:
        """As an amount of money: "€ 30.672", "€30,672"."""
        return self.printed_by(numerals.euro)

    def capital(self) -> Bound:
        """With its first letter as a capital, for the beginning of a sentence."""
        inner = self._write

        def capitalised(language: str, quantity: Quantity) -> str:
            text = inner(language, quantity)
            return text[:1].upper() + text[1:]

        return self.printed_by(capitalised)

    def __str__(self) -> str:
        self._recorder.cited.add(f"value {self._name}")
        return self._recorder.place(self._write(self._recorder.language, self._quantity))


def _written(language: str, quantity: Quantity) -> str:
    if isinstance(quantity, Entries):
        return Block(listed(language, quantity)) if quantity.entries else wording.write(language, quantity)
    if isinstance(quantity, Contents):
        return Block(CONTENTS)
    return wording.write(language, quantity)
