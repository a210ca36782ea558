"""The parts of an ODS file around its content: what it is, its page, what stays in sight, and the list of parts."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from internationals.outputs.office.sheets import Sheet, Workbook

_BASE = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join((
    *(f'xmlns:{name}="{_BASE}:{name}:1.0"' for name in ("office", "style", "table", "text", "meta", "config")),
    f'xmlns:number="{_BASE}:datastyle:1.0"', f'xmlns:fo="{_BASE}:xsl-fo-compatible:1.0"',
    f'xmlns:svg="{_BASE}:svg-compatible:1.0"', 'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:ooo="http://openoffice.org/2004/office"',
))  # fmt: skip
_XML = '<?xml version="1.0" encoding="UTF-8"?>'


def styles(workbook: Workbook) -> str:
    """The font and the language of all cells, and the page on which they are printed: A4, lying, as wide as the sheet."""
    language, _, country = workbook.locale.partition("-")
    return (
        f'{_XML}<office:document-styles {NAMESPACES} office:version="1.3">'
        '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" '
        'style:font-family-generic="swiss"/></office:font-face-decls>'
        '<office:styles><style:default-style style:family="table-cell"><style:text-properties '
        f'style:font-name="Arial" fo:font-size="10pt" fo:language="{language}" fo:country="{country}"/>'
        '</style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles>'
        '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties '
        'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" '
        'style:scale-to-X="1" style:scale-to-Y="0"/><style:footer-style/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"><style:footer>'
        "<style:region-left><text:p><text:sheet-name>-</text:sheet-name></text:p></style:region-left>"
        f"<style:region-center><text:p>{escape(workbook.label)}</text:p></style:region-center>"
        "<style:region-right><text:p><text:page-number>1</text:page-number> / <text:page-count>1</text:page-count>"
        "</text:p></style:region-right></style:footer></style:master-page></office:master-styles>"
        "</office:document-styles>"
    )


def meta(workbook: Workbook) -> str:
    """Title, subject, publisher, language, and the reference date as the day on which it was made."""
    made = f"{workbook.made.isoformat()}T00:00:00"
    return (
        f'{_XML}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(workbook.title)}</dc:title><dc:subject>{escape(workbook.subject)}</dc:subject>"
        f"<dc:description>{escape(workbook.description)}</dc:description>"
        f"<meta:initial-creator>{escape(workbook.author)}</meta:initial-creator>"
        f"<dc:creator>{escape(workbook.author)}</dc:creator><dc:language>{workbook.locale}</dc:language>"
        f"<meta:creation-date>{made}</meta:creation-date><dc:date>{made}</dc:date>"
        "</office:meta></office:document-meta>"
    )


def settings(sheets: Iterable[Sheet]) -> str:
    """Which rows and columns stay in sight on every sheet."""
    views = "".join(_view(sheet) for sheet in sheets if sheet.frozen_rows)
    return (
        f'{_XML}<office:document-settings {NAMESPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        f"<config:config-item-map-entry>{_item('ViewId', 'string', 'view1')}"
        f'<config:config-item-map-named config:name="Tables">{views}</config:config-item-map-named>'
        f"{_item('ShowGrid', 'boolean', 'false')}</config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>"
    )


def manifest(kind: str, parts: Iterable[str]) -> str:
    """The list of all parts."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{part}" manifest:media-type="text/xml"/>' for part in parts
    )
    return (
        f'{_XML}<manifest:manifest xmlns:manifest="{_BASE}:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{kind}"/>'
        f"{entries}</manifest:manifest>"
    )


def _view(sheet: Sheet) -> str:
    """Frozen rows and columns: mode 2 freezes, 3 is the pane at the lower right."""
    items = (
        ("HorizontalSplitMode", "short", 2 if sheet.frozen_columns else 0),
        ("VerticalSplitMode", "short", 2),
        ("HorizontalSplitPosition", "int", sheet.frozen_columns),
        ("VerticalSplitPosition", "int", sheet.frozen_rows),
        ("ActiveSplitRange", "short", 3 if sheet.frozen_columns else 2),
        ("PositionRight", "int", sheet.frozen_columns),
        ("PositionBottom", "int", sheet.frozen_rows),
        ("ShowGrid", "boolean", "false"),
    )
    name = escape(sheet.name, {'"': "&quot;"})
    inner = "".join(_item(key, kind, value) for key, kind, value in items)
    return f'<config:config-item-map-entry config:name="{name}">{inner}</config:config-item-map-entry>'


def _item(name: str, kind: str, value: object) -> str:
    return f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
