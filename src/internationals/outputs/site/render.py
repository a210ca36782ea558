"""Templates and what they may ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from html import escape

from jinja2 import Environment, PackageLoader, StrictUndefined

from internationals import texts
from internationals.outputs.site.chapters import chapters
from internationals.outputs.site.dressing import dressed, plain
from internationals.outputs.site.explorer import facts
from internationals.outputs.site.figure_files import KINDS
from internationals.outputs.site.plan import LATEST, Plan, address
from internationals.outputs.site.searching import entries, script
from internationals.outputs.site.subjects import subjects
from internationals.shapes import Page, Status

SUMMARY = "01-summary"
"""The page whose text also opens the home page."""


def policy(scripted: bool = False) -> str:
    """What a browser may load: our own files, and nothing from elsewhere; scripts only on pages that have one."""
    rules = ["default-src 'none'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'"]
    if scripted:
        rules += ["script-src 'self'"]
    return "; ".join((*rules, "connect-src 'self'", "base-uri 'none'", "form-action 'self'"))


def html_documents(plan: Plan) -> Iterator[tuple[str, str]]:
    """Path and content of every HTML file, and of what the search page reads."""
    first = plan.languages[0]
    homes = {language: f"{language}/" for language in plan.languages}
    yield "index.html", render("landing.html", plan, first, "", homes)
    yield "404.html", render("not_found.html", plan, first, plan.root_path, {})
    for language in plan.languages:
        yield (
            f"{language}/index.html",
            render("home.html", plan, language, "../", homes, summary=_summary(plan, language)),
        )
        yield from _pages(plan, language)
        yield from _embedded(plan, language)
        yield from _own(plan, language)


def _pages(plan: Plan, language: str) -> Iterator[tuple[str, str]]:
    pages = plan.pages[language]
    for at, page in enumerate(pages):
        addresses = {other: f"{other}/{page.alternates[other]}/" for other in plan.languages}
        around: dict[str, object] = {
            "previous": pages[at - 1] if at else None,
            "next": pages[at + 1] if at + 1 < len(pages) else None,
        }
        content = render("page.html", plan, language, "../../", addresses, page=page, **around)
        yield f"{language}/{page.slug}/index.html", content


def _embedded(plan: Plan, language: str) -> Iterator[tuple[str, str]]:
    """Every figure on a page of its own, to be shown within pages of others."""
    for page in plan.pages[language]:
        for figure in plan.figures_of(page):
            where = f"{address(language, 'embed')}/{figure.chart.id}/"
            addresses = {
                other: f"{other}/{address(other, 'embed')}/{figure.chart.id}/" for other in plan.languages
            }
            path = f"{language}/{where}index.html"
            more: dict[str, object] = {
                "pinned": plan.address_of(path, plan.manifest["edition"]),
                "rolling": plan.address_of(path, LATEST),
            }
            content = render(
                "embed.html",
                plan,
                language,
                "../../../",
                addresses,
                of=page,
                figure=figure,
                frame=_frame,
                **more,
            )
            yield path, content


def _own(plan: Plan, language: str) -> Iterator[tuple[str, str]]:
    """The pages that the site makes itself: how to read, what to download, subjects, and the search."""

    def addresses(name: str, within: str = "") -> dict[str, str]:
        return {other: f"{other}/{address(other, name)}/{within}" for other in plan.languages}

    for name in ("reading", "data"):
        content = render(f"{name}.html", plan, language, "../../", addresses(name), here=name)
        yield f"{addresses(name)[language]}index.html", content
    found = entries(plan, language)
    more: dict[str, object] = {"here": "search", "entries": found, "policy": policy(scripted=True)}
    yield (
        f"{addresses('search')[language]}index.html",
        render("search.html", plan, language, "../../", addresses("search"), **more),
    )
    yield f"{addresses('search')[language]}entries.js", script(found)
    yield from _explorer(plan, language, addresses)
    listed = subjects(plan, language)
    if listed:
        content = render("subjects.html", plan, language, "../../", addresses("subjects"), here="subjects")
        yield f"{addresses('subjects')[language]}index.html", content
    for subject in listed:
        where = addresses("subjects", f"{subject.slug}/")
        content = render("subject.html", plan, language, "../../../", where, subject=subject, here="subjects")
        yield f"{where[language]}index.html", content


def _explorer(
    plan: Plan, language: str, addresses: Callable[[str, str], dict[str, str]]
) -> Iterator[tuple[str, str]]:
    """The page of the explorer, and the page that shows one of its views within pages of others."""
    if "explorer" not in plan.own:
        return
    title = _word(plan, language, "site.title")
    for template, root in (("explorer.html", "../../"), ("explorer_embed.html", "../../../")):
        embedded = template != "explorer.html"
        where = {
            other: found + (f"{address(other, 'embed')}/" if embedded else "")
            for other, found in addresses("explorer", "").items()
        }
        more: dict[str, object] = {
            "here": "explorer",
            "policy": policy(scripted=True),
            "facts": facts(plan, language, root, embedded, title),
        }
        yield f"{where[language]}index.html", render(template, plan, language, root, where, **more)


def beside_figures(page: Page) -> Page | None:
    """The page with only the notes that no figure of it states, or None when its figures state everything."""
    stated = {note for chart in page.charts for note in chart.notes}
    left = replace(page, notes=tuple(note for note in page.notes if note not in stated))
    said = all((chart.source, chart.reference) == (page.source, page.reference) for chart in page.charts)
    return None if page.charts and said and not left.notes else left


def _summary(plan: Plan, language: str) -> Page | None:
    return next((page for page in plan.pages[language] if page.id == SUMMARY), None)


def render(
    template: str,
    plan: Plan,
    language: str,
    root: str,
    addresses: Mapping[str, str],
    **more: object,
) -> str:
    """`root` leads from the document to the top of the site; `addresses` are this page in every language. Of `more`,
    `page` is the page of the edition that is shown, and `here` the name of one of the site's own."""
    return _environment().get_template(template).render({
        "plan": plan,
        "manifest": plan.manifest,
        "language": language,
        "root": root,
        "addresses": addresses,
        "policy": policy(),
        "beside_figures": beside_figures,
        "page": None,
        "here": "",
        "t": partial(_word, plan, language),
        "t_in": partial(_word, plan),
        "to": partial(_to, root, language),
        "reference_date": _reference_date(plan),
        "languages": plan.languages,
        "pages": plan.pages,
        "chapters": chapters,
        "own_pages": plan.own,
        "subjects": partial(subjects, plan, language),
        "kinds": KINDS,
        "statuses": tuple(status for status in Status if status is not Status.NORMAL),
        **more,
    })  # fmt: skip


def _frame(url: str, title: str) -> str:
    """What somebody pastes into a page to show a figure there."""
    return (
        f'<iframe src="{escape(url)}" title="{escape(title)}" width="100%" height="640" loading="lazy" '
        'style="border: 0"></iframe>'
    )


def _to(root: str, language: str, name: str, within: str = "") -> str:
    """The link from a document to one of the site's own pages in the same language."""
    return f"{root}{language}/{address(language, name)}/{within}index.html"


def _word(plan: Plan, language: str, key: str, **slots: object) -> str:
    """An interface word with the slots that every page can fill."""
    return texts.word(
        language,
        key,
        **{
            "municipality": plan.municipality(language),
            "edition": plan.manifest["edition"],
            "version": plan.manifest["software"],
            **slots,
        },
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
    environment.filters["dressed"] = dressed
    return environment
