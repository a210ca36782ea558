"""Two readings of one agreement: the package against the slow reference, on registers that live.

Every table that both know must be equal cell by cell. A disagreement is a mistake in one of the two, or a
hole in the agreement: never something to round off.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings

from tests import reference
from tests.reference.project_folder import Key, counts, write_register
from tests.reference.registers import Register, registers

BOTH_KNOW = {
    "residents_group",
    "residents_nationality",
    "residents_origin",
    "arrivals",
    "departures",
    "arrivals_nationality",
    "departures_nationality",
    "arrivals_gross",
    "departures_gross",
    "arrivals_persons",
    "departures_persons",
    "out_and_back",
    "balance",
    "balance_nationality",
    "quality",
    "accounting",
}
SHORT, LONG = 60, 400


def differences(ours: dict[Key, int], theirs: dict[Key, int]) -> list[str]:
    """One line for every cell in which two tables differ; a cell that is not listed is zero."""
    return [
        f"{dict(key)}: reference {ours.get(key, 0)}, package {theirs.get(key, 0)}"
        for key in sorted(ours.keys() | theirs.keys())
        if ours.get(key, 0) != theirs.get(key, 0)
    ]


def items_of(table: dict[Key, int]) -> set[str]:
    return {dict(key)["item"] for key in table}


def compare(register: Register) -> None:
    """Count this register twice, and hold the two against each other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_register(folder, register)
        outcome = counts(folder)
        assert outcome.exit_code == 0, outcome.said
        expected = reference.tables(*reference.read(folder / "extracts", **register.asked))
    found = [
        f"{table}: {difference}"
        for table in sorted(BOTH_KNOW)
        for difference in differences(expected[table], outcome.tables.get(table, {}))
    ]
    if found:
        for rows in (*register.stands.values(), *register.events.values()):
            for row in rows:
                note(" ".join(f"{column}={value!r}" for column, value in row.items() if value))
    assert not found, "\n".join(found)


def test_generated_registers_are_counted_alike(campaign: bool) -> None:
    @settings(
        max_examples=LONG if campaign else SHORT,
        deadline=None,
        derandomize=not campaign,
        database=None,
        suppress_health_check=list(HealthCheck),
        # Shrinking pays only when somebody is looking for the cause; `--campaign` is when.
        phases=[Phase.generate, Phase.shrink] if campaign else [Phase.generate],
    )
    @given(registers())
    def all_alike(register: Register) -> None:
        compare(register)

    all_alike()


@pytest.mark.parametrize("table", sorted(BOTH_KNOW))
def test_the_registers_fill_every_table_that_is_compared(table: str) -> None:
    """A table that stays empty would agree with anything."""
    filled = [bool(tables[table]) for tables in _some_tables()]
    assert any(filled)


def _some_tables() -> list[dict[str, dict[Key, int]]]:
    found: list[dict[str, dict[Key, int]]] = []

    @settings(max_examples=3, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
    @given(registers(fewest=40))
    def collect(register: Register) -> None:
        with tempfile.TemporaryDirectory() as name:
            register.write(Path(name))
            found.append(reference.tables(*reference.read(Path(name), **register.asked)))

    collect()
    return found
