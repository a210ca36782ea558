"""Check every page of a published edition with axe-core, for its accessibility statement."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from internationals.commands.output import Edition, Json, answer, progress, say
from internationals.project import open_project
from internationals.shapes import AccessibilityError
from internationals.shapes.accessibility import WIDTHS

_WIDTHS = list(WIDTHS)


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    edition: Edition,
    width: Annotated[
        list[int],
        typer.Option(
            "--width", min=320, help="A width of the screen in pixels; may be given more than once."
        ),
    ] = _WIDTHS,
    browser: Annotated[
        Path | None, typer.Option("--browser", help="The program of a Chromium or Chrome.")
    ] = None,
    as_json: Json = False,
) -> None:
    """The site is opened in a browser, in every language, at every width, with everything unfolded.

    What is found is kept in the project's folder accessibility/ and stands in the statement when the edition is
    published again. Exit code 9 when a rule is broken; the record is kept all the same. This needs Playwright and a
    Chromium, which no other command needs.
    """
    from internationals import examining  # heavy libraries load when they are used

    opened = open_project(project)
    with progress("Checking", as_json) as report:
        found = examining.examine(opened, edition, widths=tuple(width), program=browser, progress=report)
    record = opened.accessibility_record(edition)
    if as_json:
        answer({"record": str(record), **found.model_dump(mode="json")})
    else:
        sizes = ", ".join(map(str, found.widths))
        say(
            f"{len(found.pages):,} pages checked at {sizes} pixels, with axe-core {found.axe} in {found.browser}."
        )
        for each in found.violations:
            about = ", ".join(each.criteria) or "good practice"
            say(
                f"  {each.rule} ({about}): {each.elements:,} elements on {len(each.pages):,} pages, as {each.example}"
            )
        undecided = sum(each.elements for each in found.undecided)
        say(f"{len(found.violations)} rules broken; axe-core could not decide about {undecided:,} elements.")
        say(f"The record is in {record}. Publish the edition again to have it in the statement.")
    if found.violations:
        raise AccessibilityError(
            f"{len(found.violations)} rules are broken on pages of edition {edition}: "
            f"{', '.join(each.rule for each in found.violations)}."
        )
