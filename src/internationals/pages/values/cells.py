"""Values read straight from a released table."""

from __future__ import annotations

from typing import Any

from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Bundle, Line, Number
from internationals.pages.scope import Scope, years_of
from internationals.shapes import Cell, ProtectedTable, Status


def count(scope: Scope, table: str, *, year: object = "last", **codes: object) -> Number:
    """One cell of a table, in the last year unless another is asked."""
    found = scope.table(table)
    fixed = _fixed(scope, found, {"year": year, **codes} if _has_years(found) else codes, along=None)
    return Number(_cell(found, fixed), _unit(found), found.card.decimals)


def line(scope: Scope, table: str, *, along: str = "year", **codes: object) -> Line:
    """The cells of a table along one dimension: its years, or the codes given for that dimension.

    `{line: residents_nationality, along: nationality, leave_out: ["0001"]}` takes all codes but these;
    `{line: arrivals_nationality, along: nationality, nationality: $nine}` takes those of another value.
    """
    found = scope.table(table)
    left_out = codes.pop("leave_out", [])
    if not isinstance(left_out, list):
        raise UnfitError("`leave_out` is a list of codes.")
    dimension = next((d for d in found.card.dimensions if d.id == along), None)
    if dimension is None:
        raise UnfitError(
            f"{table} has no dimension {along!r}; it has {', '.join(d.id for d in found.card.dimensions)}."
        )
    status = Status.NORMAL
    wanted: tuple[str, ...] = years_of(found) if along == "year" else tuple(dimension.codes)
    if along in codes:
        chosen = scope.codes(found, along, codes.pop(along))
        wanted, status = ((), chosen) if isinstance(chosen, Status) else (chosen, status)
    if along != "year" and _has_years(found):
        codes.setdefault("year", "last")
    fixed = _fixed(scope, found, codes, along=along)
    kept = [code for code in wanted if code not in left_out]
    cells = {code: _cell(found, {**fixed, along: code}) for code in kept}
    labels = {code: dimension.codes.get(code, {}) for code in kept}
    return Line(along, dimension.label, labels, cells, decimals=found.card.decimals, status=status)


def lines(scope: Scope, table: str, *, each: str, of: str, along: str = "year", **codes: object) -> Bundle:
    """A line along the years for each code of a dimension: `{lines: t, each: nationality, of: $nine}`."""
    found = scope.table(table)
    chosen = scope.codes(found, each, of)
    if isinstance(chosen, Status):
        return Bundle({}, {})
    known = next(d.codes for d in found.card.dimensions if d.id == each)
    there = [code for code in chosen if code in known]
    return Bundle(
        {code: known[code] for code in there},
        {code: line(scope, table, along=along, **{**codes, each: code}) for code in there},
    )


def _unit(table: ProtectedTable) -> str:
    """Percentages are printed as such; whatever else is counted is a number without a sign."""
    return "percent" if table.card.unit.get("en") == "per cent" else "persons"


def _has_years(table: ProtectedTable) -> bool:
    return any(dimension.id == "year" for dimension in table.card.dimensions)


def _fixed(
    scope: Scope, table: ProtectedTable, codes: dict[str, Any], along: str | None
) -> dict[str, str | Status]:
    """One code for every dimension but `along`, or why there is none."""
    fixed: dict[str, str | Status] = {}
    for name, text in codes.items():
        if name == "year":
            year = scope.year_in(table, text)
            fixed[name] = year.code if year.code is not None else year.status
            continue
        chosen = scope.codes(table, name, text)
        if isinstance(chosen, Status):
            fixed[name] = chosen
        elif len(chosen) == 1:
            fixed[name] = chosen[0]
        else:
            fixed[name] = Status.NOT_APPLICABLE
    wanted = {dimension.id for dimension in table.card.dimensions} - {along}
    if wanted - set(fixed):
        raise UnfitError(
            f"{table.card.id} needs one code for {', '.join(sorted(wanted - set(fixed)))} as well."
        )
    return fixed


def _cell(table: ProtectedTable, codes: dict[str, str | Status]) -> Cell:
    """The cell at these codes; where a code is missing, its reason takes the place of the number."""
    key = {}
    for dimension in table.card.dimensions:
        code = codes[dimension.id]
        if isinstance(code, Status):
            return Cell(None, code)
        if code not in dimension.codes:
            return Cell(None, Status.MISSING)
        key[dimension.id] = code
    return table.cell(**key)
