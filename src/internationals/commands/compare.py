"""List what changed between the releases of two editions."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from internationals.commands import compared
from internationals.commands.output import Json, answer
from internationals.project import open_project


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    before: Annotated[str, typer.Argument(help="The edition to compare with.")],
    after: Annotated[str, typer.Argument(help="The edition that is looked at.")],
    most: Annotated[int, typer.Option("--most", min=0, help="How many figures of each table to show.")] = 3,
    as_json: Json = False,
) -> None:
    """Figures, headlines, pages, code lists, definitions, policy, inputs and software. Nothing is written."""
    from internationals import review  # heavy libraries load when they are used

    found = review.compare(open_project(project), before, after)
    if as_json:
        answer(asdict(found))
    else:
        compared.show(found, most)
