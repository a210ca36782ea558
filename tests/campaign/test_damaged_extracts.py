"""Damaged extracts: refused with a sentence, or counted with every row accounted for. Never silently less.

Hundreds of damaged files in a short run, thousands with `--campaign`. How a human counts the rows of a
damaged file is said in `by_hand`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from tests.campaign import by_hand
from tests.campaign.damage import damage
from tests.reference import dialects, files
from tests.reference.project_folder import Key, Outcome, counts, write_register
from tests.reference.registers import register_of
from tests.reference.stories import STORIES, tell

YEARS = range(2019, 2021)
PEOPLE = 40
BAD_CONFIGURATION, BAD_DATA = 3, 4
SHORT, LONG = 40, 1000
OF_A_STAND = ("residents_group", "residents_nationality", "residents_origin")
OF_EVENTS = ("arrivals", "departures", "arrivals_nationality", "departures_nationality", "out_and_back")


@dataclass(frozen=True)
class Town:
    """A small project in order, and what it counts."""

    folder: Path
    outcome: Outcome

    def extracts(self) -> list[Path]:
        return sorted((self.folder / "extracts").iterdir())


@pytest.fixture(scope="module", params=[".csv", ".csv.gz", ".parquet"])
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Town:
    lives = [tell(STORIES[n % len(STORIES)], f"9{n:09d}", "0546", YEARS, seed=n) for n in range(PEOPLE)]
    register = register_of(lives, YEARS)
    for name in [f"stand_{at.isoformat()}" for at in register.stands] + [f"mutaties_{y}" for y in YEARS]:
        register.dialects[name] = dialects.Dialect(ending=request.param)
    folder = tmp_path_factory.mktemp("town")
    write_register(folder, register)
    outcome = counts(folder)
    assert outcome.exit_code == 0, outcome.said
    return Town(folder, outcome)


def stem(path: Path) -> str:
    return path.name.partition(".")[0]


def account(outcome: Outcome, file: str) -> dict[str, int]:
    """What became of the rows of a file."""
    table = outcome.tables["accounting"]
    return {dict(key)["item"]: number for key, number in table.items() if ("file", file) in key}


def of_year(table: dict[Key, int], year: str) -> dict[Key, int]:
    return {key: number for key, number in table.items() if ("year", year) in key}


def year_of(file: str) -> str:
    return file.partition("_")[2][:4]


def problems(town: Town, outcome: Outcome, extract: Path, source: Path) -> list[str]:
    """What the package did wrong with one damaged file; nothing when it did what it must."""
    if "Traceback" in outcome.said or "duckdb" in outcome.said.casefold():
        lines = [line.strip() for line in outcome.said.splitlines() if line.strip()]
        return [f"an inside error came out: {' / '.join(lines[-2:])}"]
    if outcome.exit_code in (BAD_CONFIGURATION, BAD_DATA):
        return [] if stem(extract) in outcome.said else [f"the sentence names no file: {outcome.said}"]
    if outcome.exit_code:
        return [f"exit code {outcome.exit_code}: {outcome.said}"]
    if outcome.tables == town.outcome.tables:
        return []
    expected = by_hand.records(extract)
    if not expected:
        return ["nobody can open this file, and yet it was counted, with other results"]
    found = _unaccounted(outcome, stem(extract), expected)
    found += _others_changed(town, outcome, stem(extract))
    if extract.suffix != ".parquet":
        found += _changed_beyond_the_damage(town, outcome, stem(extract), by_hand.touched(source, extract))
    return found


def _unaccounted(outcome: Outcome, file: str, expected: set[int]) -> list[str]:
    rows = account(outcome, file)
    read = rows.pop("read", 0)
    found = []
    if read not in expected:
        found.append(f"{read} rows read where a human counts {sorted(expected)}")
    if read != sum(rows.values()):
        found.append(f"{read} rows read, but {rows}")
    if file.startswith("stand"):
        total = outcome.tables.get("residents_group", {}).get(
            (("group", "total"), ("year", year_of(file))), 0
        )
        if total != rows.get("used", 0):
            found.append(f"{rows.get('used', 0)} rows used, but {total} residents")
    return found


def _others_changed(town: Town, outcome: Outcome, file: str) -> list[str]:
    """Tables of one stand, or of one year's events, that are not about the damaged file."""
    found = []
    for other in map(stem, town.extracts()):
        if other == file:
            continue
        if account(outcome, other) != account(town.outcome, other):
            found.append(f"the account of {other} changed")
        for table in OF_A_STAND if other.startswith("stand") else OF_EVENTS:
            before, after = (o.tables.get(table, {}) for o in (town.outcome, outcome))
            if of_year(before, year_of(other)) != of_year(after, year_of(other)):
                found.append(f"{table} changed in {year_of(other)}")
    return found


