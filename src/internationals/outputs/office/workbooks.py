"""All sheets of one language in their order: contents, a sheet per table, a sheet per page with figures, notes, codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from internationals import texts
from internationals.outputs.office.contents import contents_sheet
from internationals.outputs.office.figures import figure_sheet
from internationals.outputs.office.layouts import Layout
from internationals.outputs.office.names import Names
from internationals.outputs.office.notes import codes_sheet, notes_sheet
from internationals.outputs.office.sheets import Workbook
from internationals.outputs.office.tables import Around, table_sheet
from internationals.shapes import Publication


def workbook(publication: Publication, shapes: Mapping[str, Layout], language: str) -> Workbook:
    """The workbook in one language; `shapes` are the layouts of the tables by id."""
    manifest = publication.release.manifest
    tables = publication.release.tables
    label = texts.label(language, manifest["invented"])
    sheet_names, table_names = Names(), Names()
    contents, notes, codes = (
        sheet_names.sheet(texts.word(language, f"office.sheet_{each}"))
        for each in ("contents", "notes", "codes")
    )
    around = Around(contents, notes, codes, label)
    named = {name: sheet_names.sheet(name) for name in sorted(tables)}
    sheets = [
        table_sheet(tables[name], shapes[name], language, around, (sheet, table_names.table("tbl", name)))
        for name, sheet in named.items()
    ]
    pages = {
        sheet_names.sheet(f"{page.number:02} {page.slug}"): page
        for page in publication.pages_in(language)
        if page.charts
    }
    sheets += [figure_sheet(page, name, table_names, around) for name, page in pages.items()]
    first = contents_sheet(publication, named, pages, language, around)
    return Workbook(
        language=language,
        locale=texts.word(language, "office.locale"),
        title=first.title,
        subject=texts.word(language, "site.tagline", edition=manifest["edition"]),
        author=manifest["publisher"],
        description=" – ".join(filter(None, (label, manifest["licence"]))),
        label=label,
        made=date.fromisoformat(manifest["reference_date"]),
        style=publication.style,
        sheets=(
            first,
            *sheets,
            notes_sheet(publication, shapes, named, language, around),
            codes_sheet(publication, language, around),
        ),
    )
