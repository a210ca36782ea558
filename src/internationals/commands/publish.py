"""Render the release of an edition as a website."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from internationals.commands.output import Edition, Json, answer, progress, say
from internationals.project import open_project


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    edition: Edition,
    as_json: Json = False,
) -> None:
    """From the release, and from nothing else; the site is replaced whole or not at all."""
    from internationals import publish  # heavy libraries load when they are used

    with progress("Publishing", as_json) as report:
        published = publish.publish(open_project(project), edition, report)
    if as_json:
        answer(
            {
                "folder": str(published.folder),
                "site": str(published.site),
                "pages": published.pages,
                "due": published.due,
            }
        )
    else:
        say(f"Open {published.site}/index.html")
        say(f"Beside it in {published.folder}: the report and summary (PDF), office/ and data/.")
        for each in published.due:
            say(each)
