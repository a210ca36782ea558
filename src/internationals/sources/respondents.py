"""The respondents of a survey: from a table of text, or an SPSS file, to answers that mean something.

A value in SPSS is its label where it has one, else its number; what SPSS calls missing by the user is missing here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from internationals.shapes import DataError
from internationals.sources.findings import Findings
from internationals.sources.forms import UnfitError, year
from internationals.sources.source import Place
from internationals.sources.tabular import Table, read_table

SPSS = ".sav"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Item(_Strict):
    """A question: its wording per language, the column if it is not called as the item, and the answers."""

    labels: dict[str, str]
    column: str = ""
    yes: list[str] = ["ja"]
    no: list[str] = ["nee"]


class Options(_Strict):
    """How the file of a survey is laid out. Without a column of weights everybody weighs the same."""

    year: str = "jaar"
    weight: str | None = "gewicht"
    nationality: str = "nationaliteit"
    dutch: list[str] = ["nederlands"]
    non_dutch: list[str] = ["niet_nederlands"]
    items: dict[str, Item | None] = Field({}, description="by the name of the item; null leaves one out")

    @property
    def asked(self) -> Mapping[str, Item]:
        """The items that are not left out."""
        return {name: item for name, item in self.items.items() if item is not None}

    def columns(self) -> tuple[str, ...]:
        """Every column that the file has to have."""
        items = (item.column or name for name, item in self.asked.items())
        return (self.year, *([self.weight] if self.weight else []), self.nationality, *items)


@dataclass(frozen=True)
class Respondent:
    """Someone who answered; `group` is empty where the nationality is not known. `answers` has no gaps filled."""

    year: str
    weight: float
    group: str
    answers: Mapping[str, bool]


def respondents(path: Path, options: Options, place: Place) -> list[Respondent]:
    """Everybody in the file. Raises DataError with everything that is wrong in it."""
    findings = Findings(path.name)
    table = table_of(path, findings)
    if missing := [name for name in options.columns() if name not in table.header]:
        raise DataError(
            f"{path.name} lacks the column {', '.join(missing)}; it has {', '.join(table.header)}. Say under "
            "sources: survey: options: survey in municipality.yml what the columns are called, and make an item that "
            "was not asked null."
        )
    found = []
    for row, values in table.rows:
        given = dict(zip(table.header, values, strict=True))
        found.append(_respondent(row, given, options, place, findings))
    findings.raised()
    return found


def table_of(path: Path, findings: Findings) -> Table:
    """The file as a table of text. Raises DataError when it is no such file."""
    return _spss(path) if path.suffix.lower() == SPSS else read_table(path, findings)


def _respondent(
    row: int, given: Mapping[str, str], options: Options, place: Place, findings: Findings
) -> Respondent:
    when = ""
    try:
        when = year(given[options.year], place)
    except UnfitError as expected:
        findings.add(row, options.year, masked(given[options.year]), str(expected))
    weight = _weight(given[options.weight], row, options.weight, findings) if options.weight else 1.0
    groups = {"dutch": options.dutch, "non_dutch": options.non_dutch}
    group = _chosen(given[options.nationality], groups, row, options.nationality, findings)
    answers = {}
    for name, item in options.asked.items():
        column = item.column or name
        answer = _chosen(given[column], {"yes": item.yes, "no": item.no}, row, column, findings)
        if answer:
            answers[name] = answer == "yes"
    return Respondent(when, weight, group, answers)


def _weight(text: str, row: int, column: str, findings: Findings) -> float:
    if re.fullmatch(r"\d+([.,]\d+)?(e-?\d+)?", text, re.IGNORECASE):
        weight = float(text.replace(",", "."))
        if 0 < weight < math.inf:
            return weight
    findings.add(
        row, column, masked(text), "a weight above zero, as 0.85 or 0,85. Take the respondent out, or weigh"
    )
    return 1.0


def _chosen(text: str, among: Mapping[str, list[str]], row: int, column: str, findings: Findings) -> str:
    """Which of the answers it is; empty when there is none, or none that is known, and then it is noted."""
    if not text:
        return ""
    for name, words in among.items():
        if text.casefold() in (word.casefold() for word in words):
            return name
    known = ", ".join(word for words in among.values() for word in words)
    findings.add(
        row, column, masked(text), f"{known}, or nothing. Correct it, or name the answer in municipality.yml"
    )
    return ""


def masked(text: str) -> str:
    """A value as a message may show it: a long number in the wrong column can be somebody's."""
    return re.sub(r"\d{6,}", lambda digits: "*" * len(digits[0]), text)


def _spss(path: Path) -> Table:
    import pyreadstat  # slow to load, and few surveys come as SPSS files

    try:
        columns, meta = pyreadstat.read_sav(str(path), output_format="dict")
    except (pyreadstat.ReadstatError, UnicodeDecodeError, OSError) as problem:
        raise DataError(f"{path.name} is no SPSS file: {problem}. Save it again as .sav.") from problem
    header = tuple(meta.column_names)
    labelled: Mapping[str, Mapping[object, str]] = meta.variable_value_labels
    texts = [[_text(value, labelled.get(name, {})) for value in columns[name]] for name in header]
    return Table(header, tuple(enumerate(zip(*texts, strict=True), 1)))


def _text(value: object, labels: Mapping[object, str]) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if value in labels:
        return labels[value].strip()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(float(value))
    return str(value).strip()
