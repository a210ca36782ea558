"""Did the package do what it must with a damaged file: refuse it with a sentence, or account for every row?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.campaign import by_hand
from tests.reference.project_folder import Key, Outcome

BAD_CONFIGURATION, BAD_DATA = 3, 4
OF_A_STAND = ("residents_group", "residents_nationality", "residents_origin")
OF_EVENTS = ("arrivals", "departures", "arrivals_nationality", "departures_nationality", "out_and_back")


@dataclass(frozen=True)
class Town:
    """A small project in order, and what it counts."""

    folder: Path
    outcome: Outcome

    def extracts(self) -> list[Path]:
        return sorted((self.folder / "extracts").iterdir())


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
    return found + _changed_beyond(town, outcome, stem(extract), by_hand.touched(source, extract))


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


def _changed_beyond(town: Town, outcome: Outcome, file: str, touched: int) -> list[str]:
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
