"""Build and publish an edition, in one go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from internationals.commands import files_table
from internationals.commands.output import Edition, Json, answer, progress, say
from internationals.project import open_project


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    edition: Edition,
    as_json: Json = False,
) -> None:
    """From the extracts to the site."""
    from internationals import build, publish  # heavy libraries load when they are used

    opened = open_project(project)
    with progress("Building", as_json) as report:
        built = build.build(opened, edition, report)
    with progress("Publishing", as_json) as report:
        published = publish.publish(opened, edition, report)
    doubts = files_table.doubts(built.files, str(project), edition)
    if as_json:
        made = {"release": built.folder, "folder": published.folder, "site": published.site}
        answer({**{name: str(path) for name, path in made.items()}, "doubts": doubts, "due": published.due})
        return
    for doubt in doubts:
        say(doubt)
    say(f"The release is in {built.folder}")
    say(f"Open {published.site}/index.html")
    say(f"Beside it in {published.folder}: the report and summary (PDF), office/ and data/.")
    for each in published.due:
        say(each)
