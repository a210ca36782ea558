"""Hand-made tables of open data and of files by hand, and published rows about them."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.shapes import ProtectedTable, Release
from tests.verification.town import row, table, town

LEIDEN, KATWIJK, VAALS, HAGUE = "0546", "0537", "0981", "0518"
SHARE = "measure=share"
GERMANY, CHINA, GREECE = "9089", "6022", "6003"


def claim(test: str, breakdown: str = "", subject: str = "internationals", **other: str) -> str:
    """A line with a claim."""
    said = f"test={test}" + (f";{breakdown}" if breakdown else "")
    return row("claim", subject, said, value="", precision="", unit="", **other)


def municipalities(**shares: Mapping[str, float] | float) -> Release:
    """Of a thousand residents in each municipality, so many are international, in 2021."""
    cells: dict[tuple[str, ...], float] = {}
    for place, number in shares.items():
        code = place.removeprefix("m")
        assert isinstance(number, float | int)
        cells["2021", code, "total"] = 1000
        cells["2021", code, "international"] = number
    return town(table("municipalities_group", "municipality group", cells))


def leading(dimension: str, cells: Mapping[tuple[str, str], float]) -> Release:
    """Residents of a nationality or origin by municipality in 2021."""
    return town(
        table(
            f"municipalities_{dimension}",
            f"municipality {dimension}",
            {("2021", *key): number for key, number in cells.items()},
        )
    )


def workers(**lines: list[float]) -> Release:
    """Workers of Leiden up to 2020, by perspective and type: `lives_total=[...]`."""
    cells = {}
    for name, numbers in lines.items():
        perspective, kind = name.split("_")
        for n, number in enumerate(numbers):
            year = str(2021 - len(numbers) + n)
            cells[year, LEIDEN, f"{perspective}_in", kind] = number
    return town(table("workers", "area perspective worker_type", cells))


def residence(**numbers: float) -> Release:
    """Places of residence of those who work in Leiden in 2020."""
    cells = {("2020", place.removeprefix("m"), "total"): number for place, number in numbers.items()}
    return town(table("workers_residence", "residence worker_type", cells))


def children(*numbers: float) -> Release:
    """Children of 4 to 11 in the region, up to 2020."""
    cells = {(str(2021 - len(numbers) + n), "071", "total", "4-11"): each for n, each in enumerate(numbers)}
    return town(table("worker_children", "area worker_type age", cells))


def students(name: str, dimension: str, parts: Mapping[str, float], whole: float = 1000) -> ProtectedTable:
    """International students of 2021, each of so many in all."""
    cells = {("2021", code, "international"): number for code, number in parts.items()}
    cells |= {("2021", code, "all"): whole for code in parts}
    return table(name, f"{dimension} students", cells)


def countries(
    bachelor: Mapping[str, float], master: Mapping[str, float], year: str = "2021"
) -> ProtectedTable:
    """Students by country and level."""
    cells = {(year, code, "bachelor"): number for code, number in bachelor.items()}
    cells |= {(year, code, "master"): number for code, number in master.items()}
    cells |= {(year, code, "all"): bachelor[code] + master[code] for code in bachelor}
    return table("students_country", "country level", cells)
