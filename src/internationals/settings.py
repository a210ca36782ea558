"""The settings of a project: `municipality.yml` and `editions/<name>.yml`, read strictly."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar, get_args

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)

from internationals import texts
from internationals.shapes import ConfigError

CARD_LANGUAGES = ("nl", "en")
"""The languages in which every table is described, whatever the languages of the site."""

Model = TypeVar("Model", bound=BaseModel)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RegisterSettings(_Strict):
    """How the extracts differ from the layout of the documentation."""

    columns: dict[str, str] = Field({}, description="our column name: the supplier's column name")
    leading_zeros: Literal["refuse", "restore"] = Field(
        "refuse", description="restore: give codes that lost their leading zeros these back"
    )
    max_rejected_share: float = Field(
        0.01,
        ge=0,
        le=1,
        description="the largest share of rejected rows in a file that does not stop a build",
    )


class DisclosureSettings(_Strict):
    """May only be stricter than the default."""

    threshold: int = Field(5, ge=5, description="the smallest count that is published, 0 apart")
    base: int = Field(5, ge=5, description="the base to which other numbers are rounded at random")
    area_base: int = Field(
        50, ge=50, description="how many internationals an area needs to be shown by nationality"
    )
    tables: dict[str, Literal["rounded", "internal", "forbidden"]] = Field(
        {}, description="a table's id, and the stricter tier that it gets"
    )


class RegionSettings(_Strict):
    """The region with which a municipality compares itself."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$")] = Field(
        description="a short name, as it stands in files by hand"
    )
    name: dict[str, str] = Field(description="the region's name per language")
    municipalities: list[Annotated[str, StringConstraints(pattern=r"^\d{4}$")]] = Field(
        min_length=2, description="four-digit codes of its municipalities, our own among them"
    )


class StudentSettings(_Strict):
    """Which students the monitor is about."""

    institution: str | None = Field(
        None,
        description="BRIN of the institution whose students are counted by country; without it that of the file",
    )
    definition: Literal["nuffic", "cbs", "nationality"] = Field(
        "nuffic", description="who is an international student in the delivered figures; printed with them"
    )


class Municipality(_Strict):
    """`municipality.yml`."""

    code: Annotated[str, StringConstraints(pattern=r"^GM\d{4}$")] = Field(description="CBS code, as GM0546")
    name: dict[str, str] = Field(
        description="the municipality's name per language: nl, en, and every other language of the site"
    )
    publisher: str = Field(description="who publishes the monitor")
    contact: str = Field(description="an e-mail address for questions")
    licence: str = Field("CC BY 4.0", description="licence of what is published")
    public_url: Annotated[str, StringConstraints(pattern=r"^https://[^\s?#]+/$")] | None = Field(
        None,
        description="where the folder public/ will stand, as https://example.org/monitor/; ends in a slash",
    )
    languages: list[str] = Field(
        ["nl", "en"], min_length=1, description="languages of the site, the first one first"
    )
    invented: bool = Field(False, description="true only for invented registers: labels everything")
    former_codes: list[Annotated[str, StringConstraints(pattern=r"^\d{4}$")]] = Field(
        [], description="four-digit codes of municipalities that merged into this one"
    )
    register_: RegisterSettings = Field(
        RegisterSettings(), alias="register", description="how the extracts differ from the standard layout"
    )
    disclosure: DisclosureSettings = Field(DisclosureSettings(), description="stricter disclosure control")
    region: RegionSettings | None = Field(
        None, description="the region of comparison; without it the one that is known for the municipality"
    )
    students: StudentSettings = Field(
        StudentSettings(), description="which students are counted, and as what"
    )
    sources: dict[str, dict[str, Any]] = Field(
        {}, description="changes to the catalogue of sources, or sources of your own, by their id"
    )
    engine: Literal["duckdb"] = Field("duckdb", description="what runs the indicators")

    @field_validator("languages")
    @classmethod
    def _languages_with_words(cls, languages: list[str]) -> list[str]:
        there = texts.languages()
        for language in languages:
            if language not in there:
                raise ValueError(f"There are no words for {language!r}; there are for {', '.join(there)}")
        if len(set(languages)) < len(languages):
            raise ValueError("A language stands there twice")
        return languages

    @model_validator(mode="after")
    def _named_in_every_language(self) -> Self:
        needed = dict.fromkeys((*CARD_LANGUAGES, *self.languages))
        if missing := [language for language in needed if not self.name.get(language, "").strip()]:
            raise ValueError(f"`name` lacks the municipality's name in {', '.join(missing)}. Add it")
        return self


class Years(_Strict):
    """Which files an edition uses."""

    stands: list[int]
    events: list[int]


class EditionSettings(_Strict):
    """`editions/<name>.yml`."""

    reference_date: date = Field(description="the date of the latest stand")
    extracted: date | None = Field(None, description="when the extracts were taken from the register")
    years: Years | None = Field(
        None, description="years of stands and of events; without it all extracts up to the reference date"
    )
    previous: str | None = Field(
        None,
        coerce_numbers_to_str=True,  # `previous: 2022` is a number to YAML
        description="name of the edition before this one; without it the latest earlier one with a release",
    )
    sources: dict[str, str | int | date] = Field(
        {},
        description="of when each source is, by its id: 2021-01-01, 2020, 2022-04 or 2021/2022; without it the last "
        "year that the source has, up to that of the edition",
    )
    snapshots: dict[str, str] = Field(
        {}, description="the snapshot of a source that this edition stays with; without it the one in use"
    )
    pages: list[str] | None = Field(
        None, description="the folders of the pages that are published, in their order; without it all pages"
    )


def read(path: Path, model: type[Model], *, empty: bool = False) -> Model:
    """The settings in a file, which may be `empty` but for remarks. Raises ConfigError, with the line or the key that
    is wrong."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as problem:
        raise ConfigError(f"{path.name}: the file is not UTF-8.") from problem
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise ConfigError(
            f"{path.name}{line}: this is not YAML: {getattr(problem, 'problem', problem)}."
        ) from problem
    if content is None and empty:
        content = {}
    if not isinstance(content, dict):
        raise ConfigError(f"{path.name}: expected 'key: value' lines, found {type(content).__name__}.")
    try:
        return model.model_validate(content)
    except ValidationError as problem:
        raise ConfigError(
            f"{path.name}: " + " ".join(_sentence(e, model) for e in problem.errors())
        ) from problem


def _sentence(error: Any, model: type[BaseModel]) -> str:
    where = ": ".join(f"entry {part + 1}" if isinstance(part, int) else str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        section = _section(model, error["loc"][:-1])
        known = ", ".join(sorted(field.alias or name for name, field in section.model_fields.items()))
        return f"Unknown key '{where}'. Known keys: {known}."
    if error["type"] == "missing":
        return f"The key '{where}' is missing."
    if error["type"] == "value_error":
        return f"{error['ctx']['error']}."
    return f"'{where}' is {error['input']!r}: {error['msg'][0].lower()}{error['msg'][1:]}."


def _section(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel]:
    """The model of the section to which a path of keys and entries leads."""
    for key in path:
        for name, field in model.model_fields.items():
            if key in (name, field.alias):
                parts = (field.annotation, *get_args(field.annotation))
                model = next(
                    (part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), model
                )
    return model
