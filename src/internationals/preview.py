"""The site of an edition in memory while its pages are being written: made again after every change.

Nothing is written to disk, so nothing unfinished can be published by mistake. A page with a mistake shows the
mistake in its place; the others stay as they are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from internationals import figures, pages, release, texts
from internationals.outputs import site
from internationals.outputs.downloads import downloads
from internationals.outputs.site import theme
from internationals.outputs.site.plan import planned
from internationals.pages.folders import BUILT_IN
from internationals.pages.making import Memory
from internationals.pages.problems import Problem
from internationals.project import open_project
from internationals.shapes import Chart, Figure, InternationalsError, Page, Publication, Release


@dataclass(frozen=True)
class Shown:
    """What a browser is shown: the files of the site that are made in a moment, and every mistake as a line for the
    terminal.

    `elsewhere` are the mistakes that belong to no page, such as one in `facts.yml`. `when_asked` makes what takes
    longer, the workbooks and PNG pictures of the figures, one at a time: it gives None for any other path.
    """

    documents: Mapping[str, bytes] = field(default_factory=dict)
    mistakes: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    when_asked: Callable[[str], bytes | None] = field(default=lambda _path: None, compare=False)


class Preview:
    """Makes the site of an edition from what stands in a project folder now."""

    def __init__(self, folder: Path, edition: str) -> None:
        self.folder, self.edition = folder, edition
        self._memory = Memory()
        self._release: tuple[bytes, Release] | None = None
        self._tables: dict[str, bytes] = {}
        self._figures: dict[str, Figure] = {}
        self._shown = Shown()

    def sources(self) -> tuple[Path, ...]:
        """The files and folders on which the site depends."""
        project = self.folder
        return (
            project / "municipality.yml",
            project / "editions" / f"{self.edition}.yml",
            project / "facts.yml",
            project / "theme.css",
            project / "accessibility.yml",
            project / "accessibility" / f"{self.edition}.json",
            project / "pages",
            project / "releases" / self.edition / "manifest.json",
            BUILT_IN,
        )

    def renew(self) -> Shown:
        """The site as it is now. Where it cannot be made at all, the last one stays, with what is wrong."""
        try:
            self._shown = self._made()
        except (InternationalsError, OSError) as mistake:
            said = (str(mistake),)
            self._shown = replace(self._shown, mistakes=said, elsewhere=said)
        return self._shown

    def _made(self) -> Shown:
        project = open_project(self.folder)
        chosen = project.edition(self.edition).pages
        released = self._read(project.release(self.edition))
        composed = pages.composition(
            released, overrides=self.folder / "pages", chosen=chosen, memory=self._memory
        )
        languages: tuple[str, ...] = tuple(released.manifest["languages"])
        mistakes: dict[str, list[str]] = {}
        elsewhere = []
        for problem in composed.problems:
            folder = _folder_of(problem)
            if folder is None:
                elsewhere.append(str(problem))
            else:
                mistakes.setdefault(folder, []).append(str(problem))
        shown = [page for page in composed.pages if page.id not in mistakes]
        for folder, sentences in mistakes.items():
            shown += _with_mistakes(self._memory.good.get(folder) or _nameless(folder, languages), sentences)
        self._figures = self._drawn((chart for page in shown for chart in page.charts), released)
        publication = Publication(released, tuple(shown), self._figures)
        own = theme.read(self.folder / "theme.css")
        state = project.statement(self.edition, languages)
        made = planned(publication, downloads(publication), own)
        documents = dict(site.documents(made, state, self._tables.items()))
        return Shown(
            documents, tuple(map(str, composed.problems)), tuple(elsewhere), partial(site.large_file, made)
        )

    def _read(self, folder: Path) -> Release:
        """The release, read again only when its manifest changed; that holds the checksums of the rest. The tables of
        the explorer are packed then as well."""
        release.manifest_of(folder)
        manifest = (folder / "manifest.json").read_bytes()
        if self._release is None or self._release[0] != manifest:
            self._release = manifest, release.read(folder)
            self._tables = dict(site.table_files(self._release[1]))
        return self._release[1]

    def _drawn(self, charts: Iterable[Chart], released: Release) -> dict[str, Figure]:
        """Every chart drawn, and only those drawn again that are not what they were."""
        drawn = {}
        for chart in charts:
            before = self._figures.get(chart.key)
            if before is None or before.chart != chart:
                before = figures.draw(chart, texts.label(chart.language, released.manifest["invented"]))
            drawn[chart.key] = before
        return drawn


def _folder_of(problem: Problem) -> str | None:
    """The page folder in which a mistake stands: files are named as folder/page.yml, wherever the folder is."""
    *_, folder, _file = ("", "", *problem.file.split("/"))
    return folder if re.match(r"\d\d-", folder) else None


def _with_mistakes(of: Iterable[Page], sentences: Iterable[str]) -> Iterator[Page]:
    """The same pages at their own addresses, with nothing on them but what is wrong."""
    listed = "".join(f"<li><code>{html.escape(sentence)}</code></li>" for sentence in sentences)
    for page in of:
        yield replace(
            page,
            headline=html.escape(texts.word(page.language, "preview.mistakes")),
            body=f"<ul>{listed}</ul>",
            charts=(),
            source=texts.word(page.language, "preview.nowhere"),
            reference=texts.word(page.language, "preview.nowhere"),
            notes=(),
        )


def _nameless(folder: str, languages: Iterable[str]) -> Iterator[Page]:
    """Pages for a folder that never had a page: its name is its address."""
    number, _, name = folder.partition("-")
    slugs = {
        language: re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "page" for language in languages
    }
    for language in languages:
        yield Page(
            id=folder,
            number=int(number),
            language=language,
            slug=slugs[language],
            title=folder,
            headline="",
            body="",
            charts=(),
            source="",
            reference="",
            notes=(),
            cited=frozenset(),
            alternates=slugs,
        )
