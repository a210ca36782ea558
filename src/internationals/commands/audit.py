"""Attack a published edition: can anybody be found in it?"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from internationals.commands import open_claims
from internationals.commands.output import Edition, Json, answer, progress, say
from internationals.project import open_project
from internationals.shapes import DisclosureError

_LISTED = 20


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    edition: Edition,
    why: Annotated[
        bool, typer.Option("--why", help="Name the tables that combine into each finding.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Work out what the release, other editions and the figures of others give away; exit code 5 if anything.

    The public folder is searched as well: for files that the release does not make, and for persons' numbers,
    pseudonyms and the key where the extracts are at hand. What protection costs the pages is told as well: which of
    their claims cannot be made because numbers are withheld or rounded.
    """
    from internationals import auditing, publish  # heavy libraries load when they are used

    opened = open_project(project)
    with progress("Attacking", as_json) as report:
        found = auditing.attack(opened, edition, why=why, progress=report)
        report("search", 0.7)
        searched = auditing.search(opened, edition)
        left_open = publish.check(opened, edition).open_claims or ()
    summary = found.summary()
    if as_json:
        answer(
            {
                "passed": found.passed and not searched.traces,
                **summary,
                "seconds": round(found.seconds, 2),
                "findings": found.sentences(),
                "files": searched.files,
                "identifiers": searched.identifiers,
                "traces": [asdict(trace) for trace in searched.traces],
                "open_claims": open_claims.as_data(left_open),
            }
        )
    else:
        say(
            f"{summary['cells']:,} numbers, of which {summary['tried']:,} may be of few people: "
            f"{summary['exact']} known exactly, {summary['narrowed']} known too well, {summary['untested']} untested."
        )
        say(
            f"{summary['compared']:,} numbers held against other editions: {summary['differences']} show a few people."
        )
        say(
            f"{summary['estimated']:,} numbers averaged over breakdowns: {summary['estimates']} come out too sharply."
        )
        say(
            f"{searched.files:,} files searched, for {searched.identifiers:,} numbers and pseudonyms: "
            f"{len(searched.traces)} found."
        )
        say(f"The attack took {found.seconds:.1f} s.")
        open_claims.show(left_open)
        _list([*found.sentences(), *(f"{trace.file}: {trace.what}." for trace in searched.traces)])
    if not found.passed or searched.traces:
        raise DisclosureError(f"Edition {edition} gives something away. Do not publish it; build it again.")


def _list(findings: list[str]) -> None:
    for finding in findings[:_LISTED]:
        say(f"  {finding}")
    if len(findings) > _LISTED:
        say(f"  and {len(findings) - _LISTED:,} more; --json lists them all.")
