"""Make Leiden's project folder with an invented register, to try everything on."""

from __future__ import annotations

import shutil
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from internationals.commands.output import Json, answer, progress, say
from internationals.new import new
from internationals.project import open_project
from internationals.shapes import ConfigError


class Format(StrEnum):
    """The formats that an extract can have."""

    PARQUET = "parquet"
    CSV = "csv"
    CSV_GZ = "csv.gz"


def run(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")] = Path("leiden"),
    seed: Annotated[int, typer.Option(help="Another seed invents other people.")] = 2022,
    file_format: Annotated[
        Format, typer.Option("--format", help="The format of the extracts.")
    ] = Format.PARQUET,
    force: Annotated[bool, typer.Option("--force", help="Replace an earlier demo in this folder.")] = False,
    as_json: Json = False,
) -> None:
    """Invent a register and write it into a project folder; an earlier demo there is kept as it is."""
    from internationals import demo  # heavy libraries load when they are used

    if (folder / "municipality.yml").exists():
        if not open_project(folder).municipality.invented:
            raise ConfigError(f"{folder} is a project with a real register. Choose another folder.")
        if not force:
            if as_json:
                answer({"folder": str(folder), "made": False})
            else:
                say(f"{folder} is there already; --force makes it anew.")
            return
        shutil.rmtree(folder)
    new(
        folder,
        "GM0546",
        reference_dates=(date(2022, 1, 1), date(2023, 1, 1)),
        invented=True,
        sources=demo.MOMENTS,
    )
    with progress("Inventing a register", as_json) as report:
        demo.generate(folder, seed=seed, file_format=file_format.value, progress=report)
    demo.deliver(folder, seed=seed)
    if as_json:
        answer({"folder": str(folder), "made": True})
    else:
        say(f"An invented register of Leiden is in {folder}/extracts. Nobody in it exists.")
        say(f"Invented files of the other sources are in {folder}/deliveries.")
        say(f"Next: internationals monitor {folder} --edition 2022")
