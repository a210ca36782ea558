"""An automatic check of a published edition, recorded in the project folder for its accessibility statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from internationals import accessibility
from internationals.outputs import site
from internationals.project import Project
from internationals.shapes import AutomaticCheck, ConfigError
from internationals.shapes.accessibility import WIDTHS

Progress = Callable[[str, float], None]


def examine(
    project: Project,
    edition: str,
    *,
    widths: Sequence[int] = WIDTHS,
    program: Path | None = None,
    progress: Progress = lambda _what, _part: None,
) -> AutomaticCheck:
    """Check every page of an edition's site, and keep the record in the place of the last one.

    Raises ConfigError when the edition is not published, is published again meanwhile, or a browser is missing.
    """
    project.edition(edition)
    public = project.public(edition).parent
    folder = project.public(edition) / "site"
    if not folder.is_dir():
        raise ConfigError(
            f"There is no site for edition {edition} yet. Make it with "
            f"'internationals monitor {project.folder} -e {edition}'."
        )
    fingerprint = site.fingerprint(folder)
    found = accessibility.check(
        public, f"{edition}/site/", fingerprint, widths=widths, program=program, progress=progress
    )
    if site.fingerprint(folder) != fingerprint:
        raise ConfigError(
            f"Edition {edition} was published again while it was being checked, so that nothing can be said of it. "
            "Check it again."
        )
    _keep(project.accessibility_record(edition), found)
    return found


def _keep(path: Path, found: AutomaticCheck) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".json.new")
    fresh.write_text(found.model_dump_json(indent=2) + "\n", encoding="utf-8")
    fresh.replace(path)
