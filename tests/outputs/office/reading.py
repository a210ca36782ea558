"""Workbooks read back by other programs' libraries, into rows, and the numbers of a release out of these rows."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from itertools import product
from pathlib import Path

import openpyxl
from lxml import etree
from odfdo import Document

from internationals.shapes import Cell, ProtectedTable, Status

Rows = list[tuple[object, ...]]
HEADER = 5
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LINK = re.compile(r"\[(.*)\]\(#'(.*)'\.A1\)")
SIGNS = {
    Status.SUPPRESSED: "[c]",
    Status.MISSING: "[x]",
    Status.NOT_APPLICABLE: "[z]",
    Status.NOT_YET: "[n]",
}


def xlsx_rows(path: Path) -> dict[str, Rows]:
    """The rows of every sheet of an XLSX file, by openpyxl."""
    book = openpyxl.load_workbook(path, read_only=True)
    found = {page.title: list(page.iter_rows(values_only=True)) for page in book}
    book.close()
    return found


def ods_rows(path: Path) -> dict[str, Rows]:
    """The rows of every sheet of an ODS file, by odfdo."""
    tables = Document(path).body.tables
    return {table.name: [tuple(map(_unlinked, row)) for row in table.iter_values()] for table in tables}


def ods_values(path: Path) -> dict[str, Rows]:
    """The same straight from the XML, for large files: a library takes six seconds for a hundred thousand cells."""
    with zipfile.ZipFile(path) as package:
        content = etree.fromstring(package.read("content.xml"))
    return {
        table.get(_TABLE + "name"): [tuple(map(_value, row)) for row in table.iter(_TABLE + "table-row")]
        for table in content.iter(_TABLE + "table")
    }


def _value(cell: etree._Element) -> object:
    number = cell.get(_OFFICE + "value")
    return float(number) if number is not None else ("".join(cell.itertext()) or None)


def ods_links(path: Path) -> set[str]:
    """The sheets to which the links of an ODS file lead."""
    values = (value for table in Document(path).body.tables for row in table.iter_values() for value in row)
    return {link[2] for value in values if isinstance(value, str) and (link := _LINK.fullmatch(value))}


def _unlinked(value: object) -> object:
    """The text of a link, which odfdo writes as Markdown."""
    return link[1] if isinstance(value, str) and (link := _LINK.fullmatch(value)) else value


def released(table: ProtectedTable) -> dict[tuple[str, ...], object]:
    """What a reader should find for every combination of codes: a number, or the sign of why there is none."""
    dimensions = table.card.dimensions
    return {
        key: shown(table.cell(**dict(zip([d.id for d in dimensions], key, strict=True))))
        for key in product(*(dimension.codes for dimension in dimensions))
    }


def shown(cell: Cell) -> object:
    return SIGNS[cell.status] if cell.value is None else cell.value


def found(table: ProtectedTable, rows: Rows, language: str) -> dict[tuple[str, ...], object]:
    """What a reader does find, by the codes that the labels stand for; what has no row is left out."""
    header = [name for name in rows[HEADER] if name is not None]
    codes = [_codes(dimension.codes, language) for dimension in table.card.dimensions]
    names = [dimension.label[language] for dimension in table.card.dimensions]
    places = {name: at for at, name in enumerate(names)}
    numbers: dict[tuple[str, ...], object] = {}
    for row in rows[HEADER + 1 :]:
        fixed = {
            places[name]: codes[places[name]][str(row[at])]
            for at, name in enumerate(header)
            if name in places
        }
        for at, name in enumerate(header):
            if name not in places:
                key = dict(fixed)
                if len(fixed) < len(codes):
                    year = next(place for place in range(len(codes)) if place not in fixed)
                    key[year] = codes[year][str(name)]
                place = tuple(key[position] for position in range(len(codes)))
                assert place not in numbers, f"{table.card.id} says {place} twice"
                numbers[place] = row[at]
    return numbers


def _codes(labels: object, language: str) -> dict[str, str]:
    assert hasattr(labels, "items")
    called = {code: label[language] for code, label in labels.items()}
    several = {label for label, number in Counter(called.values()).items() if number > 1}
    return {f"{label} ({code})" if label in several else label: code for code, label in called.items()}
