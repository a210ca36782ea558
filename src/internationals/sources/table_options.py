"""What the reader of a table of Statistics Netherlands needs to know: which rows count, and whose code is ours."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from internationals.shapes import DataError
from internationals.sources.source import Source


class Mapped(BaseModel):
    """How the codes of one dimension become ours."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    of: str | list[str] = Field(
        description="what the producer calls the dimension; several names if it varies"
    )
    look_up: Literal["nationality", "country"] | None = Field(
        None, description="find codes by their Dutch title in the list of nationalities or countries"
    )
    codes: dict[str, str] = Field({}, description="the producer's code or title: ours")
    skip: list[str] = Field([], description="codes or titles that are left out on purpose, * as a wildcard")
    leftover: str | None = Field(None, description="our code under which all other codes are added up")


class Options(BaseModel):
    """What the reader of a table of Statistics Netherlands needs to know about it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: str = Field(description="the table's identifier")
    catalog: str = Field("CBS", description="the catalogue that it is in")
    protocol: Literal["v4", "v3"] = Field("v4", description="the version of the data service")
    base_url: str | None = Field(None, description="another service than the producer's own")
    year: str | list[str] = Field(["Perioden", "Periode"], description="the dimension of time")
    municipality: str | list[str] = Field(
        ["RegioS", "Regio's", "WijkenEnBuurten"], description="the dimension of regions"
    )
    only: dict[str, list[str]] = Field(
        {}, description="other dimensions: the codes or titles of which rows are kept"
    )
    measure: list[str] = Field(description="the identifier or title of the measure; several if it varies")
    dimensions: dict[str, Mapped] = Field(description="our dimensions beside year and municipality")
    from_year: int = Field(2012, description="the first year that is kept")


def options_of(source: Source) -> Options:
    """The options of a source that is read as a table of Statistics Netherlands. Raises DataError."""
    try:
        return Options.model_validate(source.options.get("cbs", {}))
    except ValueError as problem:
        raise DataError(
            f"The source {source.id} is not described well under options: cbs: {problem}"
        ) from problem
