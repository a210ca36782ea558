"""The website: static files that any web server can host, in every language.

`index.html` offers the languages; `<language>/index.html` is a home, `<language>/<slug>/index.html` a page,
`data/<chart id>.<language>.<kind>` what can be downloaded of a figure. Links are relative and name `index.html`, so
that the site also opens from a folder. Everything is there without a script; searching needs one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from internationals.outputs.site.errors import SiteError
from internationals.outputs.site.explorer import data_files
from internationals.outputs.site.explorer_tables import table_files
from internationals.outputs.site.figure_files import large_file, large_files, small_files
from internationals.outputs.site.plan import Plan, plan, planned
from internationals.outputs.site.render import html_documents
from internationals.outputs.site.statement import Fingerprint, statement_documents, unrecorded
from internationals.outputs.site.style import assets
from internationals.shapes import Download, Publication, Statement

__all__ = [
    "SiteError",
    "documents",
    "fingerprint",
    "large_file",
    "plan",
    "table_files",
    "write",
    "write_large",
]

State = Callable[[str], Statement]
"""The accessibility statement of a site, given its fingerprint."""


def write(
    publication: Publication,
    folder: Path,
    downloads: Iterable[Download] = (),
    *,
    theme: str = "",
    state: State = unrecorded,
) -> None:
    """Write the site into `folder`, which is made if needed and must be empty; all but `write_large`'s files.

    From the manifest it takes edition, municipality (code, name per language), publisher, contact, reference_date,
    invented, languages, software, licence and, optionally, `site_url`, which makes canonical and language links
    absolute. `downloads` are the files that stand beside the site; `theme` a municipality's tokens (`theme.read`);
    `state` makes the accessibility statement.
    Equal input gives equal bytes. Raises SiteError before writing anything when the parts do not fit together.
    """
    site = planned(publication, downloads, theme)
    if folder.exists() and any(folder.iterdir()):
        raise SiteError(f"{folder} is not empty; expected a fresh folder. Give another one or clear it.")
    _put(documents(site, state, table_files(publication.release)), folder)


def write_large(
    publication: Publication, folder: Path, cache: Path | None = None, language: str | None = None
) -> None:
    """Write the files of the site that take long to make: every figure as a workbook and as a PNG picture.

    They can be made beside the rest, and those of each `language` beside those of another. `cache` is a folder that
    keeps pictures between runs. The tables of the release are not needed.
    """
    _put(large_files(planned(publication), cache, language), folder)


def documents(
    site: Plan, state: State = unrecorded, tables: Iterable[tuple[str, bytes]] = ()
) -> Iterator[tuple[str, bytes]]:
    """The files of the site that are made in a moment, with the `tables` of the explorer (`table_files`), and without the
    workbooks and PNG pictures of the figures (`write_large`)."""
    made = Fingerprint()
    for path, content in chain(_but_the_statement(site), tables):
        made.add(path, content)
        yield path, content
    for path, text in statement_documents(site, state(str(made))):
        yield path, text.encode("utf-8")


def fingerprint(folder: Path) -> str:
    """The checksum of a written site, by which a statement knows whether it is still what was checked."""
    made = Fingerprint()
    for path in folder.rglob("*"):
        if path.is_file():
            made.add(path.relative_to(folder).as_posix(), path.read_bytes())
    return str(made)


def _but_the_statement(site: Plan) -> Iterator[tuple[str, bytes]]:
    for path, text in html_documents(site):
        yield path, text.encode("utf-8")
    yield from small_files(site)
    yield from data_files(site)
    yield from assets(site.theme)


def _put(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
