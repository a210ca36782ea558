"""A comparison of two releases, as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:  # the room itself loads when the command runs
    from internationals.review import CellChange, Comparison, PageChange, TableChange, TextChange

_NOTHING = "nothing"
_FEW = 3


def show(found: Comparison, most: int) -> None:
    """Everything that differs, in sentences; of each table the `most` largest changes of figures."""
    console = Console(highlight=False, soft_wrap=True, markup=False)
    console.print(f"What changed from {found.before} to {found.after}")
    here = [page for page in found.pages if page.was and page.became]
    for title, lines in (
        ("Pages added", [_headline(page, page.became) for page in found.pages if not page.was]),
        ("Pages gone", [_headline(page, page.was) for page in found.pages if not page.became]),
        ("Headlines that turned", _headlines(page for page in here if page.turned)),
        ("Headlines with other figures", _headlines(page for page in here if not page.turned)),
        ("Values in the texts", _cited(here)),
        ("Figures", _figures(found, most)),
        ("Code lists", _codes(found)),
        ("Definitions", [_text(change) for change in found.definitions]),
        ("How the release was made", [_text(change) for change in found.makings]),
    ):
        console.print(f"\n{title}", style="bold")
        for line in lines or [f"  {_NOTHING}"]:
            console.print(line)


def _headline(page: PageChange, text: str) -> str:
    return f"  {page.page} ({page.language}): {text}"


def _headlines(pages: Iterable[PageChange]) -> list[str]:
    lines = []
    for page in pages:
        if page.was != page.became:
            lines += [_headline(page, page.was), f"    became: {page.became}"]
    return lines


def _cited(pages: Iterable[PageChange]) -> list[str]:
    lines = []
    for page in pages:
        for what, names in (
            ("no longer", page.cited_gone),
            ("for the first time", page.cited_added),
        ):
            if names:
                lines.append(_headline(page, f"{what} {', '.join(names)}"))
    return lines


def _figures(found: Comparison, most: int) -> list[str]:
    lines = [f"  {name}: table gone" for name in found.tables_gone]
    lines += [f"  {name}: table added" for name in found.tables_added]
    for table in found.figures:
        lines.append(f"  {table.table}: {_summary(table)}")
        lines += [f"    revised {_cell(cell)}" for cell in table.revised[:most]]
        lines += [f"    {_cell(cell)}" for cell in table.moved[:most]]
    return lines


def _summary(table: TableChange) -> str:
    parts = [f"{len(table.revised):,} revised"] if table.revised else []
    if table.moved:
        parts.append(f"{len(table.moved):,} of {table.last_years[1]} differ from {table.last_years[0]}")
    for what, years in (("without", table.years_gone), ("with", table.years_added)):
        if years:
            parts.append(f"{what} {', '.join(years)}")
    return "; ".join(parts)


def _cell(cell: CellChange) -> str:
    codes = " ".join(f"{name}={code}" for name, code in cell.after.items())
    named = f" ({cell.label})" if cell.label else ""
    return f"{codes}{named}: {cell.was} became {cell.became}"


def _codes(found: Comparison) -> list[str]:
    lines = []
    for change in found.codes:
        tables = change.tables
        listed = f"{len(tables)} tables" if len(tables) > _FEW else ", ".join(tables)
        where = f"  {change.dimension} of {listed}"
        lines += [f"{where}: {what} {_listed(codes)}" for what, codes in _kinds(change.gone, change.added)]
        lines += [f"{where}: {code} was {a}, became {b}" for code, (a, b) in change.renamed.items()]
    return lines


def _kinds(gone: Mapping[str, str], added: Mapping[str, str]) -> Iterable[tuple[str, Mapping[str, str]]]:
    return ((what, codes) for what, codes in (("without", gone), ("with", added)) if codes)


def _listed(codes: Mapping[str, str]) -> str:
    return ", ".join(code if code == name else f"{code} {name}" for code, name in codes.items())


def _text(change: TextChange) -> str:
    tables = change.where
    where = f"{len(tables)} tables, " if len(tables) > _FEW else "".join(f"{table}, " for table in tables)
    return f"  {where}{change.what}: was {change.was or _NOTHING}; became {change.became or _NOTHING}"
