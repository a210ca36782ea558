"""Make a project folder for a municipality."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from internationals.commands.output import Json, answer, say
from internationals.new import new

TEMPLATES = "sjablonen"
"""The folder of empty files within `deliveries/`, of which only files are read."""


def run(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    code: Annotated[str, typer.Option(help="The CBS code of the municipality, as GM0546.")],
    name: Annotated[str | None, typer.Option(help="Its name, where it differs from the register's.")] = None,
    reference_date: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="The reference date of the first edition; without it 1 January of this year.",
        ),
    ] = None,
    contact: Annotated[str, typer.Option(help="An e-mail address for questions.")] = "onderzoek@example.org",
    as_json: Json = False,
) -> None:
    """Make municipality.yml, the first edition, a place for the extracts, and empty files of the other sources."""
    from internationals.sources import write_templates  # heavy libraries load when they are used

    at = reference_date.date() if reference_date else date(date.today().year, 1, 1)
    new(folder, code, name=name, contact=contact, reference_dates=(at,))
    write_templates(folder / "deliveries" / TEMPLATES)
    if as_json:
        answer({"folder": str(folder), "edition": str(at.year)})
        return
    say(f"Empty files for the other sources are in {folder}/deliveries/{TEMPLATES}.")
    say(f"{folder} is made. Look at municipality.yml, put the extracts into {folder}/extracts, then:")
    say(f"  internationals check {folder} --edition {at.year}")
