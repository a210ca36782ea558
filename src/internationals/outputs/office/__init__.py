"""Office files: per language the tables and figures as a workbook (XLSX and ODS), and the figures as slides (PPTX).

Both workbooks are one model (`sheets`), so they cannot differ but in charts, which ODS here has none of. A cell without
a number is a sign (`shorthand`) that no formula takes for a number.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from internationals.outputs.office.errors import OfficeError
from internationals.outputs.office.layouts import layout
from internationals.outputs.office.ods_file import ods
from internationals.outputs.office.slide_deck import slides
from internationals.outputs.office.workbooks import workbook
from internationals.outputs.office.xlsx_file import xlsx
from internationals.shapes import Publication

__all__ = ["OfficeError", "write"]


def write(publication: Publication, folder: Path, language: str | None = None) -> None:
    """Write `tables.<language>.xlsx`, `tables.<language>.ods` and `slides.<language>.pptx` into `folder`, which is
    made if needed; those of one `language` can be made beside those of another.

    Equal publications give equal bytes. Raises OfficeError, in a sentence, for what does not fit into a spreadsheet.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _uncollected():
        shapes = {name: layout(table) for name, table in publication.release.tables.items()}
        for each in publication.languages if language is None else (language,):
            book = workbook(publication, shapes, each)
            (folder / f"tables.{each}.xlsx").write_bytes(xlsx(book))
            (folder / f"tables.{each}.ods").write_bytes(ods(book))
            (folder / f"slides.{each}.pptx").write_bytes(slides(publication, each))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of garbage, which would look through half a million living cells again and again: that
    took a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
