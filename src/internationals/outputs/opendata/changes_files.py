"""The changes of an edition for people with a spreadsheet, `changes.csv`, and for programs, `changes.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from internationals import texts
from internationals.definitions.statuses import SDMX
from internationals.outputs.opendata.changes import Changes
from internationals.outputs.opendata.csv_file import row
from internationals.outputs.opendata.facts import Facts
from internationals.outputs.site.downloads import harmless
from internationals.shapes import Cell, Text

COLUMNS = (
    "change", "table", "codes", "what",
    "old_value", "old_obs_status", "old_conf_status", "new_value", "new_obs_status", "new_conf_status",
    "old_text", "new_text",
)  # fmt: skip
"""`codes` is `dimension=code`, joined by `;`. A change of a figure has values and statuses, any other has texts."""


def changes_columns(facts: Facts) -> tuple[str, ...]:
    """The columns of `changes.csv`; of invented data every row says so."""
    return (*COLUMNS, *(("remark",) if facts.invented else ()))


def changes_csv(found: Changes, facts: Facts) -> bytes:
    """A row for every change; a heading alone where nothing is different."""
    remark = (facts.mark,) if facts.invented else ()
    lines = [row(changes_columns(facts))]
    for change, table, codes, what, old, new in _rows(found):
        named = ";".join(f"{dimension}={code}" for dimension, code in codes.items())
        numbers = (*_fields(old), *_fields(new))
        said = (_said(old), _said(new))
        lines.append(row((change, table, harmless(named), what, *numbers, *map(harmless, said), *remark)))
    return "".join(lines).encode()


def changes_json(found: Changes, facts: Facts) -> bytes:
    """The same as lists by kind; codes that came or went have what they are called in every language."""
    content: dict[str, Any] = {
        **({"invented": facts.mark} if facts.invented else {}),
        "edition": facts.edition,
        "before": found.before,
        "municipality": facts.code,
        "title": {each: texts.word(each, "data.changes") for each in facts.languages},
        "licence": facts.licence.address,
        "tables_added": list(found.tables_added),
        "tables_removed": list(found.tables_removed),
        "dimensions": [
            {"table": each.table, "before": each.before[""], "after": each.after[""]}
            for each in found.dimensions
        ],
        "codes": [
            {"table": each.table, "dimension": each.dimension, "code": each.code}
            | {"before": each.before and dict(each.before), "after": each.after and dict(each.after)}
            for each in found.codes
        ],
        "texts": [
            {"table": each.table, "what": each.what, "before": dict(each.before), "after": dict(each.after)}
            for each in found.texts
        ],
        "revisions": [
            {"table": each.table, "codes": dict(each.codes)}
            | {"before": _cell(each.before), "after": _cell(each.after)}
            for each in found.revisions
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


_Side = Cell | Text | None


def _rows(found: Changes) -> Iterator[tuple[str, str, Mapping[str, str], str, _Side, _Side]]:
    """Every change: its kind, table, codes and what of them, and what was and what became."""
    for name in found.tables_added:
        yield "table_added", name, {}, "", None, None
    for name in found.tables_removed:
        yield "table_removed", name, {}, "", None, None
    for text in (*found.dimensions, *found.texts):
        kind = "dimensions_changed" if text.what == "dimensions" else "text_changed"
        yield kind, text.table, {}, text.what, text.before, text.after
    for code in found.codes:
        kind = (
            "code_added" if code.before is None else "code_removed" if code.after is None else "code_renamed"
        )
        yield kind, code.table, {code.dimension: code.code}, code.dimension, code.before, code.after
    for cell in found.revisions:
        yield "revision", cell.table, cell.codes, "", cell.before, cell.after


def _fields(side: _Side) -> tuple[str, str, str]:
    if not isinstance(side, Cell):
        return "", "", ""
    return "" if side.value is None else f"{_number(side.value)}", *SDMX[side.status]


def _said(side: _Side) -> str:
    return "" if side is None or isinstance(side, Cell) else " / ".join(dict.fromkeys(side.values()))


def _cell(cell: Cell) -> dict[str, Any]:
    observed, confidential = SDMX[cell.status]
    value = None if cell.value is None else _number(cell.value)
    return {"value": value, "obs_status": observed, "conf_status": confidential}


def _number(value: float) -> float:
    """A whole number without a decimal point."""
    return int(value) if value == int(value) else value