def _changed_beyond_the_damage(town: Town, outcome: Outcome, file: str, touched: int) -> list[str]:
    """Used rows are those of the undamaged file, but for the lines touched and the rows reported.

    One damaged line may take another of the same person along (all rows of a person who stands there
    differently are rejected), which is why what was reported is allowed on top of what was touched.
    """
    before, after = account(town.outcome, file), account(outcome, file)
    reported = sum(
        abs(after.get(item, 0) - before.get(item, 0))
        for item in before | after
        if item not in ("read", "used")
    )
    found = []
    for table in OF_A_STAND if file.startswith("stand") else OF_EVENTS:
        cells = [of_year(o.tables.get(table, {}), year_of(file)) for o in (town.outcome, outcome)]
        for key in cells[0] | cells[1]:
            if abs(cells[0].get(key, 0) - cells[1].get(key, 0)) > touched + reported:
                found.append(f"{table} {dict(key)}: {cells[0].get(key, 0)} became {cells[1].get(key, 0)}")
    return found


def test_damage_is_refused_or_accounted_for(town: Town, campaign: bool, tmp_path: Path) -> None:
    found = []
    for seed in range(LONG if campaign else SHORT):
        rng = Random(seed)
        extract = rng.choice(town.extracts())
        source = tmp_path / extract.name
        source.write_bytes(extract.read_bytes())
        description = damage(rng, source, extract)
        try:
            outcome = counts(town.folder)
            wrong = problems(town, outcome, extract, source)
        finally:
            extract.write_bytes(source.read_bytes())
        found += [f"seed {seed}, {extract.name}, {description}: {problem}" for problem in wrong]
    assert not found, "\n".join(found)


def test_the_same_seed_does_the_same_damage(town: Town, tmp_path: Path) -> None:
    extract = town.extracts()[0]
    descriptions = set()
    for seed in range(60):
        targets = [tmp_path / "once" / extract.name, tmp_path / "again" / extract.name]
        for target in targets:
            target.parent.mkdir(exist_ok=True)
        done = [damage(Random(seed), extract, target) for target in targets]
        assert done[0] == done[1]
        assert targets[0].read_bytes() == targets[1].read_bytes()
        descriptions.add(done[0])
    assert len(descriptions) > 20


@pytest.mark.parametrize("column", ["persoon", "nationaliteiten", "gemeente", "datum_vestiging_gemeente"])
def test_a_stand_without_a_required_column_is_refused_by_the_columns_name(town: Town, column: str) -> None:
    assert column in files.STAND_COLUMNS
    extract = next(path for path in town.extracts() if path.name.startswith("stand"))
    content = extract.read_bytes()
    rows = files.read_file(extract, files.STAND_COLUMNS, files.STAND_OPTIONAL).rows
    columns = [name for name in rows[0] if name != column]
    ending = extract.name.removeprefix(stem(extract))
    try:
        dialects.write(rows, columns, extract.parent, stem(extract), dialects.Dialect(ending=ending))
        outcome = counts(town.folder)
    finally:
        extract.write_bytes(content)
    assert outcome.exit_code == BAD_DATA
    assert column in outcome.said
