"""Everything that the expressions of one page can refer to: its tables, its years, its other values."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from internationals.pages.dates import Origin, origin_of
from internationals.pages.given import given
from internationals.pages.operations import call
from internationals.pages.problems import AbsentError, ConsequenceError, Problems, UnfitError, suggestion
from internationals.pages.quantities import Bundle, FromTo, Line, Names, Number, Quantity, Year
from internationals.pages.trail import Trail
from internationals.pages.veils import Veil, veils
from internationals.shapes import Geometry, ProtectedTable, Release, Status

_Kind = TypeVar("_Kind", Number, Line, Names, Year)
_YEAR = re.compile(r"(?P<base>first|last|previous|\d{4}|\$\w+)(?P<offset>[+-]\d+)?")


def years_of(table: ProtectedTable) -> tuple[str, ...]:
    """The years of a table, oldest first, without those that are announced but not there yet."""
    return table.years


class Scope:
    """Computes the values of one page, each once, by the names that `page.yml` gives them."""

    def __init__(
        self,
        release: Release,
        tables: Collection[str],
        expressions: Mapping[str, Mapping[str, Any]],
        thresholds: Mapping[str, float],
        this: Names | None = None,
        optional: Collection[str] = (),
        facts: Mapping[str, bool] | None = None,
    ) -> None:
        self.thresholds = thresholds
        self.facts: Mapping[str, bool] = facts or {}
        self.languages: tuple[str, ...] = tuple(release.manifest["languages"])
        self.first_language = self.languages[0]
        self.release_tables: Mapping[str, ProtectedTable] = release.tables
        self.geometry: Mapping[str, Geometry] = release.geometry
        self._tables = {name: release.tables[name] for name in (*tables, *optional) if name in release.tables}
        self._optional = set(optional) - set(self._tables)
        self._absent: set[str] = set()
        self._expressions = expressions
        self._known: dict[str, Quantity] = given(release)
        if this is not None:
            self._known["this"] = this
        self._busy: list[str] = []
        self.trail = Trail[Origin]()
        self.veils = Trail[Veil]()
        self._failed: set[str] = set()

    def evaluate(self, problems: Problems, file: str, lines: Mapping[str, int]) -> dict[str, Quantity]:
        """All values of the page; what cannot be computed is noted with its line and left out."""
        for name in self._expressions:
            with problems.at(file, lines[name]):
                self.quantity(name)
        return self._known

    def quantity(self, name: object) -> Quantity:
        """The value of this name. Raises UnfitError when there is none, or when it refers to itself."""
        found = self._quantity(name)
        if isinstance(found, Number | Line | Bundle | FromTo):
            self.trail.uses(str(name))
        return found

    def _quantity(self, name: object) -> Quantity:
        if not isinstance(name, str):
            raise UnfitError(f"Expected the name of a value, and found {name!r}.")
        if name in self._known:
            self.veils.uses(name)
            return self._known[name]
        if name in self._absent:
            raise AbsentError(f"{name!r} is of a table that is not there.")
        if name in self._failed:
            raise ConsequenceError(f"{name!r} could not be computed.")
        if name not in self._expressions:
            known = [*self._expressions, *self._known]
            raise UnfitError(f"There is no value {name!r} on this page. {suggestion(name, known)}")
        if name in self._busy:
            raise UnfitError(f"{' -> '.join([*self._busy, name])}: a value cannot refer to itself.")
        self._busy.append(name)
        try:
            with self.trail.of() as origins, self.veils.of() as hidden:
                self._known[name] = self._computed(self._expressions[name])
            self.trail.keep(name, origins)
            self.veils.keep(name, hidden | veils(self._known[name]))
        except AbsentError:
            self._absent.add(name)
            raise
        except UnfitError:
            self._failed.add(name)
            raise
        finally:
            self._busy.pop()
        self.veils.uses(name)
        return self._known[name]

    def _computed(self, expression: Mapping[str, Any]) -> Quantity:
        if not isinstance(expression, Mapping) or "decimals" not in expression:
            result: Quantity = call("values", expression, self)
            return result
        rest = {key: value for key, value in expression.items() if key != "decimals"}
        decimals, quantity = expression["decimals"], call("values", rest, self)
        if not isinstance(quantity, Number | Line) or not isinstance(decimals, int):
            raise UnfitError("`decimals` is a whole number, and only numbers and lines have decimals.")
        return replace(quantity, decimals=decimals)

    def hidden_at_most(self, name: str) -> float:
        """How large a withheld cell of a line can be, as far as a table promises.

        Of a line that is computed from others nothing is promised.
        """
        table = self._expressions.get(name, {}).get("line")
        found = self._tables.get(table) if isinstance(table, str) else None
        return found.protection.hidden_at_most if found else math.inf

    def number(self, name: object) -> Number:
        """The number of this name."""
        return _as(Number, name, self.quantity(name))

    def line(self, name: object) -> Line:
        """The line of this name."""
        return _as(Line, name, self.quantity(name))

    def names(self, name: object) -> Names:
        """The names of this name."""
        return _as(Names, name, self.quantity(name))

    def year(self, name: object) -> Year:
        """The year of this name."""
        return _as(Year, name, self.quantity(name))

    def table(self, name: object) -> ProtectedTable:
        """A table that the page lists. Raises UnfitError for another, AbsentError for an optional one that is not there."""
        if name in self._optional:
            raise AbsentError(f"The table {name!r} is not there.")
        if not isinstance(name, str) or name not in self._tables:
            raise UnfitError(
                f"The page does not list the table {name!r} under `tables`. "
                f"{suggestion(str(name), list(self._tables))}"
            )
        self.trail.reads(origin_of(self._tables[name].card))
        return self._tables[name]

    def year_in(self, table: ProtectedTable, text: object) -> Year:
        """The year meant by `last`, `first`, `previous`, `2020` or `$name`, with an offset as in `last-10`.

        A year that the table does not have is missing.
        """
        match = _YEAR.fullmatch(str(text))
        if match is None:
            raise UnfitError(
                f"{text!r} is not a year. Write first, last, previous, 2020 or $name, "
                "with an offset if needed: last-10."
            )
        years, base = years_of(table), match["base"]
        if base.startswith("$"):
            year = self.year(base[1:])
            if year.code is None:
                return year
            code = year.code
        else:
            position = {"first": 0, "last": -1, "previous": -2}.get(base)
            if position is None:
                code = base
            elif len(years) >= (2 if base == "previous" else 1):
                code = years[position]
            else:
                return Year(None, Status.MISSING)
        code = str(int(code) + int(match["offset"] or 0))
        return Year(code) if code in years else Year(None, Status.MISSING)

    def codes(self, table: ProtectedTable, dimension: str, text: object) -> tuple[str, ...] | Status:
        """The codes meant by a code or by `$name` (names or a line), or why there are none."""
        known = next((d.codes for d in table.card.dimensions if d.id == dimension), None)
        if known is None:
            dimensions = [d.id for d in table.card.dimensions]
            raise UnfitError(
                f"{table.card.id} has no dimension {dimension!r}. {suggestion(dimension, dimensions)}"
            )
        if isinstance(text, str) and text.startswith("$"):
            named = self._quantity(text[1:])  # which codes, and none of their numbers
            if not isinstance(named, Names | Line):
                raise UnfitError(f"{text} should be names or a line, and is not.")
            if isinstance(named, Names) and named.status is not Status.NORMAL:
                return named.status
            if isinstance(named, Line) and not named.cells and named.status is not Status.NORMAL:
                return named.status
            # Chosen by data, from another table perhaps: what this card lacks is missing, and no mistake.
            return tuple(named.labels if isinstance(named, Names) else named.cells)
        if str(text) not in known:
            raise UnfitError(
                f"{table.card.id} has no {dimension} {text!r}. {suggestion(str(text), list(known))}"
            )
        return (str(text),)


def _as(kind: type[_Kind], name: object, quantity: Quantity) -> _Kind:
    if not isinstance(quantity, kind):
        raise UnfitError(
            f"{name!r} should be a {kind.__name__.lower()} here, and is a {type(quantity).__name__.lower()}."
        )
    return quantity
