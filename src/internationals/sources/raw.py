"""A table as its producer gives it, whatever it came in: dimensions with codes and titles, and values.

The readers of protocols and of files make it; `harmonise` of a kind turns it into our codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True)
class RawDimension:
    """A dimension: what its codes are called, and the status that the producer gives a code (a period).

    Codes have no spaces around them. In a file that has titles only, a title is its own code.
    """

    id: str
    titles: Mapping[str, str]
    statuses: Mapping[str, str] = field(default_factory=dict)


class RawRow(NamedTuple):
    """One observation: a code per dimension, of which measure, and a value or the reason why there is none."""

    codes: tuple[str, ...]
    measure: str
    value: float | None
    reason: str = ""


@dataclass(frozen=True)
class RawTable:
    """Dimensions in the order of the codes of a row, measures by code, and the rows; the file, if made by hand."""

    dimensions: tuple[RawDimension, ...]
    measures: Mapping[str, str]
    rows: tuple[RawRow, ...]
    file: str = ""
