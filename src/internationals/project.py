"""A municipality's project folder: its configuration, read strictly, and where everything stands in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from internationals.shapes import ConfigError

KEY_VARIABLE = "INTERNATIONALS_KEY"
_INVENTED_KEY = b"invented people need no secret"
_SHORTEST_KEY = 16

Model = TypeVar("Model", bound=BaseModel)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Names(_Strict):
    """A name in both languages."""

    nl: str
    en: str


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


class Municipality(_Strict):
    """`municipality.yml`."""

    code: Annotated[str, StringConstraints(pattern=r"^GM\d{4}$")] = Field(description="CBS code, as GM0546")
    name: Names = Field(description="the municipality's name in both languages")
    publisher: str = Field(description="who publishes the monitor")
    contact: str = Field(description="an e-mail address for questions")
    licence: str = Field("CC BY 4.0", description="licence of what is published")
    languages: list[Literal["nl", "en"]] = Field(["nl", "en"], description="languages of the site")
    invented: bool = Field(False, description="true only for invented registers: labels everything")
    former_codes: list[Annotated[str, StringConstraints(pattern=r"^\d{4}$")]] = Field(
        [], description="four-digit codes of municipalities that merged into this one"
    )
    register_: RegisterSettings = Field(
        RegisterSettings(), alias="register", description="how the extracts differ from the standard layout"
    )
    disclosure: DisclosureSettings = Field(DisclosureSettings(), description="stricter disclosure control")
    engine: Literal["duckdb"] = Field("duckdb", description="what runs the indicators")


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


@dataclass(frozen=True)
class Project:
    """A project folder, opened."""

    folder: Path
    municipality: Municipality

    @property
    def extracts(self) -> Path:
        """Where the register extracts are: never published."""
        return self.folder / "extracts"

    def release(self, edition: str) -> Path:
        """Where an edition's release is, or will be."""
        return self.folder / "releases" / edition

    def public(self, edition: str) -> Path:
        """Where an edition's public folder is, or will be."""
        return self.folder / "public" / edition

    def edition(self, name: str) -> EditionSettings:
        """The settings of an edition. Raises ConfigError."""
        path = self.folder / "editions" / f"{name}.yml"
        if not path.is_file():
            there = sorted(other.stem for other in path.parent.glob("*.yml"))
            listed = f"There are: {', '.join(there)}." if there else "There are none yet."
            raise ConfigError(f"There is no edition '{name}' in {path.parent.name}/. {listed}")
        return _read(path, EditionSettings)

    def key(self) -> bytes:
        """The key of the pseudonyms. Raises ConfigError when real extracts have none."""
        value = os.environ.get(KEY_VARIABLE, "").encode()
        if self.municipality.invented:
            return value or _INVENTED_KEY
        if len(value) < _SHORTEST_KEY:
            raise ConfigError(
                f"Real extracts need a secret key of at least {_SHORTEST_KEY} characters in the environment "
                f"variable {KEY_VARIABLE}. Take it from your organisation's safe: the same key every year "
                "gives the same pseudonyms."
            )
        return value


def open_project(folder: Path) -> Project:
    """Open a project folder. Raises ConfigError."""
    path = folder / "municipality.yml"
    if not path.is_file():
        raise ConfigError(
            f"{folder} is no project folder: it has no municipality.yml. "
            "Make one with 'internationals new', or 'internationals demo' for an invented one."
        )
    return Project(folder, _read(path, Municipality))


def _read(path: Path, model: type[Model]) -> Model:
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
    if not isinstance(content, dict):
        raise ConfigError(f"{path.name}: expected 'key: value' lines, found {type(content).__name__}.")
    try:
        return model.model_validate(content)
    except ValidationError as problem:
        raise ConfigError(
            f"{path.name}: " + " ".join(_sentence(e, model) for e in problem.errors())
        ) from problem


def _sentence(error: Any, model: type[BaseModel]) -> str:
    where = ": ".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        known = ", ".join(sorted(field.alias or name for name, field in model.model_fields.items()))
        return f"Unknown key '{where}'. Known keys: {known}."
    if error["type"] == "missing":
        return f"The key '{where}' is missing."
    return f"'{where}' is {error['input']!r}: {error['msg'][0].lower()}{error['msg'][1:]}."
