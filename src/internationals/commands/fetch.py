"""Fetch the sources of open data into snapshots, or look what is newer."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from internationals.commands import compared
from internationals.commands.output import Json, answer, progress, say
from internationals.project import open_project
from internationals.shapes import SourceError

if TYPE_CHECKING:  # the module itself loads when the command runs
    from internationals.fetching import Fetched

_STATES = {
    "taken": "a new snapshot is in use",
    "unchanged": "nothing newer",
    "newer": "the producer has something newer",
    "absent": "not fetched yet",
    "failed": "failed",
}


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Which sources; without it all.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only look: put nothing into use, and say what would change.")
    ] = False,
    edition: Annotated[
        str | None,
        typer.Option("--edition", "-e", help="Look only, and try what is newer on this edition."),
    ] = None,
    most: Annotated[
        int, typer.Option("--most", min=0, help="With --check: how many figures of each table.")
    ] = 3,
    as_json: Json = False,
) -> None:
    """Take files by hand and open data in as snapshots that never change; exit code 7 if a source failed.

    A source that fails leaves its last good snapshot in use. A build asks no network: it reads snapshots only.
    """
    from internationals import fetching  # heavy libraries load when they are used
    from internationals.sources import Net

    opened, wanted = open_project(project), names or []
    with progress("Fetching", as_json) as report, Net() as net:
        look = check or edition is not None
        found = (
            fetching.look(opened, wanted, net, edition, report)
            if look
            else fetching.fetch(opened, wanted, net, report)
        )
    if as_json:
        answer([asdict(each) for each in found])
    else:
        for each in found:
            _show(each, most)
    if failed := [each.source for each in found if each.state == "failed"]:
        raise SourceError(f"Unavailable: {', '.join(failed)}. Nothing that was there before has changed.")


def _show(each: Fetched, most: int) -> None:
    modified = f", modified {each.modified}" if each.modified else ""
    say(f"{each.source} ({each.dataset}{modified}): {_STATES[each.state]}")
    if each.why:
        say(f"  {each.why}")
    if each.changes is not None:
        compared.show(each.changes, most)
