"""What is asked of releases that are there: whether they reproduce what was published, and what changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from internationals import comparison, pages, release, verification
from internationals.comparison.results import CellChange, Comparison, PageChange, TableChange, TextChange
from internationals.project import Project
from internationals.shapes import Page, ProtectedTable, Release, by_id
from internationals.verification import Outcome, Result

__all__ = [
    "CellChange",
    "Comparison",
    "Outcome",
    "PageChange",
    "Result",
    "TableChange",
    "TextChange",
    "compare",
    "verify",
    "would_become",
]


def verify(project: Project, edition: str, figures: Path) -> tuple[Result, ...]:
    """Hold the release of an edition against a file of published figures."""
    rows = verification.read_published(figures)
    return verification.verify(release.read(project.release(edition)), rows)


def compare(project: Project, before: str, after: str) -> Comparison:
    """What changed between the releases of two editions, and between the pages that they make now.

    Both are composed with the page texts of today, so that a difference comes from the figures alone.
    """
    old, new = (release.read(project.release(edition)) for edition in (before, after))
    return comparison.compare(old, new, _pages(project, before, old), _pages(project, after, new))


def would_become(project: Project, edition: str, tables: Iterable[ProtectedTable]) -> Comparison:
    """What the release of an edition, and its pages, would become with other tables in the place of its own."""
    old = release.read(project.release(edition))
    new = Release(old.manifest, {**old.tables, **by_id(tables)}, old.geometry)
    return comparison.compare(old, new, _pages(project, edition, old), _pages(project, edition, new))


def _pages(project: Project, edition: str, released: Release) -> tuple[Page, ...]:
    chosen = project.edition(edition).pages
    return pages.compose(released, overrides=project.folder / "pages", chosen=chosen)
