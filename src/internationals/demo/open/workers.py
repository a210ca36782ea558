"""The four files of the study of international workers: 2011 to 2020, everything in multiples of five."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from internationals.demo.open.tables import Row, rows, write
from internationals.demo.rounding import Whole, apportion

YEARS = range(2011, 2021)
UNIT = 5
AGES = ("0-3", "4-11", "12-17")
KINDS = ("kennis", "arbeid")

Series = dict[int, int]


def deliver(folder: Path, rng: np.random.Generator) -> None:
    """Write the workers, their residences, their sectors and their children."""
    workers = {
        (row["area"], row["perspective"], row["worker_type"]): _series(row, rng) for row in rows("workers")
    }
    write(folder / "decisio_workers.csv", "jaar;gebied;perspectief;type;aantal", _workers(workers))
    write(folder / "decisio_residence.csv", "jaar;woonplaats;type;aantal", _residences(workers))
    write(folder / "decisio_sectors.csv", "jaar;perspectief;type;sector;aantal", _sectors(workers))
    children = {
        (row["area"], row["worker_type"], row["age"]): _series(row, rng) for row in rows("worker_children")
    }
    write(folder / "decisio_children.csv", "jaar;gebied;type;leeftijd;aantal", _children(children))


def _series(target: dict[str, str], rng: np.random.Generator) -> Series:
    """From the first year to the one before last a rise every year, of about the same size; then the last."""
    first, before, last = (int(target[name]) // UNIT for name in ("first", "before", "last"))
    steps = len(YEARS) - 2
    rise = apportion(
        before - first, rng.uniform(0.7, 1.3, steps), np.ones(steps, dtype=np.int64), what="a rise"
    )
    values = [first, *(first + np.cumsum(rise)).tolist(), last]
    return {year: int(value) * UNIT for year, value in zip(YEARS, values, strict=True)}


def _with_total(of_kind: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Every type of worker with its number, the total of both first."""
    yield "totaal", sum(of_kind.values())
    yield from of_kind.items()


def _workers(workers: dict[tuple[str, str, str], Series]) -> Iterator[Row]:
    for year in YEARS:
        for area, perspective in dict.fromkeys((area, perspective) for area, perspective, _ in workers):
            numbers = {kind: workers[area, perspective, kind][year] for kind in KINDS}
            for kind, number in _with_total(numbers):
                yield year, area, perspective, kind, number


def _divided(total: int, weights: list[float]) -> Whole:
    """A multiple of five divided into multiples of five."""
    return apportion(total // UNIT, np.array(weights), what="a number of workers") * UNIT


def _residences(workers: dict[tuple[str, str, str], Series]) -> Iterator[Row]:
    targets = rows("worker_residences")
    columns = {"kennis": "knowledge", "arbeid": "labour"}
    for year in YEARS:
        parts = {
            kind: _divided(workers["0546", "werkt_in", kind][year], [float(row[column]) for row in targets])
            for kind, column in columns.items()
        }
        for at, row in enumerate(targets):
            for kind, number in _with_total({kind: int(parts[kind][at]) for kind in KINDS}):
                yield year, row["residence"], kind, number


def _sectors(workers: dict[tuple[str, str, str], Series]) -> Iterator[Row]:
    targets = rows("worker_sectors")
    columns = {
        ("werkt_in", "kennis"): "knowledge_works",
        ("werkt_in", "arbeid"): "labour_works",
        ("woont_in", "kennis"): "knowledge_lives",
        ("woont_in", "arbeid"): "labour_lives",
    }
    for year in YEARS:
        for perspective in ("werkt_in", "woont_in"):
            parts = {
                kind: _divided(
                    workers["0546", perspective, kind][year],
                    [float(row[columns[perspective, kind]]) for row in targets],
                )
                for kind in KINDS
            }
            for at, row in enumerate(targets):
                for kind, number in _with_total({kind: int(parts[kind][at]) for kind in KINDS}):
                    yield year, perspective, kind, row["sector"], number


def _children(children: dict[tuple[str, str, str], Series]) -> Iterator[Row]:
    for year in YEARS:
        for area in dict.fromkeys(area for area, _, _ in children):
            ages = {age: {kind: children[area, kind, age][year] for kind in KINDS} for age in AGES}
            ages["0-17"] = {kind: sum(ages[age][kind] for age in AGES) for kind in KINDS}
            for age, numbers in ages.items():
                for kind, number in _with_total(numbers):
                    yield year, area, kind, age, number
