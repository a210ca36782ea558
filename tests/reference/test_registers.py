"""The generated registers: consistent where nothing is spoilt, accounted for where something is."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests import reference
from tests.reference.registers import Register, register_of, registers
from tests.reference.stories import STORIES, Story, is_moved_by_the_rule, tell

Tables = dict[str, dict[tuple[tuple[str, str], ...], int]]

A_FEW = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)


def tables_of(register: Register) -> Tables:
    with tempfile.TemporaryDirectory() as folder:
        register.write(Path(folder))
        return reference.tables(*reference.read(Path(folder), **register.asked))


def total(tables: Tables, table: str, **codes: str) -> int:
    """The sum of the cells with these codes, signs left out."""
    return sum(abs(n) for key, n in tables[table].items() if codes.items() <= dict(key).items())


@A_FEW
@given(registers(with_faults=False))
def test_in_a_register_without_faults_every_balance_closes_and_nothing_is_rejected(
    register: Register,
) -> None:
    tables = tables_of(register)
    assert total(tables, "balance", item="residual") == 0
    assert total(tables, "balance_nationality", item="residual") == 0
    assert total(tables, "accounting", item="rejected") == 0


@A_FEW
@given(registers())
def test_every_row_is_used_excluded_or_rejected(register: Register) -> None:
    accounting = tables_of(register)["accounting"]
    whole = {key: number for key, number in accounting.items() if ("item", "read") in key}
    assert sum(whole.values()) * 2 == sum(accounting.values())
    rows = [*register.stands.values(), *register.events.values()]
    assert sum(whole.values()) == sum(len(file) for file in rows)


@A_FEW
@given(registers())
def test_the_parts_add_up_to_the_whole(register: Register) -> None:
    tables = tables_of(register)
    everybody = total(tables, "residents_group", group="total")
    assert total(tables, "residents_nationality") == everybody
    assert total(tables, "residents_origin") == everybody
    of_stands = [
        n
        for key, n in tables["accounting"].items()
        if "stand" in dict(key)["file"] and "used" in dict(key)["item"]
    ]
    assert sum(of_stands) == everybody
    internationals = total(tables, "residents_group", group="international")
    assert total(tables, "residents_nationality", nationality="0001") == everybody - internationals


@pytest.mark.parametrize(
    ("years", "nationality", "moved"),
    [(range(2019, 2021), "0060", -1), (range(2019, 2021), "0050", 1), (range(2013, 2015), "0043", 1)],
)
def test_the_stories_reach_the_british_and_the_croatian_reclassification(
    years: range, nationality: str, moved: int
) -> None:
    lives = [tell(is_moved_by_the_rule, f"9{seed:09d}", "0546", years, seed) for seed in range(40)]
    balance = tables_of(register_of(lives, years))["balance_nationality"]
    found = sum(
        number
        for key, number in balance.items()
        if {("nationality", nationality), ("item", "reclassified")} <= set(key)
    )
    assert found * moved > 0


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_every_story_keeps_stands_and_events_in_agreement(story: Story) -> None:
    years = range(2019, 2021)
    lives = [tell(story, f"9{seed:09d}", "0546", years, seed) for seed in range(40)]
    register = register_of(lives, years)
    tables = tables_of(register)
    assert total(tables, "accounting", item="used") > 0
    assert total(tables, "accounting", item="rejected") == 0
    assert total(tables, "balance_nationality", item="residual") == 0


def test_a_register_is_the_same_for_the_same_seeds() -> None:
    def once() -> Register:
        lives = [tell(story, f"9{n:09d}", "0546", range(2019, 2021), n) for n, story in enumerate(STORIES)]
        return register_of(lives, range(2019, 2021))

    assert once() == once()
    assert list(once().stands) == [date(2019, 1, 1), date(2020, 1, 1), date(2021, 1, 1)]
