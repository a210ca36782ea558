"""Subjects: the released tables by what a reader looks for, with where they are shown and how they can be taken."""

from __future__ import annotations

from dataclasses import dataclass

from internationals import texts
from internationals.outputs.site.plan import Plan
from internationals.shapes import Card, Chart, Download, Page

OTHER = "other"
"""The subject of tables that name none."""


def slug(subject: str) -> str:
    """A subject as it stands in an address."""
    return (subject or OTHER).replace("_", "-")


@dataclass(frozen=True)
class Listed:
    """A table under its subject: its card, what can be downloaded of it, and the figures that show it."""

    card: Card
    downloads: tuple[Download, ...]
    figures: tuple[tuple[Page, Chart], ...]

    @property
    def years(self) -> tuple[str, str] | None:
        """The first and last year that the table has, if it has years."""
        codes = next((tuple(d.codes) for d in self.card.dimensions if d.id == "year"), ())
        return (min(codes), max(codes)) if codes else None


@dataclass(frozen=True)
class Subject:
    """A subject in one language: its id as in an address, its title, and its tables."""

    slug: str
    title: str
    tables: tuple[Listed, ...]


def subjects(plan: Plan, language: str) -> tuple[Subject, ...]:
    """The subjects of a release, in the order of the words for them."""
    figures: dict[str, list[tuple[Page, Chart]]] = {}
    for page in plan.pages[language]:
        for chart in page.charts:
            figures.setdefault(chart.table_id, []).append((page, chart))
    downloads: dict[str, list[Download]] = {}
    for each in plan.downloads:
        if each.language in ("", language):
            downloads.setdefault(each.table, []).append(each)
    found: dict[str, list[Listed]] = {}
    for name, card in sorted(plan.cards.items()):
        listed = Listed(card, tuple(downloads.get(name, ())), tuple(figures.get(name, ())))
        found.setdefault(card.subject or OTHER, []).append(listed)
    made = (
        Subject(slug(name), texts.word(language, f"subject.{name}"), tuple(tables))
        for name, tables in found.items()
    )
    return tuple(sorted(made, key=lambda subject: subject.title))
