"""Hold a release against a file of published figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from internationals.commands.output import Edition, Json, answer
from internationals.project import open_project
from internationals.shapes import DifferenceError


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    edition: Edition,
    figures: Annotated[Path, typer.Option("--figures", help="The CSV file of published figures.")],
    as_json: Json = False,
) -> None:
    """What it reproduces, what differs, where the publication errs; exit code 8 when something differs."""
    from internationals import review  # heavy libraries load when they are used

    results = review.verify(open_project(project), edition, figures)
    counts = Counter(result.outcome for result in results)
    if as_json:
        rows = [{**asdict(result), "stated": result.row.stated} for result in results]
        answer({"counts": {outcome.value: counts[outcome] for outcome in review.Outcome}, "rows": rows})
    else:
        table = Table()
        for heading in ("id", "page", "published", "this release", "tables, and why"):
            table.add_column(heading, no_wrap=heading == "id")
        for outcome in review.Outcome:
            table.add_section()
            table.add_row(Text(f"{outcome.value}: {counts[outcome]}", style="bold"))
            for result in (found for found in results if found.outcome is outcome):
                why = " · ".join(part for part in (", ".join(result.tables), result.reason) if part)
                row = result.row
                table.add_row(*map(Text, (row.id, row.page, row.stated, result.found, why)))
        # Off a terminal nobody reads in eighty columns: there the table is as wide as its words need.
        console = Console(highlight=False)
        console = console if console.is_terminal else Console(highlight=False, width=240)
        console.print(table)
    if counts[review.Outcome.DIFFERS]:
        raise DifferenceError(
            f"{counts[review.Outcome.DIFFERS]} of {len(results)} published rows differ from this release: see the table."
        )
