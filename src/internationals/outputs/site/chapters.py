"""The pages of a site by chapter, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from internationals import texts
from internationals.shapes import Page


@dataclass(frozen=True)
class Chapter:
    """A part of the report: its id, its title in one language, and its pages."""

    id: str
    title: str
    pages: tuple[Page, ...]


def chapters(language: str, pages: Iterable[Page]) -> tuple[Chapter, ...]:
    """The chapters of pages in reading order; pages without a chapter are of "other"."""
    found: dict[str, list[Page]] = {}
    for page in pages:
        found.setdefault(page.chapter or "other", []).append(page)
    return tuple(Chapter(name, _title(language, name), tuple(of)) for name, of in found.items())


def _title(language: str, name: str) -> str:
    return texts.word(language, f"chapter.{name}")
