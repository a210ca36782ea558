"""`mapping.yml`, read: where the release holds what a published row is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True)
class Mapped:
    """The whole mapping; the comments in `mapping.yml` say what each part means."""

    register: Sequence[str]
    other_sources: Mapping[str, str]
    not_statistics: Mapping[str, str]
    definitions: Sequence[str]
    facts: Sequence[str]
    not_counted: Mapping[str, str]
    not_in_register: Mapping[str, str]
    not_delivered: Mapping[str, str]
    named_groups: Mapping[str, str]
    register_groups: Mapping[str, str]
    counted_by: Mapping[str, str]
    scopes: Mapping[str, str]
    moments: Mapping[str, str]
    called: Mapping[str, str]
    countries: Mapping[str, str]
    places: Mapping[str, str]
    regions: Mapping[str, str]
    left_out: Mapping[str, Sequence[str]]
    percentages: Sequence[str]
    wholes: Mapping[str, Mapping[str, str | None]]
    open_families: Mapping[str, Mapping[str, str]]
    words: Mapping[str, Mapping[str, str]]
    groups: Mapping[str, str]
    subjects: Mapping[str, str]
    topics: Mapping[str, Sequence[str]]
    flows: Mapping[str, str]
    comparators: Mapping[str, str]
    families: Mapping[str, Mapping[str, str]]
    codes: Mapping[str, Mapping[str, str | Sequence[str]]]


@cache
def mapping() -> Mapped:
    """The mapping; an unknown or missing part is a TypeError, for the file is ours."""
    file = resources.files("internationals.verification").joinpath("mapping.yml")
    return Mapped(**yaml.safe_load(file.read_text(encoding="utf-8")))
