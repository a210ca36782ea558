"""From the codes and titles of a producer's dimension to our codes; none is left without an answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from internationals.shapes import DataError
from internationals.sources import titles
from internationals.sources.raw import RawDimension
from internationals.sources.source import Source
from internationals.sources.table_options import Mapped


@dataclass(frozen=True)
class Axis:
    """A dimension of ours: where its code stands in a raw key, and what each raw code becomes (None: left out)."""

    position: int
    ours: Mapping[str, str | None]
    leftover: str | None

    @cached_property
    def shared(self) -> frozenset[str]:
        """Our codes to which several raw ones lead, so that their rows are added up."""
        numbers = Counter(code for code in self.ours.values() if code is not None)
        several = {code for code, number in numbers.items() if number > 1}
        return frozenset(several | ({self.leftover} if self.leftover else set()))


def axis_of(dimension: RawDimension, position: int, mapped: Mapped, source: Source, name: str) -> Axis:
    ours: dict[str, str | None] = {}
    strange = []
    for code, title in dimension.titles.items():
        found = mapped.codes.get(code) or mapped.codes.get(title)
        if found is None and (_fits(code, mapped.skip) or _fits(title, mapped.skip)):
            ours[code] = None
            continue
        if found is None and mapped.look_up:
            found = titles.KNOWN[mapped.look_up](title)
        if found is None and mapped.leftover is None:
            strange.append(f"{code} ({title})" if title != code else code)
        ours[code] = found or mapped.leftover
    if strange:
        raise DataError(
            f"{source.id}: we have no {name} for {', '.join(strange[:10])}"
            f"{f' and {len(strange) - 10} more' if len(strange) > 10 else ''}. Name them under sources: {source.id}: "
            f"options: cbs: dimensions: {name} in municipality.yml: as codes, under skip, or with a leftover."
        )
    return Axis(position, ours, mapped.leftover)


def _fits(text: str, patterns: list[str]) -> bool:
    return any(re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), text) for pattern in patterns)
