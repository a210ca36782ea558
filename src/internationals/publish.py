"""The right half of the house, in order: a release in, everything public out. It never sees a register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from internationals import figures, pages, release, texts
from internationals.outputs import site
from internationals.project import Project
from internationals.shapes import Publication
from internationals.swap import recover, replacing

Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Published:
    """What was published: the site's folder, and how many pages it has."""

    site: Path
    pages: int


def publish(project: Project, edition: str, progress: Progress = lambda _what, _part: None) -> Published:
    """Publish an edition from its release; the previous site stays until the new one is complete."""
    target = project.public(edition) / "site"
    with replacing(target) as folder:
        pages_made = _publish(project, edition, folder, progress)
    progress("site", 1)
    return Published(target, pages_made)


def publish_into(project: Project, edition: str, folder: Path) -> Path:
    """Make the site of an edition in a folder elsewhere, to look at or compare; it is returned."""
    folder.mkdir(parents=True)
    _publish(project, edition, folder, lambda _what, _part: None)
    return folder


def publication(
    project: Project, edition: str, progress: Progress = lambda _what, _part: None
) -> Publication:
    """What is published of an edition: its release, its pages and their figures drawn."""
    chosen = project.edition(edition).pages
    recover(project.release(edition))
    progress("release", 0)
    released = release.read(project.release(edition))
    progress("pages", 0.1)
    composed = pages.compose(released, overrides=project.folder / "pages", chosen=chosen)
    progress("figures", 0.5)
    invented = released.manifest["invented"]
    drawn = {
        chart.key: figures.draw(chart, texts.label(chart.language, invented))
        for page in composed
        for chart in page.charts
    }
    earlier = project.previous(edition)
    before = release.read(project.release(earlier)) if earlier else None
    return Publication(released, tuple(composed), drawn, before)


def _publish(project: Project, edition: str, folder: Path, progress: Progress) -> int:
    made = publication(project, edition, progress)
    progress("site", 0.7)
    site.write(made.pages, made.figures, made.release.manifest, folder)
    return len(made.pages)


def check(project: Project, edition: str) -> tuple[str, ...] | None:
    """What is wrong with the pages of an edition, each with file and line; None without a release to hold
    them against."""
    chosen = project.edition(edition).pages
    recover(project.release(edition))
    if not project.release(edition).is_dir():
        return None
    released = release.read(project.release(edition))
    problems = pages.check(released, overrides=project.folder / "pages", chosen=chosen)
    return tuple(str(problem) for problem in problems)
