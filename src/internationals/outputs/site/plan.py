"""The plan of a site: which pages there are in which language, checked before a single file is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from internationals import texts
from internationals.outputs.site import fitting
from internationals.outputs.site.dressing import definitions_in
from internationals.outputs.site.errors import SiteError
from internationals.outputs.site.explorer_tables import explorable
from internationals.shapes import Card, Download, Figure, Geometry, Page, Protection, Publication

OWN = ("reading", "data", "subjects", "search", "explorer", "embed", "accessibility")
"""What the site makes itself, beside the pages of the edition: words for their addresses are in the texts."""
LATEST = "latest"
"""The folder beside the editions whose pages lead to those of the newest edition."""


@dataclass(frozen=True)
class Plan:
    """A site that can be written: pages per language in reading order, their figures, the manifest.

    `url` is where the site will stand, ending in a slash, or empty when that is not known: then every link
    is relative and only the page for wrong addresses assumes that `public/` is the root of the host. `cards` are of the
    released tables, `protections` what was done to them, `geometry` their maps by level, `downloads` what
    stands beside the site, `theme` the municipality's own tokens as CSS.
    """

    pages: Mapping[str, tuple[Page, ...]]
    figures: Mapping[str, Figure]
    manifest: Mapping[str, Any]
    url: str
    cards: Mapping[str, Card] = field(default_factory=dict)
    downloads: tuple[Download, ...] = ()
    theme: str = ""
    geometry: Mapping[str, Geometry] = field(default_factory=dict)
    protections: Mapping[str, Protection] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.pages)

    @property
    def root_path(self) -> str:
        return urlsplit(self.url).path or f"/{self.manifest['edition']}/site/"

    @property
    def own(self) -> tuple[str, ...]:
        """The site's own pages that a menu offers."""
        return (
            *(("explorer",) if self.explored else ()),
            *(("subjects",) if self.cards else ()),
            "data",
            "reading",
            "accessibility",
        )

    @property
    def explored(self) -> frozenset[str]:
        """The tables that can be seen in the explorer."""
        return frozenset(name for name, card in self.cards.items() if explorable(card))

    def defining(self, language: str) -> tuple[tuple[str, str], ...]:
        """Where each definition stands within its language, and what it is called."""
        return tuple(
            (f"{page.slug}/index.html#{number}", title)
            for page in self.pages[language]
            for number, title in definitions_in(page.body)
        )

    def grouped(self, language: str) -> tuple[tuple[str, tuple[Download, ...]], ...]:
        """The downloads that are not of one table, in the groups that a reader looks in."""
        whole = [each for each in self.downloads if not each.table and each.language in ("", language)]
        found = (
            (
                group,
                tuple(
                    each
                    for each in whole
                    if each.path.startswith(prefix) and ("/" in each.path) == bool(prefix)
                ),
            )
            for group, prefix in (("report", ""), ("office", "office/"), ("open_data", "data/"))
        )
        return tuple((group, listed) for group, listed in found if listed)

    def address_of(self, path: str, edition: str) -> str:
        """The whole address of a document in an edition, or in the `latest`; ADDRESS stands for a host not known."""
        root = self.url.removesuffix(f"{self.manifest['edition']}/site/") if self.url else "https://ADDRESS/"
        return f"{root}{edition}/site/{path}"

    def municipality(self, language: str) -> str:
        name: str = self.manifest["municipality"]["name"][language]
        return name

    def figures_of(self, page: Page) -> tuple[Figure, ...]:
        return tuple(self.figures[chart.key] for chart in page.charts)


def planned(publication: Publication, downloads: Iterable[Download] = (), theme: str = "") -> Plan:
    """The plan of a publication's site. Raises SiteError."""
    release = publication.release
    made = plan(publication.pages, publication.figures, release.manifest)
    return replace(
        made,
        cards={name: table.card for name, table in release.tables.items()},
        protections={name: table.protection for name, table in release.tables.items()},
        geometry={level: each for level, each in release.geometry.items() if each.areas},
        downloads=tuple(downloads),
        theme=theme,
    )


def plan(pages: Iterable[Page], figures: Mapping[str, Figure], manifest: Mapping[str, Any]) -> Plan:
    """Put pages in order and check that everything they point to is there. Raises SiteError."""
    fitting.check_manifest(manifest)
    languages = tuple(manifest["languages"])
    by_language: dict[str, list[Page]] = {language: [] for language in languages}
    for page in sorted(pages, key=lambda page: (page.number, page.id)):
        if page.language not in by_language:
            raise SiteError(
                f"Page {page.id!r} is in {page.language!r}, but this release has {', '.join(languages)}. "
                "Leave the page out or add the language to municipality.yml."
            )
        by_language[page.language].append(page)
    for language, found in by_language.items():
        fitting.check_slugs(language, found)
        fitting.check_reserved(language, found, {address(language, name).split("/")[0] for name in OWN})
    slugs = {(page.language, page.slug): page for found in by_language.values() for page in found}
    for page in slugs.values():
        fitting.check_alternates(page, languages, slugs)
        fitting.check_figures(page, figures)
    url = str(manifest.get("site_url", ""))
    if url and not (url.startswith("https://") and url.endswith("/")):
        raise SiteError(f"site_url is {url!r}; expected an address from https:// to a closing slash.")
    return Plan({language: tuple(found) for language, found in by_language.items()}, figures, manifest, url)


def address(language: str, name: str) -> str:
    """The address of one of the site's own pages within its language: "data" is "downloads", say."""
    return texts.word(language, f"address.{name}")
