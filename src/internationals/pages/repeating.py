"""A page that is made once for every code of a list: `for_each: {nationality: ["0001", $listed]}`.

In each of its copies `this` is the code at hand. A copy keeps its address and the ids of its charts in every
edition, whatever its place in the list: they are made from the code and its label, not from the order.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from internationals.definitions.thresholds import thresholds
from internationals.pages.folders import Folder
from internationals.pages.located import line_of
from internationals.pages.problems import Problems, UnfitError
from internationals.pages.quantities import Names
from internationals.pages.scope import Scope
from internationals.pages.spec import PageSpec
from internationals.shapes import Dimension, Release, Status


@dataclass(frozen=True)
class Copy:
    """One page to be made from a folder. `this` is None for a page that is made once."""

    folder: Folder
    spec: PageSpec
    this: Names | None = None


def copies(folder: Folder, spec: PageSpec, release: Release, problems: Problems) -> Iterator[Copy]:
    """The page itself, or a copy for each code of its list, with numbers that follow each other."""
    if spec.for_each is None:
        yield Copy(folder, spec)
        return
    with problems.at(spec.file, line_of(spec.for_each)):
        dimension, codes = _listed(spec, spec.for_each, release)
        for position, code in enumerate(codes):
            yield Copy(
                replace(folder, id=f"{folder.id}-{code.lower()}"),
                replace(
                    spec,
                    number=spec.number + position,
                    slug={
                        language: f"{slug}-{_address(dimension, code, language)}"
                        for language, slug in spec.slug.items()
                    },
                    charts=tuple(replace(chart, id=f"{chart.id}-{code.lower()}") for chart in spec.charts),
                ),
                Names({code: dimension.codes[code]}),
            )


def _listed(spec: PageSpec, for_each: Any, release: Release) -> tuple[Dimension, tuple[str, ...]]:
    """The dimension of the list, and its codes in order, each once."""
    if not isinstance(for_each, Mapping) or len(for_each) != 1:
        raise UnfitError(
            '`for_each` names one dimension and its codes, such as {nationality: ["0001", $listed]}, '
            f"and here it is {for_each!r}."
        )
    name, entries = next(iter(for_each.items()))
    scope = Scope(release, spec.tables, spec.values, thresholds(), optional=spec.optional)
    tables = [scope.table(table) for table in spec.tables]
    found = next(((t, d) for t in tables for d in t.card.dimensions if d.id == name), None)
    if found is None:
        raise UnfitError(f"None of the tables of this page has the dimension {name!r} of `for_each`.")
    table, dimension = found
    codes: list[str] = []
    for entry in entries if isinstance(entries, list) else [entries]:
        chosen = scope.codes(table, name, entry)
        # A list of which nothing may be shown makes no pages.
        codes += () if isinstance(chosen, Status) else chosen
    return dimension, tuple(dict.fromkeys(code for code in codes if code in dimension.codes))


def _address(dimension: Dimension, code: str, language: str) -> str:
    """The end of an address: the label in small letters, and the code where two codes share a label."""
    words = {known: _plain(label.get(language, known)) for known, label in dimension.codes.items()}
    shared = Counter(words.values())[words[code]] > 1
    return "-".join(part for part in (words[code], code.lower() if shared or not words[code] else "") if part)


def _plain(label: str) -> str:
    letters = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
