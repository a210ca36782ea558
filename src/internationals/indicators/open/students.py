"""International students (D20): per institution, per sector, and of one institution by country."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.definitions.students import StudentDefinition, count_date, is_eea, note
from internationals.indicators.open.adding import added, completed
from internationals.indicators.open.found import Found, Row
from internationals.shapes import Cell, Frame, Observations, Status, Text

NEEDS = ("nuffic_institutions", "nuffic_countries")
_NONE = Cell(None, Status.MISSING)
_FROM_DUO: Text = {
    "nl": "Waar de bron van internationale studenten geen totaal heeft, is dat van DUO genomen: alle ingeschrevenen op "
    "1 oktober.",
    "en": "Where the source of international students has no total, DUO's is taken: all who are enrolled on 1 October.",
}


def tables(observations: Mapping[str, Observations], frame: Frame) -> dict[str, Found]:
    """The tables of students; each says by which definition someone is an international student."""
    says = (note(StudentDefinition(frame.student_definition)),)
    found: dict[str, Found] = {}
    if "nuffic_institutions" in observations:
        source = observations["nuffic_institutions"]
        filled = _totals_of_duo(source, observations.get("duo_enrolment"))
        cells: list[Row] = [(*key, cell) for key, cell in {**source.cells, **filled}.items()]
        behind = (source, observations["duo_enrolment"]) if filled else (source,)
        about = (*says, _FROM_DUO) if filled else says
        for name, sector in (("students_universities", "wo"), ("students_applied_sciences", "hbo")):
            found[name] = Found(
                completed((row[0], row[1], row[3], row[4]) for row in cells if row[2] == sector),
                behind,
                source.labels,
                notes=about,
                reference=source.reference,
            )
        found["students_sector"] = Found(
            added((row[0], row[2], row[3], row[4]) for row in cells),
            behind,
            notes=about,
            reference=source.reference,
        )
    if "nuffic_countries" in observations:
        source = observations["nuffic_countries"]
        ours = _institution(source, frame)
        rows: list[Row] = [
            (key[0], key[2], key[3], cell) for key, cell in source.cells.items() if key[1] == ours
        ]
        found["students_country"] = Found(completed(rows), (source,), notes=says)
        found["students_region"] = Found(
            added((row[0], _region(str(row[1]), str(row[0])), row[3]) for row in rows if row[2] == "all"),
            (source,),
            notes=says,
        )
    return found


def _totals_of_duo(source: Observations, duo: Observations | None) -> dict[tuple[str, ...], Cell]:
    """All students by DUO where there are international ones and the source itself has no total.

    Keys are year, institution, sector and `all`, as in the source; years and institutions are never added.
    """
    if duo is None:
        return {}
    wanted = [(*key[:3], "all") for key in source.cells if key[3] == "international"]
    return {
        key: duo.cells[key]
        for key in wanted
        if key in duo.cells and source.cells.get(key, _NONE).value is None
    }


def _institution(source: Observations, frame: Frame) -> str:
    """The institution that the project names, else the one of which there are most students by country."""
    if frame.institution is not None:
        return frame.institution
    sizes: dict[str, float] = {}
    for key, cell in source.cells.items():
        sizes[key[1]] = sizes.get(key[1], 0) + (cell.value or 0)
    return max(sorted(sizes), key=lambda code: sizes[code], default="")


def _region(country: str, year: str) -> str:
    rest = {"other_eea": "eea", "other_outside": "other"}
    if country in rest:
        return rest[country]
    return "eea" if is_eea(country, count_date(int(year))) else "other"
