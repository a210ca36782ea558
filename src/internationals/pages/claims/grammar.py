"""What there is to say, rather than what it says: these choose the wording and claim no direction.

So they do not license a word such as "rose" in the sentence that they guard (see `prose`).
"""

from __future__ import annotations

from collections.abc import Sequence

from internationals.pages.problems import UnfitError, suggestion
from internationals.pages.quantities import Day, Names, Number, Quantity, Year
from internationals.pages.scope import Scope
from internationals.pages.verdicts import Verdict
from internationals.shapes import Status


def known(scope: Scope, values: str | Sequence[str]) -> Verdict:
    """Every one of these values can be printed: a number, a year, a day, at least one name."""
    names = [values] if isinstance(values, str) else values
    if not isinstance(names, list) or not names:
        raise UnfitError("`known` takes the name of a value, or a list of names.")
    return all(_printable(scope.quantity(name)) for name in names)


def one_name(scope: Scope, names: str) -> Verdict:
    """There is exactly one name."""
    return _how_many(scope.names(names), 1, 1)


def several_names(scope: Scope, names: str) -> Verdict:
    """There are two names or more."""
    return _how_many(scope.names(names), 2, None)


def no_names(scope: Scope, names: str) -> Verdict:
    """There are no names, and that is certain."""
    return _how_many(scope.names(names), 0, 0)


def withheld(scope: Scope, values: str | Sequence[str]) -> Verdict:
    """At least one of these values is not shown, for the protection of individuals."""
    names = [values] if isinstance(values, str) else values
    return any(_withheld(scope.quantity(name)) for name in names)


def among(scope: Scope, names: str, *, codes: Sequence[str]) -> Verdict:
    """Every one of the names has one of these codes: `{among: this, codes: ["0001"]}`; never of no names."""
    found = scope.names(names)
    if found.status is not Status.NORMAL:
        return None
    return bool(found.labels) and set(found.labels) <= set(codes)


def stated(scope: Scope, fact: str) -> Verdict:
    """The project has this fact in its facts.yml: for a fact that the page lists under `facts`."""
    if fact not in scope.facts:
        raise UnfitError(
            f"There is no fact {fact!r}, and the page does not list it under `facts`. "
            f"{suggestion(str(fact), list(scope.facts))}"
        )
    return scope.facts[fact]


def _withheld(quantity: Quantity) -> bool:
    if isinstance(quantity, Number):
        return quantity.cell.status is Status.SUPPRESSED
    if isinstance(quantity, Names):
        return quantity.status is Status.SUPPRESSED
    raise UnfitError("`withheld` takes numbers and names.")


def _how_many(names: Names, least: int, most: int | None) -> Verdict:
    if names.status is not Status.NORMAL:
        return None
    return len(names.labels) >= least and (most is None or len(names.labels) <= most)


def _printable(quantity: Quantity) -> bool:
    if isinstance(quantity, Number):
        return quantity.cell.value is not None
    if isinstance(quantity, Names):
        return bool(quantity.labels)
    if isinstance(quantity, Year):
        return quantity.code is not None
    if isinstance(quantity, Day):
        return quantity.date is not None
    raise UnfitError("`known` takes numbers, years, days and names.")
