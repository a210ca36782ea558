"""A file of published figures: one row per stated figure or claim.

Columns: `id`, `edition`, `page`, `topic`, `measure`, `subject`, `breakdown` (`key=value;...`), `reference` (dates
or years), `value` (empty for claims), `unit`, `precision` (decimals, or `about`, `at least`, `more than`...),
`source`, `consistent` (yes, no, unverifiable) and `notes`. Other columns are ignored.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from internationals.shapes import DataError

COLUMNS = (
    "id", "edition", "page", "topic", "measure", "subject", "breakdown", "reference", "value", "unit",
    "precision", "source", "consistent", "notes",
)  # fmt: skip
CONSISTENT = ("yes", "no", "unverifiable")
BOUNDS = ("about", "at least", "more than", "more than half")
_BETWEEN_BRACKETS = re.compile(r"\([^)]*\)")
_YEAR = re.compile(r"(?<![\d-])\d{4}(?![\d?])")
_STUDY_YEAR = re.compile(r"(?<![\d-])(\d{4})/(\d{4})(?!\d)")


@dataclass(frozen=True)
class Published:
    """One stated figure or claim. `value` is None for a claim; `breakdown` maps each key to its text."""

    id: str
    edition: str
    page: str
    topic: str
    measure: str
    subject: str
    breakdown: Mapping[str, str]
    reference: str
    value: float | None
    unit: str
    precision: str
    source: str
    consistent: str
    notes: str = ""

    @property
    def test(self) -> str:
        """The name of the claim's test, empty when there is none."""
        return self.breakdown.get("test", "")

    @property
    def years(self) -> tuple[str, ...]:
        """The years of the reference, oldest first; what stands between brackets is a remark.

        A year with a question mark is a guess. A study year is the year in which it begins.
        """
        text = _BETWEEN_BRACKETS.sub("", self.reference)
        if self.topic == "students" or "study year" in text:
            text = _STUDY_YEAR.sub(_first_year, text)
        return tuple(sorted(set(_YEAR.findall(text))))

    def about(self, subject: str) -> Published:
        """The same row about others."""
        return replace(self, subject=subject)

    @property
    def stated(self) -> str:
        """What was published, in a few words."""
        if self.value is None:
            return self.test or self.measure
        bound = f"{self.precision} " if self.precision in BOUNDS else ""
        decimals = int(self.precision) if self.precision.isdigit() else 0
        number = f"{self.value:.0f}" if self.unit == "year" else f"{self.value:,.{decimals}f}"
        return f"{bound}{number} {self.unit}"


def read_published(path: Path) -> tuple[Published, ...]:
    """The rows of a file of published figures. Raises DataError, with the line, for what cannot be read."""
    if not path.is_file():
        raise DataError(f"There is no file of published figures {path}.")
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, strict=True)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise DataError(f"{path.name} lacks the columns {', '.join(missing)}.")
            rows = tuple(_row(path.name, reader.line_num, found) for found in reader)
    except (UnicodeDecodeError, csv.Error) as problem:
        raise DataError(f"{path.name} is no CSV in UTF-8: {problem}.") from problem
    ids = [row.id for row in rows]
    repeated = sorted({name for name in ids if ids.count(name) > 1})
    if repeated:
        raise DataError(f"{path.name}: the ids {', '.join(repeated)} stand there more than once.")
    return rows


def _row(file: str, line: int, found: Mapping[str, str | None]) -> Published:
    text = {name: (found[name] or "").strip() for name in COLUMNS}
    if text["consistent"] not in CONSISTENT:
        raise DataError(
            f"{file}, line {line}: consistent is {text['consistent']!r}; expected {', '.join(CONSISTENT)}."
        )
    precision = text["precision"]
    if precision and not precision.isdigit() and precision not in BOUNDS:
        raise DataError(
            f"{file}, line {line}: precision is {precision!r}; expected a number of decimals, "
            f"{', '.join(BOUNDS)}, or nothing."
        )
    try:
        value = float(text["value"]) if text["value"] else None
    except ValueError as problem:
        raise DataError(f"{file}, line {line}: value is {text['value']!r}; expected a number.") from problem
    return Published(
        id=text["id"],
        edition=text["edition"],
        page=text["page"],
        topic=text["topic"],
        measure=text["measure"],
        subject=text["subject"],
        breakdown=_breakdown(text["breakdown"]),
        reference=text["reference"],
        value=value,
        unit=text["unit"],
        precision=precision,
        source=text["source"],
        consistent=text["consistent"],
        notes=text["notes"],
    )


def _breakdown(text: str) -> dict[str, str]:
    """`a=1;b` as a mapping; a key without a value is there with an empty one."""
    pairs = (part.partition("=") for part in text.split(";") if part)
    return {key.strip(): value.strip() for key, _, value in pairs}


def _first_year(match: re.Match[str]) -> str:
    """`2021/2022` is the study year 2021; `2006/2021` are two years."""
    consecutive = int(match[2]) == int(match[1]) + 1
    return match[1] if consecutive else match[0]
