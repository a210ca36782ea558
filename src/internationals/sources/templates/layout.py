"""The templates of files by hand: what each source's file looks like, and what may stand in it.

A template stands in a `.yml` here under the id of its source. The files that a researcher fills in and
`docs/reference/deliveries.md` are made from the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

Form = Literal[
    "year",
    "month",
    "month_or_unknown",
    "municipality",
    "area",
    "residence",
    "country",
    "nationality",
    "study_year",
    "brin",
    "amount",
    "name",
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(_Strict):
    """A column: which dimension it gives (or `value`), what it means, and what may stand in it."""

    gives: str = Field(alias="is")
    nl: str
    en: str
    form: Form | None = None
    codes: Mapping[str, str] = {}


class Sum(_Strict):
    """A whole that its parts add up to, along a dimension, within what the source rounds."""

    along: str
    whole: str
    parts: Sequence[str]


class Within(_Strict):
    """A number that is not above another, along a dimension; `limit` says in words what that other one is."""

    along: str
    part: str
    whole: str
    limit: str


class Wide(_Strict):
    """Columns with a number each, in place of one column `value`: column header to code of a dimension."""

    along: str
    columns: Mapping[str, str]


class Template(_Strict):
    """The layout of one source's file."""

    dimensions: Sequence[str]
    columns: Mapping[str, Column]
    sums: Sequence[Sum] = ()
    within: Sequence[Within] = ()
    wide: Wide | None = None
    names: Mapping[str, str] = {}
    example: Sequence[str] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """The column names, in the order of the file."""
        return tuple(self.columns)

    @property
    def numbers(self) -> Mapping[str, str]:
        """The columns that hold numbers, each with the code it stands for; empty where there is one column."""
        if self.wide:
            return self.wide.columns
        return {next(name for name, column in self.columns.items() if column.gives == "value"): ""}

    def column_of(self, key: Sequence[str]) -> str:
        """The column in which the number of a key stands."""
        return next(name for name, code in self.numbers.items() if not code or code in key)


@cache
def templates() -> Mapping[str, Template]:
    """Every template, by the id of its source."""
    found: dict[str, Template] = {}
    for file in sorted(resources.files(__package__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            for name, content in yaml.safe_load(file.read_text(encoding="utf-8")).items():
                found[name] = Template.model_validate(content)
    return found
