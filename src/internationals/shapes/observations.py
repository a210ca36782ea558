"""What sources other than the register say: observations, and where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from internationals.shapes.tables import Cell
from internationals.shapes.words import Text


@dataclass(frozen=True)
class Provenance:
    """The card of a snapshot: who made the data, which of them these are, and how they came here.

    `source` is the id of the source, `snapshot` that of its snapshot. `version` and `modified` are the
    producer's own; `retrieved` is when we took them (ISO 8601, UTC). `query` says what was asked of whom, or
    which file was handed over. `rows` counts the rows as they were received, and `files` gives the sha256
    of each file.
    """

    source: str
    producer: Text
    title: Text
    dataset: str
    licence: str
    version: str | None
    modified: str | None
    retrieved: str
    query: str
    rows: int
    files: Mapping[str, str]
    snapshot: str = ""


@dataclass(frozen=True)
class Observations:
    """What one source says, in our codes: a cell for each combination of codes.

    `dimensions` names the codes of a key, in order; years are text, and `year` comes first. `cells` holds a
    number or the reason why there is none. `labels` names codes that are in no code list of ours (employers,
    institutions, sectors), per dimension. `reference` is the year or date that the edition declares for the
    source: nothing later is in it. `rounded_to` is the multiple that the source rounds to, 0 when its numbers
    are exact. `notes` are caveats to be printed with every figure; `breaks` say in which year a series breaks.
    """

    source: str
    dimensions: tuple[str, ...]
    cells: Mapping[tuple[str, ...], Cell]
    provenance: Provenance
    reference: str = ""
    labels: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    rounded_to: int = 0
    notes: tuple[Text, ...] = ()
    breaks: Mapping[str, Text] = field(default_factory=dict)
