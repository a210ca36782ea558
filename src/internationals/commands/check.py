"""Read every input and report on its quality, without building anything."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from internationals.commands import files_table, open_claims
from internationals.commands.output import Edition, Json, answer, progress, say
from internationals.project import open_project
from internationals.shapes import ClaimError, DataError


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    edition: Edition,
    as_json: Json = False,
) -> None:
    """Report per file: rows read, used, excluded, rejected and why; exit code 4 if a build would stop.

    Files by hand of the other sources are read too, and nothing of them is taken into use. When the edition has
    a release, its pages are held against it; exit code 6 if they would be refused. Claims of theirs that cannot be
    made because numbers are withheld or rounded are listed by page; they are no mistake.
    """
    from internationals import build, observing, publish  # heavy libraries load when they are used

    opened = open_project(project)
    with progress("Checking", as_json) as report:
        files = build.check(opened, edition, report)
    deliveries = observing.check(opened)
    most = opened.municipality.register_.max_rejected_share
    refused = [f.file for f in files if sum(f.rejected.values()) > most * f.read]
    checked = publish.check(opened, edition)
    wrong, left_open = checked.wrong, checked.open_claims
    if as_json:
        data = files_table.as_data(files)
        answer(
            {
                "files": data,
                "deliveries": [asdict(each) for each in deliveries],
                "too_many_rejected": refused,
                "pages": None if left_open is None and not wrong else list(wrong),
                "open_claims": None if left_open is None else open_claims.as_data(left_open),
                "due": checked.due,
            }
        )
    else:
        files_table.show(files)
        for each in deliveries:
            say(
                f"{each.file}: {f'{each.rows:,} rows, {each.first_year} to {each.last_year}' if not each.wrong else 'wrong'}"
            )
    if refused:
        raise DataError(
            f"Too many rows are rejected in {', '.join(refused)}: a build would stop. Every rejected row is in "
            f"{opened.folder.name}/quarantine/{edition}, with its rule."
        )
    if bad := [each.wrong for each in deliveries if each.wrong]:
        raise DataError("\n".join(bad))
    if wrong:
        listed = "\n".join(f"  {each}" for each in wrong)
        raise ClaimError(f"The pages would be refused ({len(wrong)} found):\n{listed}")
    if not as_json:
        say("Nothing here stops a build.")
        if left_open is None:
            say("The pages are checked when there is a release.")
        else:
            say("The pages agree with the release.")
            open_claims.show(left_open)
        for sentence in checked.due:
            say(sentence)
