"""The report on extract files, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from internationals.shapes import FileReport


def as_data(files: Sequence[FileReport]) -> list[dict[str, Any]]:
    """The report for machines."""
    return [asdict(report) for report in files]


def doubts(files: Sequence[FileReport], project: str, edition: str) -> list[str]:
    """What a reader of the figures should know: rows that were rejected, values that were read as unknown."""
    rejected = sum(sum(report.rejected.values()) for report in files)
    warned = sum(sum(report.warnings.values()) for report in files)
    said = []
    if rejected:
        said.append(f"{rejected:,} row(s) were rejected; they are in {project}/quarantine/{edition}.")
    if warned:
        said.append(
            f"{warned:,} value(s) could not be read and count as unknown; "
            f"'internationals check {project} --edition {edition}' names them."
        )
    return said


def show(files: Sequence[FileReport]) -> None:
    """The report for people: what became of the rows of each file, then what deserves a look."""
    console = Console(highlight=False)
    table = Table("file", title="Rows: read = used + excluded + rejected")
    for column in ("read", "used", "excluded", "rejected", "warnings"):
        table.add_column(column, justify="right")
    for report in files:
        excluded, rejected = sum(report.excluded.values()), sum(report.rejected.values())
        warned = sum(report.warnings.values())
        table.add_row(
            report.file, *(f"{n:,}" for n in (report.read, report.used, excluded, rejected, warned))
        )
    console.print(table)
    for report in files:
        for rules, what in (
            (report.excluded, "excluded"),
            (report.rejected, "rejected"),
            (report.warnings, "read, with a warning"),
        ):
            for rule, rows in rules.items():
                console.print(f"{report.file}: {rows:,} {what} by the rule '{rule}'.", soft_wrap=True)
        for finding in report.findings:
            where = f"row {finding.row}" + (f", column {finding.column}" if finding.column else "")
            console.print(
                f"  {finding.file}, {where}: found '{finding.found}', expected {finding.expected}. "
                f"What to do: {finding.action}.",
                markup=False,
                soft_wrap=True,
            )
        if report.ignored_columns:
            console.print(
                f"{report.file}: columns left out of account: {', '.join(report.ignored_columns)}.",
                markup=False,
                soft_wrap=True,
            )
