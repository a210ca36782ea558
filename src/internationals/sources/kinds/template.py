"""Files by hand that follow a template: every mistake in them is said at once, and none is repaired."""

from __future__ import annotations

from pathlib import Path

from internationals.shapes import Cell, DataError, Observations, Status, Text
from internationals.sources.checking import against_rules
from internationals.sources.findings import Findings
from internationals.sources.forms import FORMS, UnfitError, amount
from internationals.sources.source import Place, Source, unproven
from internationals.sources.tabular import SUFFIXES, Table, read_table
from internationals.sources.templates import Column, Template, templates

__all__ = ["SUFFIXES", "read", "rows"]

STATUS = "status"
_STATUSES = {"": Status.NORMAL, "voorlopig": Status.PROVISIONAL}
Key = tuple[str, ...]


def rows(path: Path) -> int:
    """How many rows of numbers the file has."""
    return len(read_table(path).rows)


def read(folder: Path, source: Source, place: Place) -> Observations:
    """The observations in the file of a snapshot. Raises DataError with everything that is wrong in it."""
    template = templates().get(source.id)
    if template is None:
        raise DataError(f"There is no template for {source.id}. There are: {', '.join(templates())}.")
    path = next(each for each in sorted(folder.iterdir()) if each.suffix.lower() in SUFFIXES)
    table = read_table(path)
    findings = Findings(path.name)
    missing = [name for name in template.header if name not in table.header]
    if missing:
        raise DataError(
            f"{path.name} lacks the column {', '.join(missing)}; it has {', '.join(table.header)}. The columns are "
            f"{', '.join(template.header)}."
        )
    cells, labels, places = _cells(table, template, place, findings)
    against_rules(cells, places, template, source.rounded_to, findings)
    findings.raised()
    return Observations(
        source.id,
        tuple(template.dimensions),
        cells,
        unproven(source),
        labels=labels,
        rounded_to=source.rounded_to,
    )


def _cells(
    table: Table, template: Template, place: Place, findings: Findings
) -> tuple[dict[Key, Cell], dict[str, dict[str, Text]], dict[Key, int]]:
    """The cells by key, the names found, and the row of each key."""
    cells: dict[Key, Cell] = {}
    places: dict[Key, int] = {}
    labels: dict[str, dict[str, Text]] = {}
    at = {name: table.header.index(name) for name in table.header}
    numbers = template.wide.columns if template.wide else {_value_column(template): ""}
    for row, values in table.rows:
        codes = {}
        for name, column in template.columns.items():
            if name not in numbers:
                codes[column.gives] = _code(values[at[name]], name, column, place, row, findings)
        status = _status(values[at[STATUS]] if STATUS in at else "", row, findings)
        for dimension, name in template.names.items():
            text = values[at[name]]
            labels.setdefault(dimension, {})[codes[dimension]] = {"nl": text, "en": text}
        if "employer" in codes:
            codes["employer"] = _slug(codes["employer"], labels.setdefault("employer", {}))
        for name, code in numbers.items():
            try:
                cell = amount(values[at[name]])
            except UnfitError as expected:
                findings.add(row, name, values[at[name]], str(expected))
                continue
            if template.wide:
                codes[template.wide.along] = code
            key = tuple(codes[dimension] for dimension in template.dimensions)
            cell = Cell(cell.value, status) if cell.value is not None else cell
            if key in cells and cells[key] != cell and all(key):
                findings.add(
                    row,
                    name,
                    values[at[name]],
                    f"the number of row {places[key]}, which is about the same. Keep one of the two rows",
                )
                continue
            cells[key], places[key] = cell, row
    return cells, labels, places


def _code(text: str, name: str, column: Column, place: Place, row: int, findings: Findings) -> str:
    """Our code for a value; empty when it does not fit, and then it has been noted."""
    if column.codes:
        if text in column.codes:
            return column.codes[text]
        findings.add(row, name, text, f"one of {', '.join(column.codes)}. Correct it")
        return ""
    try:
        return FORMS[str(column.form)](text, place)
    except UnfitError as expected:
        findings.add(row, name, text, str(expected))
        return ""


def _status(text: str, row: int, findings: Findings) -> Status:
    if text not in _STATUSES:
        findings.add(row, STATUS, text, "voorlopig, or nothing. Correct it")
    return _STATUSES.get(text, Status.NORMAL)


def _value_column(template: Template) -> str:
    return next(name for name, column in template.columns.items() if column.gives == "value")


def _slug(text: str, labels: dict[str, Text]) -> str:
    """A name as a code: small letters and hyphens. Names that differ in capitals only are one."""
    code = "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())
    labels.setdefault(code, {"nl": text, "en": text})
    return code
