"""Numbers as words of a language: spelled up to twelve, as a place in an order, as a percentage in words.

The machine spells them, from bound values, so that a word such as "four" is as safe as the digit.
"""

from __future__ import annotations

from dataclasses import replace

from internationals import texts
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Number, Quantity
from internationals.pages.wording import counted, words, write
from internationals.shapes import Status


def spelled(language: str, quantity: Quantity, one: str | None = None, many: str | None = None) -> str:
    """A whole number from nought to twelve in words, another one in digits; with its noun if given one."""
    number = _number(quantity)
    plain = counted(language, number, one, many) if one and many else write(language, number)
    value = number.cell.value
    numerals = words(language)["numerals"]
    if value is None or number.unit in ("percent", "points") or value not in range(len(numerals)):
        return plain
    if number.cell.status is not Status.NORMAL:
        return plain
    return plain.replace(texts.number(language, value, number.decimals), numerals[int(value)], 1)


def ordinal(language: str, quantity: Quantity) -> str:
    """A place in an order: in words up to the twelfth, in digits with their ending from there on.

    Raises UnfitError for a number that is no place: not whole, or below one.
    """
    number = _number(quantity)
    value = number.cell.value
    if value is None:
        return write(language, number)
    if value != int(value) or value < 1:
        raise UnfitError(f"{value:g} is no place in an order; an ordinal is made of a whole number from 1.")
    known = words(language)["ordinals"]
    if value <= len(known):
        return str(known[int(value) - 1])
    endings = words(language)["ordinal_endings"]
    digits = str(int(value))
    ending = next((endings[tail] for tail in (digits[-2:], digits[-1:]) if tail in endings), endings["other"])
    return texts.number(language, value) + str(ending)


def percent_in_words(language: str, quantity: Quantity) -> str:
    """A percentage with the word instead of the sign: "34 procent", "34 per cent"."""
    number = _number(quantity)
    if number.unit != "percent":
        raise UnfitError("Only a percentage can be written out as one.")
    if number.cell.value is None:
        return write(language, number)
    bare = write(language, replace(number, unit="items"))
    return str(words(language)["percent"].format(number=bare))


def euro(language: str, quantity: Quantity) -> str:
    """An amount in euros, with the sign as the language puts it: "€ 30.672", "€30,672"."""
    number = _number(quantity)
    written = write(language, replace(number, unit="items"))
    return written if number.cell.value is None else str(words(language)["euro"].format(number=written))


def _number(quantity: Quantity) -> Number:
    if not isinstance(quantity, Number):
        raise UnfitError("Only a number can be written in words.")
    return quantity
