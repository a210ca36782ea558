"""Make a project folder for a municipality."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from internationals.commands.output import Json, answer, say
from internationals.new import new


def run(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    code: Annotated[str, typer.Option(help="The CBS code of the municipality, as GM0546.")],
    reference_date: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d"], help="The reference date of the first edition.")
    ],
    name: Annotated[str | None, typer.Option(help="Its name, where it differs from the register's.")] = None,
    contact: Annotated[str, typer.Option(help="An e-mail address for questions.")] = "onderzoek@example.org",
    as_json: Json = False,
) -> None:
    """Make municipality.yml, the first edition and a place for the extracts."""
    new(folder, code, name=name, contact=contact, reference_dates=(reference_date.date(),))
    if as_json:
        answer({"folder": str(folder), "edition": str(reference_date.year)})
        return
    say(f"{folder} is made. Look at municipality.yml, put the extracts into {folder}/extracts, then:")
    say(f"  internationals check {folder} --edition {reference_date.year}")
