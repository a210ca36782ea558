"""Whether the parts of a site fit together; each check raises SiteError, in a sentence."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from datetime import date
from typing import Any

from internationals.outputs.needed import lacking
from internationals.outputs.site.errors import SiteError
from internationals.shapes import Figure, Page

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check_manifest(manifest: Mapping[str, Any]) -> None:
    """The manifest says what every page states."""
    if missing := lacking(manifest):
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


def check_slugs(language: str, pages: list[Page]) -> None:
    """The pages of a language have addresses of their own, which the web takes."""
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


def check_reserved(language: str, pages: list[Page], taken: Container[str]) -> None:
    """No page stands where the site has one of its own."""
    for page in pages:
        if page.slug in taken:
            raise SiteError(
                f"Page {page.id!r} has the slug {page.slug!r} in {language!r}, and the site has a page of its own "
                "at that address. Give it another."
            )


def check_alternates(page: Page, languages: tuple[str, ...], slugs: Mapping[tuple[str, str], Page]) -> None:
    """The language switch must lead to the same page; as ids are unique in a language, it then leads back."""
    for language in languages:
        slug = page.alternates.get(language)
        other = slugs.get((language, slug or ""))
        if other is None or other.id != page.id:
            raise SiteError(
                f"Page {page.id!r} in {page.language!r} gives {slug!r} as its {language!r} version, but there is "
                "no such page. Every page exists in every language; look at its page.yml."
            )


def check_figures(page: Page, figures: Mapping[str, Figure]) -> None:
    """Every chart of a page was drawn, from the chart that it is."""
    for chart in page.charts:
        found = figures.get(chart.key)
        if found is None:
            raise SiteError(f"Page {page.id!r} shows {chart.key!r}, but that figure was not drawn.")
        if found.chart != chart:
            raise SiteError(
                f"Page {page.id!r} shows {chart.key!r}, but the figure of that name was drawn from "
                "another chart. Two charts share an id; rename one in page.yml."
            )
