"""Files by hand that follow a template: every mistake in them is said at once, and none is repaired."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from internationals.shapes import Cell, DataError, Observations, Status, Text
from internationals.sources.checking import against_rules
from internationals.sources.findings import Findings
from internationals.sources.forms import FORMS, UnfitError, amount
from internationals.sources.source import Place, Source, unproven
from internationals.sources.tabular import SUFFIXES, Table, read_table
from internationals.sources.templates import Column, Template, templates

__all__ = ["SUFFIXES", "read"]

STATUS = "status"
REMARK = "opmerking"
_STATUSES = {"": Status.NORMAL, "voorlopig": Status.PROVISIONAL}
Key = tuple[str, ...]


def read(folder: Path, source: Source, place: Place) -> Observations:
    """The observations in the file of a snapshot. Raises DataError with everything that is wrong in it."""
    template = templates().get(source.id)
    if template is None:
        raise DataError(f"There is no template for {source.id}. There are: {', '.join(templates())}.")
    path = next(each for each in sorted(folder.iterdir()) if each.suffix.lower() in SUFFIXES)
    findings = Findings(path.name)
    table = read_table(path, findings)
    _columns(path, table, template)
    found = _Found(template, place, findings)
    for row, values in table.rows:
        found.take(row, dict(zip(table.header, values, strict=True)))
    against_rules(found.cells, found.rows, template, source.rounded_to, findings)
    findings.raised()
    if not found.cells:
        raise DataError(f"{path.name} has column names and nothing below them. Fill it in, or take it away.")
    return Observations(
        source.id,
        tuple(template.dimensions),
        found.cells,
        unproven(source, rows=len(table.rows)),
        labels=found.labels,
        rounded_to=source.rounded_to,
    )


def _columns(path: Path, table: Table, template: Template) -> None:
    missing = [name for name in template.header if name not in table.header]
    strange = [name for name in table.header if name not in (*template.header, STATUS, REMARK)]
    if missing or strange:
        wrong = [f"lacks the column {', '.join(missing)}"] if missing else []
        wrong += [f"has a column that is not known, {', '.join(strange)}"] if strange else []
        raise DataError(
            f"{path.name} {' and '.join(wrong)}. Expected on its first row: {', '.join(template.header)}, and if you "
            f"like {STATUS} and {REMARK}. Correct the column names."
        )


@dataclass
class _Found:
    """What has been read of a file: the cells by key, the row of each, and the names of codes."""

    template: Template
    place: Place
    findings: Findings
    cells: dict[Key, Cell] = field(default_factory=dict)
    rows: dict[Key, int] = field(default_factory=dict)
    labels: dict[str, dict[str, Text]] = field(default_factory=dict)

    def take(self, row: int, given: Mapping[str, str]) -> None:
        """Read one row; what is wrong with it is noted."""
        template, numbers = self.template, self.template.numbers
        codes = {
            column.gives: self._code(given[name], name, column, row)
            for name, column in template.columns.items()
            if name not in numbers
        }
        status = self._status(given.get(STATUS, ""), row)
        for dimension, name in template.names.items():
            self.labels.setdefault(dimension, {})[codes[dimension]] = {"nl": given[name], "en": given[name]}
        for name, code in numbers.items():
            try:
                cell = amount(given[name])
            except UnfitError as expected:
                self.findings.add(row, name, given[name], str(expected))
                continue
            if template.wide:
                codes[template.wide.along] = code
            key = tuple(codes[dimension] for dimension in template.dimensions)
            if all(key):
                self._keep(key, cell if cell.value is None else Cell(cell.value, status), row, name)

    def _keep(self, key: Key, cell: Cell, row: int, column: str) -> None:
        """Equal rows count once; different ones about the same are a mistake."""
        before = self.cells.setdefault(key, cell)
        first = self.rows.setdefault(key, row)
        if before != cell:
            shown = f"{cell.value or 0:.0f}" if cell.value is not None else ""
            said = "nothing" if before.value is None else f"{before.value:.0f}"
            self.findings.add(
                row,
                column,
                shown,
                f"{said}, as row {first}, which is about the same. Keep one of the two rows, the right one",
            )

    def _code(self, text: str, name: str, column: Column, row: int) -> str:
        """Our code for a value; empty when it does not fit, and then it has been noted."""
        if column.codes:
            if text not in column.codes:
                self.findings.add(row, name, text, f"one of {', '.join(column.codes)}{_mend(text)}")
            return column.codes.get(text, "")
        try:
            code = FORMS[str(column.form)](text, self.place)
            return self._slug(code) if column.gives == "employer" else code
        except UnfitError as expected:
            self.findings.add(row, name, text, str(expected))
            return ""

    def _slug(self, text: str) -> str:
        """A name as a code: small letters and hyphens. Names that differ in capitals only are one."""
        code = "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())
        if not code:
            raise UnfitError("a name with letters. Fill it in")
        self.labels.setdefault("employer", {}).setdefault(code, {"nl": text, "en": text})
        return code

    def _status(self, text: str, row: int) -> Status:
        if text not in _STATUSES:
            self.findings.add(row, STATUS, text, "voorlopig, or nothing. Correct it")
        return _STATUSES.get(text, Status.NORMAL)


def _mend(text: str) -> str:
    """What to do; a spreadsheet that has read 4-11 as a day of November has its own mend."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return ". A spreadsheet has made a date of it; format the column as text and type it again"
    return ". Correct it"
