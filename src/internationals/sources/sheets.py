"""The first sheet of a workbook that somebody made by hand, as rows of text.

What a spreadsheet shows and what it holds can differ, so what is not certain is noted and not read: a formula whose
result was not saved, merged cells, and a second sheet with the same columns.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from internationals.shapes import DataError
from internationals.sources.findings import Findings


def sheet_rows(path: Path, findings: Findings) -> Iterator[tuple[int, list[str]]]:
    """Every row of the first sheet with its number, from the header on. Raises DataError for what is no workbook."""
    values, formulas = _book(path, True), _book(path, False)
    if not values.worksheets:
        raise DataError(f"{path.name} has no sheet with cells. Put the rows on the first sheet.")
    sheet = values.worksheets[0]
    for area in sheet.merged_cells.ranges:
        findings.say(
            area.min_row, f"the cells {area.coord} are merged. Split them, and write the value in every cell"
        )
    _alone(path, values)
    rows = zip(
        sheet.iter_rows(values_only=True), formulas.worksheets[0].iter_rows(values_only=True), strict=True
    )
    for number, (shown, held) in enumerate(rows, 1):
        if any(value is None and _is_formula(formula) for value, formula in zip(shown, held, strict=True)):
            findings.say(
                number,
                "a formula whose result was not saved. Open the file in a spreadsheet and save it, or paste the values",
            )
            continue
        yield number, [written(value) for value in shown]


def written(value: object) -> str:
    """A cell as text: a whole number without its point, a date as JJJJ-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()


def _book(path: Path, results: bool) -> Any:
    from openpyxl import load_workbook  # slow to load, and not every project has a spreadsheet
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(path, data_only=results)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as problem:
        raise DataError(
            f"{path.name} is no workbook in XLSX: {problem}. Save it again as .xlsx."
        ) from problem


def _alone(path: Path, book: Any) -> None:
    """Refuse a second sheet with the columns of the first: its rows would be left out in silence."""
    first, *others = ((sheet.title, _first_row(sheet)) for sheet in book.worksheets)
    same = [title for title, header in others if header and header == first[1]]
    if same:
        raise DataError(
            f"{path.name}: the sheet {', '.join(same)} has the same columns as the first, {first[0]}, and only the "
            "first is read. Put all rows on one sheet."
        )


def _first_row(sheet: Any) -> list[str]:
    rows = ([written(value) for value in row] for row in sheet.iter_rows(values_only=True))
    return [value for value in next((row for row in rows if any(row)), []) if value]


def _is_formula(value: object) -> bool:
    return value is not None and (not isinstance(value, str) or value.startswith("="))
