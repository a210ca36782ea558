"""What goes about on the public side: charts, figures and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from internationals.shapes.house_style import HouseStyle
from internationals.shapes.tables import AreaOutline, Cell, Release


@dataclass(frozen=True)
class Series:
    """One line, or one set of bars: a label and a cell for every category of its chart."""

    id: str
    label: str
    cells: tuple[Cell, ...]
    emphasis: bool = False


@dataclass(frozen=True)
class Chart:
    """What is drawn, in one language: `kind` is lines, grouped_bars, ranked_bars, stacked_bars, or a map:
    bubble_map or choropleth.

    `categories` are the codes along the axis (years, nationalities) and `labels` what they are called.
    `decimals` and `unit` (persons, percent, ...) say how a cell is written. `alternative` is the one
    sentence that a screen reader hears first. `table_id` is the released table that it shows. A map has
    `areas`, whose codes are among the categories or not; `scale` is the number that its largest sign or
    darkest class stands for, so that maps can be compared. `highlight` are categories that stand out, such as
    the own municipality among others.
    """

    id: str
    kind: str
    language: str
    title: str
    alternative: str
    category_label: str
    categories: tuple[str, ...]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    decimals: int
    source: str
    reference: str
    notes: tuple[str, ...]
    table_id: str
    areas: tuple[AreaOutline, ...] = ()
    scale: float | None = None
    highlight: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Its name among the figures of all languages, as in its permalink and its downloads."""
        return f"{self.id}.{self.language}"


@dataclass(frozen=True)
class Figure:
    """A chart drawn: SVG for a wide and for a narrow slot, and the same numbers as rows of text.

    `picture` is the SVG that can leave the page: with its title above and its source beneath.
    """

    chart: Chart
    wide: str
    narrow: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    picture: str = ""


@dataclass(frozen=True)
class Page:
    """One page in one language, checked: every number in `headline` and `body` (HTML) is bound.

    `chapter` is the part of the report that it belongs to; the word for it is "chapter.<chapter>" in the texts.
    """

    id: str
    number: int
    language: str
    slug: str
    title: str
    headline: str
    body: str
    charts: tuple[Chart, ...]
    source: str
    reference: str
    notes: tuple[str, ...]
    cited: frozenset[str]
    alternates: Mapping[str, str]  # language -> slug of the same page
    chapter: str = ""


@dataclass(frozen=True)
class Download:
    """A file that stands beside the site: its path from the edition's public folder, and what kind of file it is.

    `kind` is explained by the word "download.<kind>" in the texts. `language` and `table` are empty for a file that
    is not of one language or table.
    """

    path: str
    kind: str
    language: str = ""
    table: str = ""


@dataclass(frozen=True)
class Publication:
    """All that an output is made of: a release, its pages in every language, and their figures by key.

    `before` is the release of the previous edition, where there is one: what changed is told from it. `style` is how
    the municipality wants its PDF and office files.
    """

    release: Release
    pages: tuple[Page, ...]
    figures: Mapping[str, Figure]
    before: Release | None = None
    style: HouseStyle = field(default_factory=HouseStyle)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.release.manifest["languages"])

    def pages_in(self, language: str) -> tuple[Page, ...]:
        """The pages in one language, in reading order."""
        found = (page for page in self.pages if page.language == language)
        return tuple(sorted(found, key=lambda page: (page.number, page.id)))

    def figures_of(self, page: Page) -> tuple[Figure, ...]:
        """The figures of a page, in their order."""
        return tuple(self.figures[chart.key] for chart in page.charts)
