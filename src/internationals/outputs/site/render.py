"""Templates and what they may ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from html import unescape
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from internationals import texts
from internationals.outputs.site.plan import Plan
from internationals.shapes import Page, Status

_TAG = re.compile(r"<[^>]*>")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""What a browser may load: our own style and images. No script, no font, no frame, nothing from elsewhere."""


def html_documents(plan: Plan) -> Iterator[tuple[str, str]]:
    """Path and content of every HTML file."""
    first = plan.languages[0]
    yield (
        "index.html",
        _render("landing.html", plan, first, "", {language: f"{language}/" for language in plan.languages}),
    )
    yield "404.html", _render("not_found.html", plan, first, plan.root_path, {})
    for language, pages in plan.pages.items():
        homes = {other: f"{other}/" for other in plan.languages}
        yield f"{language}/index.html", _render("home.html", plan, language, "../", homes)
        for at, page in enumerate(pages):
            addresses = {other: f"{other}/{page.alternates[other]}/" for other in plan.languages}
            around: dict[str, Page | None] = {
                "previous": pages[at - 1] if at else None,
                "next": pages[at + 1] if at + 1 < len(pages) else None,
            }
            content = _render("page.html", plan, language, "../../", addresses, page=page, **around)
            yield f"{language}/{page.slug}/index.html", content


def assets() -> Iterator[tuple[str, bytes]]:
    """The style sheet and the icon."""
    folder = resources.files(__package__) / "assets"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        yield f"assets/{file.name}", file.read_bytes()


def plain(html: str) -> str:
    """The text of a piece of safe HTML, for places that take no markup."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def beside_figures(page: Page) -> Page | None:
    """The page with only the notes that no figure of it states, or None when its figures state everything."""
    stated = {note for chart in page.charts for note in chart.notes}
    left = replace(page, notes=tuple(note for note in page.notes if note not in stated))
    said = all((chart.source, chart.reference) == (page.source, page.reference) for chart in page.charts)
    return None if page.charts and said and not left.notes else left


def _render(
    template: str,
    plan: Plan,
    language: str,
    root: str,
    addresses: Mapping[str, str],
    *,
    page: Page | None = None,
    **more: object,
) -> str:
    """`root` leads from the document to the top of the site; `addresses` are this page in every language."""
    return _environment().get_template(template).render(
        plan=plan,
        manifest=plan.manifest,
        language=language,
        root=root,
        addresses=addresses,
        policy=POLICY,
        beside_figures=beside_figures,
        page=page,
        t=partial(_word, plan, language),
        t_in=partial(_word, plan),
        reference_date=_reference_date(plan),
        languages=plan.languages,
        pages=plan.pages,
        statuses=tuple(status for status in Status if status is not Status.NORMAL),
        **more,
    )  # fmt: skip


def _word(plan: Plan, language: str, key: str) -> str:
    """An interface word with the slots that every page can fill."""
    return texts.word(
        language,
        key,
        municipality=plan.municipality(language),
        edition=plan.manifest["edition"],
        version=plan.manifest["software"],
    )


def _reference_date(plan: Plan) -> Callable[[str], str]:
    moment = date.fromisoformat(plan.manifest["reference_date"])
    return lambda language: texts.day(language, moment)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["plain"] = plain
    return environment
