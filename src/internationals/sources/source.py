"""What a source is: who makes it, which data set it is, how it comes here and how it is read.

Every source is a file in `catalogue/`; a municipality may change any entry of it, or add a source, under
`sources` in municipality.yml. So a table that its producer has replaced is a change of configuration.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from internationals.shapes import ConfigError, Provenance, Text
from internationals.sources.periods import Period


class Source(BaseModel):
    """One source, as its file in `catalogue/` and municipality.yml describe it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: dict[str, str] = Field(description="what the source is called, per language")
    producer: dict[str, str] = Field(description="who makes it, per language")
    dataset: str = Field(description="which of the producer's data it is: a table number or a title")
    licence: str = Field(description="the licence under which the producer publishes")
    public: bool = Field(True, description="whether the producer has published these numbers")
    rounded_to: int = Field(
        0, ge=0, description="the multiple that the producer rounds to, 0 for exact numbers"
    )
    period: Period = Field(
        "year", description="how it counts time: by day (1 January), year, month, study_year"
    )
    notes: list[dict[str, str]] = Field([], description="caveats, printed with every figure")
    kind: str | None = Field(None, description="how `fetch` gets it; none for what only comes by hand")
    by_hand: str | None = Field(None, description="how a file is read that was put into deliveries/")
    options: dict[str, Any] = Field({}, description="what the kind needs to know, by the name of the kind")


@dataclass(frozen=True)
class Place:
    """Whose monitor it is: four-digit codes of the municipality, its former ones and those of its region."""

    municipality: str
    name: Text
    region: tuple[str, ...]
    former_codes: tuple[str, ...] = ()
    region_id: str = ""


def catalogue(changes: Mapping[str, Mapping[str, Any]] | None = None) -> dict[str, Source]:
    """Every source by its id: the built-in ones with the changes of a municipality, and those that it adds.

    Raises ConfigError for an entry that is not understood.
    """
    entries: dict[str, dict[str, Any]] = {name: dict(entry) for name, entry in _built_in().items()}
    for name, change in (changes or {}).items():
        before: Mapping[str, Any] = entries.get(name, {})
        entries[name] = _merged(before, change)
    return {name: _source(name, entry) for name, entry in sorted(entries.items())}


def _source(name: str, entry: Mapping[str, Any]) -> Source:
    try:
        return Source(**{"id": name, **entry})
    except ValidationError as problem:
        error = problem.errors()[0]
        where = ": ".join(map(str, error["loc"]))
        raise ConfigError(
            f"municipality.yml, sources: {name}: '{where}': {error['msg']}. "
            f"Known keys: {', '.join(sorted(Source.model_fields))}."
        ) from problem


def _merged(entry: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """The entry with a change laid over it: mappings are merged, everything else is replaced."""
    found = dict(entry)
    for key, value in change.items():
        before = found.get(key)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            found[key] = _merged(before, value)
        else:
            found[key] = value
    return found


@cache
def _built_in() -> Mapping[str, Mapping[str, Any]]:
    folder = resources.files(__package__).joinpath("catalogue")
    return {
        file.name.removesuffix(".yml"): yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".yml")
    }


def unproven(source: Source, rows: int = 0) -> Provenance:
    """A provenance that says only which source it is, and how many rows were read of a file by hand.

    The room puts that of the snapshot in its place.
    """
    return Provenance(
        source.id, source.producer, source.title, source.dataset, source.licence, None, None, "", "", rows, {}
    )
