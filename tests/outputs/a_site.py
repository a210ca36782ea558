"""A small site to write in tests: two pages, two languages, every kind of figure, awkward texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from internationals.figures import draw
from internationals.outputs import site
from internationals.shapes import Chart, Figure, Page, Publication, Release
from tests.figures.charts import EVERY_STATUS, FLOW_YEARS, chart, flows, ranked, shares

MANIFEST: dict[str, Any] = {
    "edition": "2022",
    "municipality": {"code": "GM0546", "name": {"nl": "Leiden", "en": "Leiden"}},
    "publisher": "Gemeente Leiden & co",
    "contact": "onderzoek@example.org",
    "reference_date": "2022-01-01",
    "invented": True,
    "languages": ["nl", "en"],
    "software": "1.2.3",
    "licence": "CC BY 4.0",
}
SLUGS = {
    "nationality": {"nl": "nationaliteit", "en": "nationality"},
    "flows": {"nl": "vestiging", "en": "arrivals"},
}
VOID = {"meta", "link", "br", "img", "hr", "input"}


def mixed(language: str) -> Chart:
    title = 'Een <titel> & een "reeks"'
    notes = ("=1+1",)
    series = [("@reeks", EVERY_STATUS)]
    return chart("lines", FLOW_YEARS, series, identity="mixed", language=language, title=title, notes=notes)


def page(identity: str, number: int, language: str, charts: tuple[Chart, ...]) -> Page:
    return Page(
        id=identity,
        number=number,
        language=language,
        slug=SLUGS[identity][language],
        title=f"{identity} <in> {language}",
        headline=f"<p>De <strong>kop</strong> van {identity}</p>",
        body="<p>Er zijn 14.472 internationals.</p>",
        charts=charts,
        source="Basisregistratie personen",
        reference="1 januari 2022",
        notes=("Let op.",),
        cited=frozenset(),
        alternates=SLUGS[identity],
    )


def pages() -> list[Page]:
    """In an order that is not the reading order."""
    found = []
    for language in ("en", "nl"):
        found.append(page("flows", 9, language, (flows(language), mixed(language))))
        found.append(page("nationality", 5, language, (shares(language), ranked(language))))
    return found


def figures(of: list[Page]) -> dict[str, Figure]:
    return {chart.key: draw(chart) for page in of for chart in page.charts}


def publication(of: Iterable[Page], drawn: Mapping[str, Figure], manifest: Mapping[str, Any]) -> Publication:
    return Publication(Release(manifest, {}), tuple(of), drawn)


def write(of: Iterable[Page], drawn: Mapping[str, Figure], manifest: Mapping[str, Any], folder: Path) -> None:
    """The whole site of these pages."""
    made = publication(of, drawn, manifest)
    site.write(made, folder)
    site.write_large(made, folder)


class Outline(HTMLParser):
    """The elements of a document with their attributes, the texts, and whether every tag is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.misplaced: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.misplaced.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def of(self, *tags: str) -> Iterator[dict[str, str]]:
        return (attributes for tag, attributes in self.elements if tag in tags)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def outlines(folder: Path) -> dict[str, Outline]:
    """Every HTML file of a site, under its path."""
    return {
        path.relative_to(folder).as_posix(): Outline(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }
