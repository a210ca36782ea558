"""Known errors of a source put right, each where it was seen, with the reason, until the source repairs it.

A correction says which wrong value it expects. As soon as the source gives another, or nothing, the correction is
refused: so no correction outlives its error, and none works on a number that nobody has looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from internationals.shapes import Cell, DataError, Observations, Status

Key = tuple[str, ...]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Beyond(_Strict):
    """A wrong value known by its size only: below one number, above another, or both."""

    below: float | None = None
    above: float | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.below is None and self.above is None:
            raise ValueError("give below, above or both")
        return self


class Correction(_Strict):
    """One known error: in which cells, which value is expected there, what is done, and why."""

    where: dict[str, str] = Field(
        min_length=1, description="code per dimension; all codes of what is left out"
    )
    expected: float | Beyond = Field(description="the wrong value, as the source gives it")
    action: Literal["drop", "override", "scale", "flag"]
    value: float | None = Field(None, description="the right value, or the factor of scale")
    reason: dict[str, str] = Field(description="a sentence per language, printed with every figure")
    status: Literal["open", "reported", "acknowledged"] = "open"
    reported: date | None = Field(None, description="the day on which the producer was told")
    file: str = Field("", description="the file that it stands in, for messages")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.action in ("override", "scale")) != (self.value is not None):
            raise ValueError("override and scale have a value, drop and flag have none")
        if not {"nl", "en"} <= set(self.reason) or not all(text.strip() for text in self.reason.values()):
            raise ValueError("give the reason in nl and en")
        if (self.status == "open") != (self.reported is None):
            raise ValueError("reported is the day of the report; an open correction has none")
        return self

    @property
    def place(self) -> str:
        """Where the error is, for messages."""
        return ", ".join(f"{dimension} {code}" for dimension, code in self.where.items())


def corrections(source: str, own: Path) -> tuple[Correction, ...]:
    """The corrections of a source: those of the package, then those in the project's folder `own`.

    Raises DataError for a file that is not understood.
    """
    found: list[Correction] = []
    for folder in (resources.files(__package__).joinpath("corrections"), own):
        file = folder.joinpath(f"{source}.yml")
        if file.is_file():
            found += _read(f"corrections/{source}.yml", file.read_text(encoding="utf-8"))
    return tuple(found)


def _read(name: str, text: str) -> list[Correction]:
    try:
        entries: Any = yaml.safe_load(text) or []
    except yaml.YAMLError as problem:
        raise DataError(f"{name} is no YAML: {problem}. Correct it.") from problem
    if not isinstance(entries, list):
        raise DataError(f"{name}: found one value; expected a list of corrections, each after a hyphen.")
    found = []
    for number, entry in enumerate(entries, 1):
        try:
            found.append(
                Correction.model_validate({**entry, "file": name} if isinstance(entry, dict) else entry)
            )
        except ValidationError as problem:
            error = problem.errors()[-1]
            where = ".".join(map(str, error["loc"])) or "the whole"
            raise DataError(f"{name}, correction {number}, {where}: {error['msg']}. Correct it.") from problem
    return found


def correct(observations: Observations, corrections: Sequence[Correction]) -> Observations:
    """The observations with the known errors put right, and a note with the reason of each.

    A cell that is dropped is missing, and not zero. Every correction looks at the cells as the source gave them.
    Raises DataError for a correction that finds no cell, whose error is not there any more, or that changes what
    another one changes.
    """
    cells = dict(observations.cells)
    notes = list(observations.notes)
    changed: dict[Key, Correction] = {}
    for correction in corrections:
        for key in _matching(observations, correction):
            cell = observations.cells[key]
            if not _as_expected(cell, correction.expected):
                raise DataError(
                    f"{correction.file}: {observations.source} has {_shown(cell)} at {_named(observations, key)}; "
                    f"expected the wrong value {_wrong(correction.expected)}. The source seems to be repaired: "
                    "look at it, and remove the correction."
                )
            if correction.action == "flag":
                continue
            if key in changed:
                raise DataError(
                    f"{correction.file}: two corrections change {_named(observations, key)} of {observations.source}. "
                    "Keep one."
                )
            changed[key] = correction
            cells[key] = _corrected(cell, correction)
        if correction.reason not in notes:
            notes.append(correction.reason)
    return replace(observations, cells=cells, notes=tuple(notes))


def _matching(observations: Observations, correction: Correction) -> list[Key]:
    strange = [name for name in correction.where if name not in observations.dimensions]
    if strange:
        raise DataError(
            f"{correction.file}: {observations.source} has no dimension {', '.join(strange)}; it has "
            f"{', '.join(observations.dimensions)}. Correct 'where'."
        )
    at = [(observations.dimensions.index(name), code) for name, code in correction.where.items()]
    found = [key for key in observations.cells if all(key[place] == code for place, code in at)]
    if not found:
        raise DataError(
            f"{correction.file}: {observations.source} has nothing at {correction.place}. Correct 'where', or remove "
            "the correction."
        )
    return found


def _as_expected(cell: Cell, expected: float | Beyond) -> bool:
    if cell.value is None:
        return False
    if isinstance(expected, Beyond):
        return (expected.below is None or cell.value < expected.below) and (
            expected.above is None or cell.value > expected.above
        )
    return cell.value == expected


def _corrected(cell: Cell, correction: Correction) -> Cell:
    if correction.action == "drop" or correction.value is None or cell.value is None:
        return Cell(None, Status.MISSING)
    value = correction.value if correction.action == "override" else cell.value * correction.value
    return replace(cell, value=value)


def _named(observations: Observations, key: Key) -> str:
    return ", ".join(f"{name} {code}" for name, code in zip(observations.dimensions, key, strict=True))


def _shown(cell: Cell) -> str:
    return f"no number ({cell.status})" if cell.value is None else f"{cell.value:.10g}"


def _wrong(expected: float | Beyond) -> str:
    if not isinstance(expected, Beyond):
        return f"{expected:.10g}"
    bounds = (("above", expected.above), ("below", expected.below))
    return " and ".join(f"{word} {bound:.10g}" for word, bound in bounds if bound is not None)
