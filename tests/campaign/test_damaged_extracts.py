"""Damaged extracts: refused with a sentence, or counted with every row accounted for. Never silently less.

Some dozens of damaged files per format in a short run, thousands with `--campaign`. How a human counts the rows of a
damaged file is said in `by_hand`.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.campaign import by_hand
from tests.campaign.damage import damage
from tests.campaign.verdict import BAD_DATA, Town, problems, stem
from tests.reference import dialects, files
from tests.reference.project_folder import Outcome, counts, write_register
from tests.reference.registers import register_of
from tests.reference.stories import STORIES, tell

YEARS = range(2019, 2021)
PEOPLE = 40
SHORT, LONG = 40, 1000


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


def with_cell(outcome: Outcome, table: str, change: int, **codes: str) -> Outcome:
    """The same outcome with one cell changed: what a package would say that counts wrongly."""
    key = tuple(sorted(codes.items()))
    changed = {**outcome.tables[table], key: outcome.tables[table][key] + change}
    return Outcome(0, outcome.said, {**outcome.tables, table: changed})


STAND = {"file": "stand_2020-01-01", "year": "2020"}


@pytest.mark.parametrize(
    ("table", "codes", "said"),
    [
        ("accounting", {**STAND, "item": "read"}, "rows read where a human counts"),
        ("accounting", {**STAND, "item": "used"}, "rows used, but"),
        (
            "accounting",
            {"file": "mutaties_2019", "year": "2019", "item": "used"},
            "the account of mutaties_2019",
        ),
        ("residents_group", {"year": "2021", "group": "total"}, "residents_group changed in 2021"),
        ("residents_nationality", {"year": "2020", "nationality": "0001"}, "became"),
    ],
)
def test_a_package_that_loses_something_silently_would_be_caught(
    town: Town, table: str, codes: dict[str, str], said: str
) -> None:
    extract = next(path for path in town.extracts() if stem(path) == STAND["file"])
    found = problems(town, with_cell(town.outcome, table, -1, **codes), extract, extract)
    assert any(said in problem for problem in found), found


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a;b\n1;2\n3;4\n", {2}),
        (b"a;b\r\n1;2\r\n\r\n3;4", {2}),
        (b"a;b\r1;2\r3;4\r5;6\r", {3}),
        (b'a;b\n1;"2\n3";4\n', {1, 2}),
        (b'a;b\n1;"2\n3;4\n', {2}),
        (b"a;b\n1;2\n\x00\x00", {1, 2}),
        (b"a;b\n1;2\rx\n", {1, 2}),
        ("a;b\n1;2\n".encode("utf-16"), {1}),
        (b"a;b\n", {0}),
        (b"", {0}),
    ],
)
def test_a_human_counts(content: bytes, expected: set[int], tmp_path: Path) -> None:
    (tmp_path / "file.csv").write_bytes(content)
    assert by_hand.records(tmp_path / "file.csv") == expected


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
