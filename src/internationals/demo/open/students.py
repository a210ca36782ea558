"""Students by institution and, for Leiden University, by country and level. Institutions are real; numbers not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from internationals.demo.open.tables import Row, rows, write
from internationals.demo.rounding import apportion

FIRST, CALIBRATED, LAST = 2006, 2021, 2022
COUNTRY_YEARS = range(2017, 2023)
OWN = "21PB"
BEND = 1.5
"""How much faster shares rise at the end of the series than at its beginning."""


def deliver(folder: Path, rng: np.random.Generator) -> None:
    """Write `nuffic_institutions.csv` and `nuffic_countries.csv`."""
    write(
        folder / "nuffic_institutions.csv",
        "studiejaar;brin;instelling;soort;internationaal;totaal",
        (
            (_study_year(year), row["brin"], row["name"], row["sector"], *_students(row, year))
            for year in range(FIRST, LAST + 1)
            for row in rows("institutions")
        ),
    )
    write(folder / "nuffic_countries.csv", "studiejaar;brin;land;niveau;aantal", _countries(rng))


def _study_year(year: int) -> str:
    return f"{year}/{year + 1}"


def _students(row: dict[str, str], year: int) -> tuple[int, int]:
    """International students and all students of an institution: exactly the targets in the calibrated year."""
    if year == CALIBRATED:
        return int(row["international"]), int(row["total"])
    passed = (year - FIRST) / (CALIBRATED - FIRST)
    share = float(row["share_2006"]) / 100
    share += (int(row["international"]) / int(row["total"]) - share) * passed**BEND
    total = round(int(row["total_2006"]) + (int(row["total"]) - int(row["total_2006"])) * passed)
    return round(total * share), total


def _countries(rng: np.random.Generator) -> Iterator[Row]:
    [own] = [row for row in rows("institutions") if row["brin"] == OWN]
    eea_share = {int(row["year"]): float(row["share"]) / 100 for row in rows("students_eea")}
    targets = rows("student_countries")
    drift = rng.normal(0, 0.015, len(targets))
    for year in COUNTRY_YEARS:
        total, _ = _students(own, year)
        eea = round(total * eea_share[year])
        persons = np.zeros(len(targets), dtype=np.int64)
        for region, students in (("eer", eea), ("buiten", total - eea)):
            mine = [at for at, row in enumerate(targets) if row["region"] == region]
            weights = np.array([float(targets[at]["persons"]) for at in mine])
            persons[mine] = apportion(students, weights * np.exp(drift[mine] * (year - CALIBRATED)))
        for row, number in zip(targets, persons.tolist(), strict=True):
            master = round(number * float(row["master"]))
            for level, count in (("bachelor", number - master), ("master", master), ("totaal", number)):
                yield _study_year(year), OWN, row["country"], level, count
