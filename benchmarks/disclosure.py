"""Cells against seconds: protecting and auditing linked tables of growing size, beside the solver's own time.

Each size is an invented population counted by row, by column and by both, in ten years: an exact table with its
margins, and a rounded one. The peer is HiGHS alone: the time of solving the first attack's linear programs once, which
is the least that any attack by linear programming can take. What matters are the ratios within one run.

    python -m benchmarks.disclosure [--largest 200000]

Before these the editions of the demo, protected as a build does it and audited: 2022, and 2023 after it. Its table has
processor seconds too, because others may be using the machine.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from random import Random
from unittest import mock

import numpy as np

from internationals import build, disclosure, release
from internationals.cli import run
from internationals.disclosure import audit, policy, protect
from internationals.disclosure.components import components, problem_of
from internationals.disclosure.narrowing import tighten
from internationals.disclosure.policy import Policy, Rule
from internationals.disclosure.published import published
from internationals.disclosure.solver import Solver
from internationals.disclosure.system import system
from internationals.project import open_project
from internationals.shapes import Card, Counts, Dimension, ProtectedTable, Tally

TEXT = {"nl": "", "en": ""}
SIZES = (1_000, 5_000, 20_000, 50_000, 100_000, 200_000)
YEARS = [str(year) for year in range(2013, 2023)]


def rules() -> Policy:
    """The policy of the invented tables."""
    exact, rounded = Rule(tier="exact", of="people"), Rule(tier="rounded", of="people")
    tables = {"rows": exact, "columns": exact, "crossed": exact, "fine": rounded, "all": exact}
    return replace(policy(), tables=tables, known={}, identities={})


def tables(cells: int, random: Random) -> list[Counts]:
    """Tables that have about so many cells together: half of them exact, half rounded."""
    side = max(4, round((cells / len(YEARS) / 2) ** 0.5))
    names = {name: [f"{name[0]}{n}" for n in range(side)] for name in ("row", "column", "place")}
    counts: dict[str, Counter[tuple[str, ...]]] = {name: Counter() for name in rules().tables}
    for year in YEARS:
        for row in names["row"]:
            for column in names["column"]:
                number = int(random.paretovariate(0.9) * 3) if random.random() < 0.7 else 0
                counts["crossed"][year, row, column] = number
                counts["rows"][year, row] += number
                counts["columns"][year, column] += number
                counts["all"][year,] += number
            for place in names["place"]:
                counts["fine"][year, row, place] = 0
            left = counts["rows"][year, row]
            while left > 0:
                some = min(left, 1 + int(random.expovariate(1 / 8)))
                counts["fine"][year, row, random.choice(names["place"])] += some
                left -= some
    dimensions = {
        "crossed": ("row", "column"),
        "rows": ("row",),
        "columns": ("column",),
        "fine": ("row", "place"),
    }
    return [
        Counts(
            Card(
                name, TEXT, TEXT, TEXT,
                tuple(
                    Dimension(each, TEXT, dict.fromkeys(YEARS if each == "year" else names[each], TEXT))
                    for each in ("year", *dimensions.get(name, ()))
                ),
                TEXT, TEXT,
            ),
            tuple((*codes, Tally(n, random.getrandbits(64))) for codes, n in found.items() if n),
        )
        for name, found in counts.items()
    ]  # fmt: skip


def solver_alone(shown: tuple[ProtectedTable, ...], rule: Policy) -> float:
    """The processor seconds that HiGHS takes for one pair of solutions of everything that is published."""
    made = system(published(shown, rule), rule)
    tighten(made)
    problems = [problem_of(made, part) for part in components(made) if part.sums]
    begun = time.process_time()
    for problem in problems:
        solver, direction = Solver(problem), np.ones(len(problem.low))
        solver.towards(direction)
        solver.towards(-direction)
    return time.process_time() - begun


def demo() -> None:
    """One line per edition of the demo, each after those before it."""
    print("| edition | protect s | processor | audit s | processor | solver alone s | both / solver |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        with redirect_stdout(StringIO()):
            assert run(["demo", folder, "--json"]) == 0
        project, rule = open_project(Path(folder)), policy()
        for edition in ("2022", "2023"):
            spent: list[float] = []
            with timed(spent):
                build.build(project, edition)
            tables, others = release.read(project.release(edition)).tables, build.others(project, edition)
            with timed(spent):
                assert disclosure.audit(tables.values(), others, rule, build.own_code(project)).passed
            alone = solver_alone(tuple(tables.values()), rule)
            figures = " | ".join(f"{each:.1f}" for each in (*spent, alone, (spent[1] + spent[3]) / alone))
            print(f"| {edition} | {figures} |")


@contextmanager
def timed(spent: list[float]) -> Iterator[None]:
    """Note the seconds by the clock and of the processor of whatever passes the door meanwhile."""

    def timing(task: Callable[..., object]) -> Callable[..., object]:
        def made(*given: object, **named: object) -> object:
            begun = time.perf_counter(), time.process_time()
            found = task(*given, **named)
            spent.extend((time.perf_counter() - begun[0], time.process_time() - begun[1]))
            return found

        return made

    with (
        mock.patch.object(disclosure, "protect", timing(protect)),
        mock.patch.object(disclosure, "audit", timing(audit)),
    ):
        yield


def main() -> None:
    """The demo, then one line per size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    largest = parser.parse_args().largest
    demo()
    print()
    print("| cells | withheld for others | protect s | audit s | solver alone s | audit / solver |")
    print("|---|---|---|---|---|---|")
    for size in (size for size in SIZES if size <= largest):
        offered, rule = tables(size, Random(size)), rules()
        begun = time.perf_counter()
        made = protect(offered, (), rule, b"a key of the benchmark", "0546")
        protecting = time.perf_counter() - begun
        found = audit(made.tables, (), rule, "0546")
        assert found.passed
        alone = solver_alone(made.tables, rule)
        cells = sum(loss.cells for loss in made.losses)
        others = sum(loss.complementary for loss in made.losses)
        print(
            f"| {cells:,} | {others:,} | {protecting:.1f} | {found.seconds:.1f} | {alone:.1f} | "
            f"{found.seconds / alone:.1f} |"
        )


if __name__ == "__main__":
    main()
