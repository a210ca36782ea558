"""One extract file judged: typed rows beside the rule that each breaks, and the report a researcher acts on."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from internationals.register import duplicates, raw, sql
from internationals.register.columns import Column
from internationals.register.privacy import pseudonym_sql, pseudonymise, shown
from internationals.register.rules import RowRule
from internationals.shapes import DataError, FileReport, Finding, ReadingPlan

_SHOWN_PER_RULE = 5


@dataclass(frozen=True)
class Job:
    """What is to be done with one file.

    `extract` is the name of the extract, `source` the file, or the rows unrolled from person lists;
    `select` is the SQL that types and judges a raw relation; `reasons` are the rules behind its numbers,
    from 1; the first `exclusions` of them exclude; `warnings` are the rules behind its bits.
    """

    kind: str
    extract: str
    source: Path | pa.Table
    year: int
    columns: tuple[Column, ...]
    sets_of: tuple[str, ...]
    select: str
    reasons: tuple[RowRule, ...]
    exclusions: int
    warnings: tuple[RowRule, ...]
    plan: ReadingPlan

    @property
    def relation(self) -> str:
        return raw.relation_of(self.extract)

    @property
    def own(self) -> tuple[str, ...]:
        """The codes that are our own municipality."""
        return (self.plan.municipality, *self.plan.former_codes)

    @property
    def file(self) -> str:
        """What the extract is called in reports."""
        return self.source.name if isinstance(self.source, Path) else self.extract

    @property
    def judged(self) -> str:
        """The name of the table with the typed rows."""
        return f"judged_{self.relation}"


def run(con: duckdb.DuckDBPyConnection, job: Job) -> FileReport:
    """Read and judge one file; leaves the table `job.judged`, and the rejected rows in quarantine."""
    opened = raw.load(con, job.source, job.relation, job.columns, job.plan.columns)
    sql.nationality_sets(con, opened.relation, job.sets_of, job.plan.leading_zeros == "restore")
    sql.known_areas(con, opened.relation, job.own, job.plan.leading_zeros == "restore")
    pseudonymise(con, opened.relation, job.plan.key)
    con.execute(f"CREATE OR REPLACE TABLE {job.judged} AS {job.select}")
    duplicates.mark(con, job.relation, job.judged, job.reasons, job.exclusions, job.columns)
    counted = con.execute(
        f"SELECT reason, warned, count(*) FROM {job.judged} GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    reasons: Counter[int] = Counter()
    warned: Counter[str] = Counter()
    for reason, bits, rows in counted:
        reasons[reason] += rows
        if reason == 0:
            for bit, rule in enumerate(job.warnings):
                if bits >> bit & 1:
                    warned[rule.name] += rows
    excluded = {
        rule.name: reasons[n] for n, rule in enumerate(job.reasons[: job.exclusions], 1) if reasons[n]
    }
    rejected = {
        rule.name: reasons[n]
        for n, rule in enumerate(job.reasons[job.exclusions :], job.exclusions + 1)
        if reasons[n]
    }
    if opened.ragged:
        rejected["ragged_row"] = len(opened.ragged)
    if opened.replaced:
        warned["unreadable_characters"] = opened.replaced
    findings = _ragged(job, opened) + _findings(con, job, reasons, warned)
    _quarantine(con, job, opened, bool(rejected))
    raw.forget(con, opened)
    return FileReport(
        file=job.file,
        kind=job.kind,
        year=job.year,
        read=opened.read,
        used=reasons[0],
        excluded=excluded,
        rejected=rejected,
        warnings=dict(warned),
        findings=findings,
        ignored_columns=opened.ignored,
    )


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


def _ragged(job: Job, opened: raw.Raw) -> tuple[Finding, ...]:
    rule = next(rule for rule in job.reasons if rule.name == "ragged_row")
    return tuple(
        Finding(job.file, line, None, rule.name, f"{values} values", f"{opened.width} values", rule.action)
        for line, values in opened.ragged[:_SHOWN_PER_RULE]
    )


def _findings(
    con: duckdb.DuckDBPyConnection, job: Job, reasons: Mapping[int, int], warned: Mapping[str, int]
) -> tuple[Finding, ...]:
    """The first few rows under each rule, with the value that stood there."""
    found: list[Finding] = []
    for number, rule in enumerate(job.reasons, 1):
        if number > job.exclusions and reasons.get(number):
            found += _examples(con, job, rule, f"j.reason = {number}")
    for bit, rule in enumerate(job.warnings):
        if warned.get(rule.name):
            found += _examples(con, job, rule, f"j.reason = 0 AND j.warned & {1 << bit} > 0")
    return tuple(found)


def _examples(con: duckdb.DuckDBPyConnection, job: Job, rule: RowRule, condition: str) -> list[Finding]:
    column = rule.column if rule.column not in (None, "persoon") else "'(a person)'"
    rows = con.execute(
        f"SELECT r.line, {column} FROM {job.relation} r JOIN {job.judged} j USING (row) "
        f"WHERE {condition} ORDER BY r.line LIMIT {_SHOWN_PER_RULE}"
    ).fetchall()
    return [
        Finding(job.file, row, rule.column, rule.name, shown(value), rule.expected, rule.action)
        for row, value in rows
    ]


def _quarantine_name(file: str) -> str:
    return file.split(".")[0] + ".rejected.csv"


def _quarantine(con: duckdb.DuckDBPyConnection, job: Job, opened: raw.Raw, needed: bool) -> None:
    """Keep every rejected row, with its line, rule and values; the person only as a pseudonym.

    Of a ragged row nobody can say which value is which, so only its line is kept: a name could be in it.
    """
    target = job.plan.quarantine / _quarantine_name(job.file)
    if not needed:
        target.unlink(missing_ok=True)
        return
    names = [column.name for column in job.columns if column.name != "persoon"]
    rows = con.execute(
        f"SELECT r.line, j.reason, left({pseudonym_sql('r.persoon', job.plan.key)}, 16), "
        f"{', '.join('r.' + name for name in names)} FROM {job.relation} r JOIN {job.judged} j USING (row) "
        f"WHERE j.reason > {job.exclusions} ORDER BY r.line"
    ).fetchall()
    lines: list[list[Any]] = [
        [row, job.reasons[reason - 1].column or "", job.reasons[reason - 1].name, person, *map(shown, values)]
        for row, reason, person, *values in rows
    ]
    lines += [[line, "", "ragged_row", "", f"{values} values"] for line, values in opened.ragged]
    lines.sort(key=itemgetter(0))
    job.plan.quarantine.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".partial")
    with partial.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(["row", "column", "rule", "pseudonym", *names])
        writer.writerows(lines)
    partial.replace(target)
