"""Make the release of an edition: protected tables with their cards."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from internationals.commands import files_table
from internationals.commands.output import Edition, Json, answer, progress, say
from internationals.project import open_project


def loss(manifest: Mapping[str, Any]) -> str:
    """What protection cost, in a sentence."""
    found = manifest["loss"]
    return (
        f"Of {found['cells']:,} numbers {found['withheld']:,} are withheld to protect individuals, and "
        f"{found['rounded']:,} are rounded at random (standard deviation {found['sd_error']:.1f})."
    )


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    edition: Edition,
    as_json: Json = False,
) -> None:
    """Read the extracts, count, protect, and write the release whole or not at all."""
    from internationals import build  # heavy libraries load when they are used

    with progress("Building", as_json) as report:
        built = build.build(open_project(project), edition, report)
    doubts = files_table.doubts(built.files, str(project), edition)
    if as_json:
        answer({"release": str(built.folder), "manifest": built.manifest, "doubts": doubts})
    else:
        for doubt in doubts:
            say(doubt)
        say(loss(built.manifest))
        say(f"The release is in {built.folder}: {len(built.manifest['tables'])} protected tables.")
