"""The website: static files that any web server can host, in every language, without script.

`index.html` offers the languages; `<language>/index.html` is a home, `<language>/<slug>/index.html` a page,
`data/<chart id>.<language>.csv` the download of a figure. Links are relative and name `index.html`, so that
the site also opens from a folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from internationals.outputs.site.downloads import csv_bytes
from internationals.outputs.site.errors import SiteError
from internationals.outputs.site.plan import Plan, plan
from internationals.outputs.site.render import assets, html_documents
from internationals.shapes import Figure, Page

__all__ = ["SiteError", "documents", "write"]


def write(
    pages: Iterable[Page], figures: Mapping[str, Figure], manifest: Mapping[str, Any], folder: Path
) -> None:
    """Write the whole site into `folder`, which is made if needed and must be empty.

    `figures` maps `chart.key`, that is "<chart id>.<language>", to the drawn figure. From the
    manifest it takes edition, municipality (code, name per language), publisher, contact, reference_date,
    invented, languages, software, licence and, optionally, `site_url`, which makes canonical and language
    links absolute. Equal input gives equal bytes. Raises SiteError before writing anything when the parts do not
    fit together.
    """
    site = plan(pages, figures, manifest)
    if folder.exists() and any(folder.iterdir()):
        raise SiteError(f"{folder} is not empty; expected a fresh folder. Give another one or clear it.")
    for path, content in documents(site):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def documents(site: Plan) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: its path within the folder and its bytes."""
    for path, text in html_documents(site):
        yield path, text.encode("utf-8")
    charts = {chart.key: chart for pages in site.pages.values() for page in pages for chart in page.charts}
    for key, chart in charts.items():
        yield f"data/{key}.csv", csv_bytes(chart, site.manifest)
    yield from assets()
