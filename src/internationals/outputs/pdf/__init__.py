"""The monitor on paper: PDFs that a screen reader can follow (PDF/UA-1) and that can be archived (PDF/A-2a).

`report.<language>.pdf` is the whole edition, `summary.<language>.pdf` one page of it, and `news.<language>.pdf` the
news item, where there is one. Typst sets them by the templates in `template/`; pikepdf adds what Typst cannot say.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from internationals.outputs.pdf.errors import PdfError
from internationals.outputs.pdf.report import report_pdf
from internationals.outputs.pdf.sheets import NEWS, news_pdf, summary_pdf
from internationals.shapes import Publication

__all__ = ["PdfError", "sheets_of", "write"]


def sheets_of(publication: Publication) -> tuple[str, ...]:
    """The names of the PDFs that `write` makes in every language."""
    there = any(page.id == NEWS for page in publication.pages)
    return ("report", "summary", "news") if there else ("report", "summary")


def write(publication: Publication, folder: Path) -> None:
    """Write the PDFs of every language into `folder`, which is made if needed.

    From the manifest it takes edition, municipality, publisher, contact, licence, reference_date, invented, languages
    and, where it is there, `site_url`. Equal input gives equal bytes. Raises PdfError when a font is missing, when a
    page holds markup or letters that cannot be shown, and when the summary does not fit on its page.
    """
    with ThreadPoolExecutor() as pool:  # Typst leaves Python free while it sets type
        made = list(pool.map(lambda language: _documents(publication, language), publication.languages))
    folder.mkdir(parents=True, exist_ok=True)
    for documents in made:
        for name, content in documents.items():
            (folder / name).write_bytes(content)


def _documents(publication: Publication, language: str) -> dict[str, bytes]:
    made = {
        f"report.{language}.pdf": report_pdf(publication, language),
        f"summary.{language}.pdf": summary_pdf(publication, language),
    }
    item = news_pdf(publication, language)
    return made if item is None else {**made, f"news.{language}.pdf": item}
