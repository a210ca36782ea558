"""What the search finds: pages, figures, tables and definitions, in one language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from internationals import texts
from internationals.outputs.site.dressing import definitions_in, plain
from internationals.outputs.site.plan import Plan, address
from internationals.outputs.site.subjects import slug


@dataclass(frozen=True)
class Entry:
    """Something that can be found: `kind` in words, and `url` from the search page."""

    kind: str
    title: str
    url: str
    text: str


def entries(plan: Plan, language: str) -> tuple[Entry, ...]:
    """Everything that can be found in a language, pages first, then figures, tables and definitions."""
    return (
        *_pages(plan, language),
        *_own(plan, language),
        *_figures(plan, language),
        *_tables(plan, language),
        *_rules(plan, language),
    )


def script(found: tuple[Entry, ...]) -> str:
    """The entries as a script that also loads from a folder on disk, where nothing else can be read."""
    listed = json.dumps([asdict(entry) for entry in found], ensure_ascii=False, separators=(",", ":"))
    return f"self.searchEntries={listed};\n"


def _pages(plan: Plan, language: str) -> Iterator[Entry]:
    kind = texts.word(language, "search.page")
    for page in plan.pages[language]:
        yield Entry(
            kind, page.title, f"../{page.slug}/index.html", f"{plain(page.headline)} {plain(page.body)}"
        )


def _own(plan: Plan, language: str) -> Iterator[Entry]:
    """The site's own pages, by what they are about: what the statement says may change without the site changing."""
    kind = texts.word(language, "search.page")
    for name in plan.own:
        about = texts.word(language, f"own_about.{name}")
        yield Entry(
            kind, texts.word(language, f"own.{name}"), f"../{address(language, name)}/index.html", about
        )


def _figures(plan: Plan, language: str) -> Iterator[Entry]:
    kind = texts.word(language, "search.figure")
    for page in plan.pages[language]:
        for chart in page.charts:
            about = " ".join((chart.alternative, *(series.label for series in chart.series), chart.source))
            yield Entry(kind, chart.title, f"../{page.slug}/index.html#fig-{chart.id}", about)


def _tables(plan: Plan, language: str) -> Iterator[Entry]:
    kind = texts.word(language, "search.table")
    for card in plan.cards.values():
        where = f"../{address(language, 'subjects')}/{slug(card.subject)}/index.html#{card.id}"
        about = " ".join((card.definition[language], *(d.label[language] for d in card.dimensions)))
        yield Entry(kind, card.title[language], where, about)


def _rules(plan: Plan, language: str) -> Iterator[Entry]:
    kind = texts.word(language, "search.definition")
    for page in plan.pages[language]:
        for number, title in definitions_in(page.body):
            yield Entry(kind, title, f"../{page.slug}/index.html#{number}", page.title)
