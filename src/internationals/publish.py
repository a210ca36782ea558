"""The right half of the house, in order: a release in, everything public out. It never sees a register."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from internationals import figures, pages, release, texts
from internationals.beside import beside
from internationals.definitions import compliance
from internationals.outputs import office, opendata, pdf, root, site
from internationals.outputs.downloads import downloads
from internationals.outputs.site import theme
from internationals.pages import OpenClaim
from internationals.project import Project
from internationals.shapes import Publication
from internationals.swap import recover, replacing

__all__ = ["Checked", "OpenClaim", "Published", "check", "publication", "publish", "publish_into"]

THEME = "theme.css"
CACHE = Path(".cache") / "pictures"

Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Published:
    """What was published: the folder of the edition, its site, how many pages that has, and what its accessibility
    statement asks for, as sentences."""

    folder: Path
    site: Path
    pages: int
    due: tuple[str, ...] = ()


def publish(project: Project, edition: str, progress: Progress = lambda _what, _part: None) -> Published:
    """Publish an edition from its release; what was published before stays until the new is complete.

    Then the pages beside the editions are made again, which lead to the newest.
    """
    target = project.public(edition)
    with replacing(target) as folder:
        made = _publish(project, edition, folder, progress)
    progress("latest", 0.95)
    _lead(project, made)
    progress("site", 1)
    statement = project.statement(edition, made.languages)(site.fingerprint(target / "site"))
    due = tuple(compliance.due(statement, date.today()))
    return Published(target, target / "site", len(made.pages), due)


def publish_into(project: Project, edition: str, folder: Path) -> Path:
    """Make all that is published of an edition in a folder elsewhere, to look at or compare; it is returned."""
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
    progress("figures", 0.3)
    invented = released.manifest["invented"]
    drawn = {
        chart.key: figures.draw(chart, texts.label(chart.language, invented))
        for page in composed
        for chart in page.charts
    }
    earlier = project.previous(edition)
    before = release.read(project.release(earlier)) if earlier else None
    style = theme.house_style(project.folder / THEME)
    return Publication(released, tuple(composed), drawn, before, style)


def _publish(project: Project, edition: str, folder: Path, progress: Progress) -> Publication:
    made = publication(project, edition, progress)
    progress("site", 0.4)
    own = theme.read(project.folder / THEME)
    state = project.statement(edition, made.languages)
    with ExitStack() as others:
        for language in made.languages:
            others.enter_context(beside(office.write, made, folder / "office", language))
        site.write(made, folder / "site", downloads(made), theme=own, state=state)
        # Not before: the site wants its folder to itself when it begins. Pictures need no tables, which are most of
        # what another process would have to be handed.
        drawn = replace(made, release=replace(made.release, tables={}), before=None)
        for language in made.languages:
            large = (drawn, folder / "site", project.folder / CACHE, language)
            others.enter_context(beside(site.write_large, *large))
        progress("data", 0.6)
        opendata.write(made, folder / "data")
        progress("report", 0.7)
        pdf.write(made, folder)
        progress("figures", 0.85)
    return made


def _lead(project: Project, made: Publication) -> None:
    """Pages beside the editions that lead to the newest of them."""
    newest_last = project.published()
    public = project.public(newest_last[-1]).parent
    with replacing(public / root.LATEST) as folder:
        root.write_latest(public, newest_last, folder)
    root.write_start(public, newest_last, made.release.manifest)


@dataclass(frozen=True)
class Checked:
    """What is `wrong` with the theme and the pages of an edition, each with file and line, which claims of the pages
    protection leaves open: None without a release to hold them against, and what the accessibility statement is due."""

    wrong: tuple[str, ...]
    open_claims: tuple[OpenClaim, ...] | None
    due: tuple[str, ...] = ()


def check(project: Project, edition: str) -> Checked:
    """Hold the theme and the pages of an edition against its release, if there is one.

    Raises ConfigError when what is recorded of accessibility cannot be."""
    chosen = project.edition(edition).pages
    recover(project.release(edition))
    wrong = theme.mistakes(project.folder / THEME)
    published = project.public(edition) / "site"
    statement = project.statement(edition, project.municipality.languages)
    due = tuple(compliance.due(statement(site.fingerprint(published)), date.today()))
    if not project.release(edition).is_dir():
        return Checked(wrong, None, due)
    released = release.read(project.release(edition))
    composed = pages.composition(released, overrides=project.folder / "pages", chosen=chosen)
    return Checked((*wrong, *map(str, composed.problems)), composed.open_claims, due)
