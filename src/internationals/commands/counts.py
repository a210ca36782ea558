"""Write the tables before protection, for the municipality's own researchers only."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from internationals.commands import files_table
from internationals.commands.output import Edition, Json, answer, progress, say
from internationals.project import open_project
from internationals.shapes import DisclosureError

# The warning is the name of an empty last column, so that it travels with the file and no reader trips over it.
WARNING = "NIET PUBLICEREN: onbeschermd / DO NOT PUBLISH: unprotected"


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    edition: Edition,
    out: Annotated[Path, typer.Option("--out", help="The CSV file to write: table, dimensions, value.")],
    as_json: Json = False,
) -> None:
    """Exact counts, on the register side only: refused inside releases/ and public/."""
    from internationals import build  # heavy libraries load when they are used

    opened = open_project(project)
    target = out.resolve()
    for room in ("releases", "public"):
        if target.is_relative_to((opened.folder / room).resolve()):
            raise DisclosureError(
                f"Unprotected counts may not stand in {room}/, which is there to be published. Choose another place."
            )
    with progress("Counting", as_json) as report:
        tables, files = build.count(opened, edition, report)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    with partial.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["table", "dimensions", "value", WARNING])
        for counts in tables:
            names = [dimension.id for dimension in counts.card.dimensions]
            for *codes, value in counts.rows:
                place = ";".join(f"{name}={code}" for name, code in zip(names, codes, strict=True))
                writer.writerow([counts.card.id, place, value, ""])
    partial.replace(target)
    doubts = files_table.doubts(files, str(project), edition)
    if as_json:
        answer({"file": str(out), "tables": len(tables), "doubts": doubts})
    else:
        for doubt in doubts:
            say(doubt)
        say(f"{len(tables)} tables are in {out}. These counts are not protected: do not publish them.")
