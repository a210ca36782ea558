"""Tables as somebody without our door could publish them: planted leaks, to see whether the audit finds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from internationals.disclosure import Audit, audit, policy
from internationals.disclosure.policy import Policy, Rule
from internationals.shapes import (
    Card,
    Cell,
    Counts,
    Dimension,
    Method,
    Nature,
    ProtectedTable,
    Protection,
    Release,
    Status,
    Tally,
    by_id,
)

TEXT = {"nl": "", "en": ""}
HIDDEN = Cell(None, Status.SUPPRESSED)
YEAR = "2022"
OWN = "0546"


def table(
    name: str,
    dimensions: str,
    cells: Mapping[str, float | Cell],
    *,
    base: int = 0,
    decimals: int = 0,
    nature: Nature = Nature.COUNTS,
) -> ProtectedTable:
    """A table of the year 2022; cells by their codes with spaces between. With a base every number is a rounded one."""
    keyed = {(YEAR, *key.split()): cell for key, cell in cells.items()}
    status = Status.ROUNDED if base else Status.NORMAL
    found = {
        codes: cell if isinstance(cell, Cell) else Cell(cell, status)
        for codes, cell in keyed.items()
        if cell != 0 or not base
    }
    method = Method.ROUNDED if base else Method.EXACT
    card = Card(name, TEXT, TEXT, TEXT, _listed(dimensions, keyed), TEXT, TEXT, decimals=decimals)
    return ProtectedTable(card, found, nature, Protection(method, base))


def counts(name: str, dimensions: str, rows: Mapping[str, int]) -> Counts:
    """Counts of the year 2022 as they are brought to the door, each of other people; codes with spaces between."""
    return counts_of_years(name, dimensions, {YEAR: rows})


def counts_of_years(name: str, dimensions: str, years: Mapping[str, Mapping[str, int]]) -> Counts:
    """The same, of several years."""
    keyed = {(year, *key.split()): n for year, rows in years.items() for key, n in rows.items()}
    card = Card(name, TEXT, TEXT, TEXT, _listed(dimensions, keyed), TEXT, TEXT)
    return Counts(card, tuple((*codes, Tally(n, at)) for at, (codes, n) in enumerate(keyed.items())))


def _listed(dimensions: str, keyed: Iterable[tuple[str, ...]]) -> tuple[Dimension, ...]:
    """The year and these dimensions, with the codes that occur."""
    return tuple(
        Dimension(each, TEXT, dict.fromkeys((codes[n] for codes in keyed), TEXT))
        for n, each in enumerate(["year", *dimensions.split()])
    )


def edition(name: str, *tables: ProtectedTable) -> Release:
    """A release of another edition."""
    return Release({"edition": name}, by_id(tables))


def attacked(
    *tables: ProtectedTable,
    earlier: Iterable[Release] = (),
    why: bool = False,
    rules: Mapping[str, Rule] | None = None,
) -> Audit:
    """What the audit finds in these tables; the real policy says what they count."""
    return audit(tables, tuple(earlier), with_rules(rules or {}), OWN, why=why)


def with_rules(rules: Mapping[str, Rule]) -> Policy:
    """Our policy with rules for other tables as well."""
    whole = policy()
    return replace(whole, tables={**whole.tables, **rules})


def leaks(found: Audit) -> dict[str, tuple[float, float]]:
    """What leaked: the codes of the place, and its range."""
    return {" ".join(code for _, code in leak.place.facets): (leak.least, leak.most) for leak in found.leaks}
