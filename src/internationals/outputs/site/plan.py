"""The plan of a site: which pages there are in which language, checked before a single file is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from internationals.outputs.site.errors import SiteError
from internationals.shapes import Figure, Page

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NEEDED = (
    "edition", "municipality", "publisher", "contact", "reference_date", "invented", "languages", "software",
    "licence",
)  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """A site that can be written: pages per language in reading order, their figures, the manifest.

    `url` is where the site will stand, ending in a slash, or empty when that is not known: then every link
    is relative and only the page for wrong addresses assumes the root of the host.
    """

    pages: Mapping[str, tuple[Page, ...]]
    figures: Mapping[str, Figure]
    manifest: Mapping[str, Any]
    url: str

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.pages)

    @property
    def root_path(self) -> str:
        return urlsplit(self.url).path or "/"

    def municipality(self, language: str) -> str:
        name: str = self.manifest["municipality"]["name"][language]
        return name

    def figures_of(self, page: Page) -> tuple[Figure, ...]:
        return tuple(self.figures[chart.key] for chart in page.charts)


def plan(pages: Iterable[Page], figures: Mapping[str, Figure], manifest: Mapping[str, Any]) -> Plan:
    """Put pages in order and check that everything they point to is there. Raises SiteError."""
    _check_manifest(manifest)
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
        _check_slugs(language, found)
    slugs = {(page.language, page.slug): page for found in by_language.values() for page in found}
    for page in slugs.values():
        _check_alternates(page, languages, slugs)
        _check_figures(page, figures)
    url = str(manifest.get("site_url", ""))
    if url and not (url.startswith("https://") and url.endswith("/")):
        raise SiteError(f"site_url is {url!r}; expected an address from https:// to a closing slash.")
    return Plan({language: tuple(found) for language, found in by_language.items()}, figures, manifest, url)


def _check_manifest(manifest: Mapping[str, Any]) -> None:
    missing = [key for key in NEEDED if key not in manifest]
    if missing:
        raise SiteError(
            f"The manifest of the release lacks {', '.join(missing)}; the site states them on every page. "
            "Build the release again with this version."
        )
    if not manifest["languages"]:
        raise SiteError(
            "The manifest names no language; a site needs at least one. Look at municipality.yml."
        )
    names = manifest["municipality"]["name"]
    for language in manifest["languages"]:
        if language not in names:
            raise SiteError(
                f"municipality.yml names the municipality in {', '.join(names)}, but not in {language!r}. Add it."
            )
    try:
        date.fromisoformat(manifest["reference_date"])
    except ValueError as wrong:
        raise SiteError(
            f"The manifest's reference_date is {manifest['reference_date']!r}; expected a date: 2022-01-01."
        ) from wrong


def _check_slugs(language: str, pages: list[Page]) -> None:
    seen: dict[str, str] = {}
    for page in pages:
        if not SLUG.fullmatch(page.slug):
            raise SiteError(
                f"Page {page.id!r} has the slug {page.slug!r} in {language!r}; expected lower-case letters "
                "and digits with single hyphens, as it becomes a web address."
            )
        if page.id in seen.values():
            raise SiteError(f"There are two pages {page.id!r} in {language!r}. Rename one.")
        if page.slug in seen:
            raise SiteError(
                f"Pages {seen[page.slug]!r} and {page.id!r} share the slug {page.slug!r} in {language!r}. Rename one."
            )
        seen[page.slug] = page.id


def _check_alternates(page: Page, languages: tuple[str, ...], slugs: Mapping[tuple[str, str], Page]) -> None:
    """The language switch must lead to the same page; as ids are unique in a language, it then leads back."""
    for language in languages:
        slug = page.alternates.get(language)
        other = slugs.get((language, slug or ""))
        if other is None or other.id != page.id:
            raise SiteError(
                f"Page {page.id!r} in {page.language!r} gives {slug!r} as its {language!r} version, but there is "
                "no such page. Every page exists in every language; look at its page.yml."
            )


def _check_figures(page: Page, figures: Mapping[str, Figure]) -> None:
    for chart in page.charts:
        found = figures.get(chart.key)
        if found is None:
            raise SiteError(f"Page {page.id!r} shows {chart.key!r}, but that figure was not drawn.")
        if found.chart != chart:
            raise SiteError(
                f"Page {page.id!r} shows {chart.key!r}, but the figure of that name was drawn from "
                "another chart. Two charts share an id; rename one in page.yml."
            )
