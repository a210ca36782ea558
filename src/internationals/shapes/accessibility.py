"""What is known of the accessibility of a site: what a municipality records, what was checked, what follows from it.

What is read from a file is a model instead of a plain dataclass, so that the shape is also what the file is held to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Day = date
"""A date, under a name that no field has."""
Criterion = Annotated[str, StringConstraints(pattern=r"^\d\.\d\.\d{1,2}$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Part = Literal["pages", "explorer", "pdf", "office"]
PARTS: tuple[Part, ...] = ("pages", "explorer", "pdf", "office")
"""What there is to read of an edition: its pages, the explorer among them, its PDFs, its workbooks and slides."""


WIDTHS = (1280, 768, 375, 320)
"""In pixels: a desk, a tablet, a telephone, and a desk at 400 per cent, which is the narrowest that WCAG asks for."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Adopted(_Strict):
    """Who answers for a statement, since when."""

    date: Day = Field(description="the day on which the statement was seen and agreed to")
    function: dict[str, str] = Field(
        description="the function of the administrator or manager who answers for it, per language"
    )
    name: Written | None = Field(
        None, description="the name of that person, if it is to be published; the law asks for the function"
    )
    reviewed: Day | None = Field(
        None, description="the day on which the statement was last looked at again and found to be right"
    )

    @property
    def confirmed(self) -> Day:
        """The last day on which somebody answered for the statement as it is."""
        return self.reviewed or self.date


class Evaluation(_Strict):
    """A full evaluation: every criterion of its standard was examined on the parts that it covers."""

    date: Day = Field(description="the day of the report")
    report: Address = Field(description="where the report can be read")
    evaluator: Written = Field(description="the organisation that examined")
    method: Literal["WCAG-EM"] = Field(
        description="how; an examination by another method is recorded under manual_checks"
    )
    standard: Literal["EN 301 549 V3.2.1", "WCAG 2.1 A and AA", "WCAG 2.2 A and AA"] = Field(
        description="the requirements, all of which were examined"
    )
    covers: list[Part] = Field(min_length=1, description="the parts of an edition that were examined")
    not_met: list[Criterion] = Field(
        description="the success criteria that were found not to be met; [] when there were none"
    )


class ManualCheck(_Strict):
    """Something that people examined, by hand or with assistive technology; it may be small."""

    date: Day = Field(description="the day on which it was examined")
    by: Written = Field(description="the role or organisation that examined")
    examined: dict[str, str] = Field(description="what was examined and how, per language")
    criteria: list[Criterion] = Field([], description="the success criteria that were looked at")
    pages: list[Written] = Field([], description="the pages or documents that were looked at")
    outcome: dict[str, str] = Field(description="what came out, per language")


class Shortcoming(_Strict):
    """Something that is known not to be accessible."""

    criterion: Criterion = Field(description="the success criterion that is not met")
    where: dict[str, str] = Field(description="on which pages or documents, per language")
    what: dict[str, str] = Field(description="what is wrong, per language")
    consequence: dict[str, str] = Field(description="what it means for a reader, per language")
    reason: dict[str, str] = Field(description="how it comes that it is so, per language")
    ground: Literal["not_met", "disproportionate_burden", "outside_the_law"] = Field(
        "not_met", description="on what ground it is not accessible, as the European model divides them"
    )
    measure: dict[str, str] | None = Field(None, description="what is being done about it, per language")
    planned: Day | None = Field(None, description="the day on which the measure will have been carried out")
    alternative: dict[str, str] | None = Field(
        None, description="how a reader can get the information meanwhile, per language"
    )


class Feedback(_Strict):
    """How a reader says that something does not work."""

    email: Written | None = Field(
        None, description="an e-mail address; without it the contact of municipality.yml"
    )
    telephone: Written | None = Field(None, description="a telephone number")
    form: Address | None = Field(None, description="the address of a form")
    days: int | None = Field(
        None, ge=1, description="within how many working days an answer comes; without it none is promised"
    )


class Declared(_Strict):
    """`accessibility.yml`: what a municipality records of the accessibility of its monitor."""

    adopted: Adopted | None = Field(None, description="who adopted the statement; without it there is none")
    evaluations: list[Evaluation] = Field([], description="full evaluations, of the whole or of parts")
    planned_evaluation: Day | None = Field(
        None, description="the day on which a full evaluation will have been made"
    )
    manual_checks: list[ManualCheck] = Field([], description="what else people examined")
    shortcomings: list[Shortcoming] = Field([], description="what is known not to be accessible")
    feedback: Feedback = Field(Feedback(), description="how a reader says that something does not work")
    registered: Address | None = Field(
        None, description="the address of the statement in the national register"
    )
    overview: Address | None = Field(
        None, description="the page on which the municipality lists all its websites, apps and statements"
    )


class Violation(_Strict):
    """A rule of axe-core that elements break, or of which it could not decide whether they do."""

    rule: str
    criteria: list[str]
    """The success criteria that the rule is about; empty for what is good practice and no requirement."""
    pages: list[str]
    elements: int
    """How many there are: of each page as many as on the width that has most."""
    example: str
    """One of them: where it is, and how its HTML begins."""


class AutomaticCheck(_Strict):
    """What axe-core found on every page of a published site; the record of an edition."""

    date: Day
    axe: str
    browser: str
    tags: list[str]
    widths: list[int]
    pages: list[str]
    violations: list[Violation]
    undecided: list[Violation]
    fingerprint: str
    """Of the site as it was checked, but for the statement itself and for what can only be downloaded."""

    @property
    def broken(self) -> frozenset[str]:
        """The success criteria that elements break."""
        return frozenset(criterion for each in self.violations for criterion in each.criteria)


class Compliance(StrEnum):
    """The statuses of the Dutch model, from "meets all" to "there is no statement"."""

    FULL = "A"
    PARTIAL = "B"
    FIRST_MEASURES = "C"
    NOT = "D"
    NO_STATEMENT = "E"


@dataclass(frozen=True)
class Because:
    """Why a status is what it is: the key of a sentence in the texts, and what fills it."""

    key: str
    date: Day | None = None
    criteria: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Judgement:
    """A status as it follows from what was recorded, on the day of the last thing that was.

    `until` is the last day on which it can hold, None when no day ends it.
    """

    status: Compliance
    because: tuple[Because, ...]
    on: Day | None
    until: Day | None


@dataclass(frozen=True)
class Statement:
    """All that an accessibility statement says. `changed`: the site is no longer as it was checked automatically."""

    declared: Declared
    check: AutomaticCheck | None
    changed: bool
    judgement: Judgement
