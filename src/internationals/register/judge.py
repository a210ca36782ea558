"""One extract judged: typed rows, the report a researcher acts on, and the rejected rows in quarantine."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from internationals.register import duplicates, raw
from internationals.register.assemble import Assembly, Mask
from internationals.register.columns import Column
from internationals.register.privacy import shown
from internationals.register.pseudonyms import Pseudonyms
from internationals.register.rules import EXCLUDED, RowRule
from internationals.shapes import DataError, FileReport, Finding, ReadingPlan

_SHOWN_PER_RULE = 5
_EXCLUSIONS = {rule.name for rule in EXCLUDED}


@dataclass(frozen=True)
class Job:
    """What is to be done with one extract.

    `kind` is stand or mutaties, `extract` its name, `source` the file, or the rows unrolled from person
    lists; `assemble` types and judges its rows.
    """

    kind: str
    extract: str
    source: Path | pa.Table
    year: int
    columns: tuple[Column, ...]
    assemble: Callable[[raw.Raw], Assembly]
    plan: ReadingPlan
    pseudonyms: Pseudonyms

    @property
    def file(self) -> str:
        """What the extract is called in reports."""
        return self.source.name if isinstance(self.source, Path) else self.extract


@dataclass(frozen=True)
class Judged:
    """The rows of an extract that are used, typed, and the report on all of them."""

    table: pa.Table
    report: FileReport


def run(job: Job) -> Judged:
    """Read and judge one extract; the rejected rows are in quarantine afterwards."""
    opened = raw.load(job.source, job.columns, job.plan.columns)
    rows = job.assemble(opened)
    exclusions = sum(rule.name in _EXCLUSIONS for rule in rows.reasons)
    duplicates.mark(rows, job.columns, exclusions)
    counts = {rule.name: int(rows.broken(rule.name).sum()) for rule in rows.reasons}
    counts["ragged_row"] = len(opened.ragged)
    broken = {name: count for name, count in counts.items() if count}
    warned = {name: int((found & rows.used).sum()) for name, found in rows.warned.items()}
    if opened.replaced:
        warned["unreadable_characters"] = opened.replaced
    rejected = {name: count for name, count in broken.items() if name not in _EXCLUSIONS}
    _quarantine(job, rows, rejected)
    report = FileReport(
        file=job.file,
        kind=job.kind,
        year=job.year,
        read=opened.read,
        used=int(rows.used.sum()),
        excluded={name: count for name, count in broken.items() if name in _EXCLUSIONS},
        rejected=rejected,
        warnings={name: count for name, count in warned.items() if count},
        findings=tuple(_findings(job, rows, rejected)),
        ignored_columns=opened.ignored,
    )
    return Judged(rows.table(), report)


def refuse_too_many(reports: Sequence[FileReport], plan: ReadingPlan) -> None:
    """Raise DataError when a file has more rejected rows, as a share of those read, than the plan allows."""
    for report in reports:
        rejected = sum(report.rejected.values())
        if rejected > plan.max_rejected_share * report.read:
            worst = max(report.rejected, key=lambda rule: report.rejected[rule])
            example = next((f for f in report.findings if f.rule == worst), None)
            where = (
                f" For example row {example.row}, column {example.column or 'all'}: found '{example.found}', "
                f"expected {example.expected}. What to do: {example.action}."
                if example
                else ""
            )
            raise DataError(
                f"{report.file}: {rejected} of {report.read} rows are rejected, most by the rule '{worst}' "
                f"({report.rejected[worst]} rows); at most {plan.max_rejected_share:.1%} is allowed.{where} "
                f"All rejected rows are in {plan.quarantine.parent.name}/{plan.quarantine.name}/"
                f"{_quarantine_name(report.file)}."
            )


def _findings(job: Job, rows: Assembly, rejected: dict[str, int]) -> list[Finding]:
    """The first few rows under each rule, with the value that stood there."""
    found = [
        _finding(job, line, rows.reasons, "ragged_row", f"{values} values")
        for line, values in rows.raw.ragged[:_SHOWN_PER_RULE]
    ]
    for rule in rows.reasons:
        if rule.name in rejected and rule.name != "ragged_row":
            found += _examples(job, rows, rule, rows.broken(rule.name))
    for rule in rows.warnings:
        if rule.name in rows.warned:
            found += _examples(job, rows, rule, rows.warned[rule.name] & rows.used)
    return found


def _finding(job: Job, line: int, rules: Sequence[RowRule], name: str, value: str) -> Finding:
    rule = next(rule for rule in rules if rule.name == name)
    return Finding(job.file, line, rule.column, rule.name, value, rule.expected, rule.action)


def _examples(job: Job, rows: Assembly, rule: RowRule, where: Mask) -> list[Finding]:
    return [
        _finding(job, int(rows.raw.lines[row]), [rule], rule.name, _value(rows, rule, row))
        for row in np.flatnonzero(where)[:_SHOWN_PER_RULE].tolist()
    ]


def _value(rows: Assembly, rule: RowRule, row: int) -> str:
    if rule.column is None or rule.column == "persoon":
        return "(a person)"
    return shown(rows.raw.columns[rule.column].at(row))


def _quarantine_name(file: str) -> str:
    return file.split(".")[0] + ".rejected.csv"


def _quarantine(job: Job, rows: Assembly, rejected: dict[str, int]) -> None:
    """Keep every rejected row, with its line, rule and values; the person only as a pseudonym.

    Of a ragged row nobody can say which value is which, so only its line is kept: a name could be in it.
    """
    target = job.plan.quarantine / _quarantine_name(job.file)
    if not rejected:
        target.unlink(missing_ok=True)
        return
    names = [column.name for column in job.columns if column.name != "persoon"]
    kept: list[list[Any]] = [[line, "", "ragged_row", "", f"{n} values"] for line, n in rows.raw.ragged]
    for rule in rows.reasons:
        if rule.name in rejected:
            for row in np.flatnonzero(rows.broken(rule.name)).tolist():
                person = job.pseudonyms.text(rows.raw.columns["persoon"].at(row))
                values = [shown(rows.raw.columns[name].at(row)) for name in names]
                kept.append([int(rows.raw.lines[row]), rule.column or "", rule.name, person, *values])
    kept.sort(key=lambda line: int(line[0]))
    job.plan.quarantine.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".partial")
    with partial.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(["row", "column", "rule", "pseudonym", *names])
        writer.writerows(kept)
    partial.replace(target)
