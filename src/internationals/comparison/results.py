"""The shapes of a comparison: data only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CellChange:
    """One figure that differs: its codes in each release, and what stood and stands there.

    A number, or the status that stands in its place. `label` says in English what the codes mean, the year
    apart. `size` orders changes, largest first; a figure that
    appeared or was withheld since counts with the number that is known.
    """

    before: Mapping[str, str]
    after: Mapping[str, str]
    was: str
    became: str
    size: float
    label: str = ""


@dataclass(frozen=True)
class TableChange:
    """What changed in one table: `revised` cells have the same codes in both releases, `moved` ones the last year.

    `years_added` and `years_gone` are the years that only one of the releases has.
    """

    table: str
    years_gone: tuple[str, ...]
    years_added: tuple[str, ...]
    last_years: tuple[str, str]
    revised: tuple[CellChange, ...]
    moved: tuple[CellChange, ...]


@dataclass(frozen=True)
class PageChange:
    """One page in one language. `was` and `became` are its headlines, empty where the page is not there.

    `turned`: the headline says something else, and not the same with other figures.
    `cited_gone` and `cited_added` are the values that only one of the two texts prints.
    """

    page: str
    language: str
    was: str
    became: str
    turned: bool = False
    cited_gone: tuple[str, ...] = ()
    cited_added: tuple[str, ...] = ()


@dataclass(frozen=True)
class CodeChange:
    """A code list of which codes came, went, or changed their name. `tables` have this list."""

    dimension: str
    tables: tuple[str, ...]
    gone: Mapping[str, str]
    added: Mapping[str, str]
    renamed: Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class TextChange:
    """A text, or a fact about how a release was made, that differs. `where` are the tables that have it."""

    where: tuple[str, ...]
    what: str
    was: str
    became: str


@dataclass(frozen=True)
class Comparison:
    """Everything that differs between two releases."""

    before: str
    after: str
    tables_gone: tuple[str, ...]
    tables_added: tuple[str, ...]
    figures: tuple[TableChange, ...]
    pages: tuple[PageChange, ...]
    codes: tuple[CodeChange, ...]
    definitions: tuple[TextChange, ...]
    makings: tuple[TextChange, ...]
