"""Open files of DUO with all who are enrolled in higher education: totals per institution and year.

Two layouts are read: a row per year (STUDIEJAAR, AANTAL_INGESCHREVENEN), and the older one with columns per year
(`2016 MAN`, `2016 VROUW`). DUO prints less than five as `<5`, `*` or -1: such a count is 2 with a margin of 2, and the
margins add up. DUO counts enrolments on 1 October, so its totals are `all` students, whatever their nationality.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from internationals.shapes import Cell, ConfigError, DataError, Observations, Text
from internationals.sources.findings import Findings
from internationals.sources.source import Place, Source, unproven
from internationals.sources.tabular import read_table

__all__ = ["SUFFIXES", "Options", "read"]

SUFFIXES = (".csv", ".xlsx")
INSTITUTION = ("BRIN NUMMER ACTUEEL", "INSTELLINGSCODE ACTUEEL", "INSTELLINGSCODE", "BRIN NUMMER")
NAME = ("INSTELLINGSNAAM ACTUEEL", "INSTELLINGSNAAM", "INSTELLING NAAM")
SECTOR = ("SOORT HOGER ONDERWIJS", "SOORT HO")
YEAR, COUNT = "STUDIEJAAR", "AANTAL INGESCHREVENEN"
SMALL = {"<5", "< 5", "*", "-1"}
"""How DUO prints a count of less than five."""
HALF = 2
"""The middle of 0 to 4, and how far the true count may be from it."""
_BY_YEAR = re.compile(r"((?:19|20)\d\d)(?: (?:MAN|VROUW|ONBEKEND))?")


class Options(BaseModel):
    """What a file of DUO does not say of itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sector: Literal["wo", "hbo"] | None = Field(
        None, description="the sector of all rows, for a file that has no column of it"
    )


def read(folder: Path, source: Source, place: Place) -> Observations:
    """The totals in the file of a snapshot. Raises DataError with everything that is wrong in it."""
    options = _options(source)
    path = next(each for each in sorted(folder.iterdir()) if each.suffix.lower() in SUFFIXES)
    findings = Findings(path.name)
    table = read_table(path, findings)
    header = [" ".join(re.sub(r"[_?]", " ", name).upper().split()) for name in table.header]
    institution, name = _column(path, header, INSTITUTION), _column(path, header, NAME)
    sector = next((header.index(each) for each in SECTOR if each in header), None)
    if sector is None and options.sector is None:
        raise DataError(
            f"{path.name}: no column says whether a row is wo or hbo ({' or '.join(SECTOR)}). Name it under sources: "
            f"{source.id}: options: duo: sector in municipality.yml."
        )
    counts = _counts(path, header)
    sums: dict[tuple[str, ...], int] = defaultdict(int)
    margins: dict[tuple[str, ...], int] = defaultdict(int)
    labels: dict[str, Text] = {}
    for row, values in table.rows:
        kind = options.sector if sector is None else values[sector].strip().lower()
        if kind not in ("wo", "hbo"):
            findings.say(row, f"column {table.header[sector or 0]}: found '{kind}', expected wo or hbo")
            continue
        code = values[institution].strip().upper()
        labels[code] = dict.fromkeys(("nl", "en"), values[name].strip())
        for at, column_year in counts:
            year = column_year or values[header.index(YEAR)].strip()[:4]
            found = _count(values[at])
            if found is None or not re.fullmatch(r"(19|20)\d\d", year):
                findings.say(
                    row,
                    f"column {table.header[at]}: found '{values[at]}' for the year '{year}'; expected a whole number or "
                    "<5, and a study year such as 2021",
                )
                continue
            key = (year, code, str(kind), "all")
            sums[key] += found[0]
            margins[key] += found[1]
    findings.raised()
    if not sums:
        raise DataError(f"{path.name} has column names and no counts below them. Download it again.")
    cells = {key: Cell(value, margin=margins[key]) for key, value in sums.items()}
    dimensions = ("year", "institution", "sector", "students")
    proof = unproven(source, rows=len(table.rows))
    return Observations(source.id, dimensions, cells, proof, labels={"institution": labels})


def _options(source: Source) -> Options:
    try:
        return Options.model_validate(source.options.get("duo", {}))
    except ValueError as problem:
        raise ConfigError(
            f"The source {source.id} is not described well under options: duo: {problem}"
        ) from problem


def _column(path: Path, header: list[str], names: tuple[str, ...]) -> int:
    found = next((header.index(name) for name in names if name in header), None)
    if found is None:
        raise DataError(
            f"{path.name}: there is no column {' or '.join(names)}; found {', '.join(header)}. Expected the open file of "
            "DUO with those who are enrolled, of hbo or wo."
        )
    return found


def _counts(path: Path, header: list[str]) -> list[tuple[int, str]]:
    """Where the counts are, each with its year, or without where a column has the year of the row."""
    if YEAR in header and COUNT in header:
        return [(header.index(COUNT), "")]
    found = [(at, match[1]) for at, name in enumerate(header) if (match := _BY_YEAR.fullmatch(name))]
    if not found:
        raise DataError(
            f"{path.name}: there are no counts: expected the columns {YEAR} and {COUNT}, or a column per year such as "
            f"'2016 MAN'. Found {', '.join(header)}."
        )
    return found


def _count(text: str) -> tuple[int, int] | None:
    """A count and its margin; None for what is no count. An empty cell is nobody."""
    given = text.strip()
    if given in SMALL:
        return HALF, HALF
    if given == "":
        return 0, 0
    return (int(float(given)), 0) if re.fullmatch(r"\d+(\.0+)?", given) else None
