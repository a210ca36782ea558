"""Two readers by others and ours, on the same fake CBS: on good days they agree on every observation."""

from __future__ import annotations

import random
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cbsodata
import cbsodata4
import httpx
import pytest

from internationals.sources import Net
from internationals.sources.harmonising import Mapped, Options
from internationals.sources.odata import v3, v4
from internationals.sources.raw import RawTable
from tests.fakes.cbs import FakeTable, cbs, topics_of
from tests.sources.test_cbs import QUICK

GENERATED = 200
OLDER = 40


def generated(seed: int) -> FakeTable:
    """A small table: two to four dimensions, one to three measures, some rows absent and some numbers missing."""
    chance = random.Random(seed)
    names = ["Perioden", "RegioS", "Kenmerk", "Soort"][: chance.randint(2, 4)]
    titles = [
        "Leiden",
        "Noordwijk (gemeente)",
        "'s-Gravenhage",
        "Groningen & Haren",
        "Súdwest-Fryslân",
        "a, b; c",
    ]
    dimensions = {
        name: (
            {f"{year}JJ00": str(year) for year in range(2018, 2018 + chance.randint(1, 4))}
            if name == "Perioden"
            else {f"{name[:2]}{n:04}": f"{chance.choice(titles)} {n}" for n in range(chance.randint(1, 5))}
        )
        for name in names
    }
    measures = {f"M{n:06}": f"Maat {'ABC'[n]}" for n in range(chance.randint(1, 3))}
    keys: list[tuple[str, ...]] = [()]
    for codes in dimensions.values():
        keys = [(*key, code) for key in keys for code in codes]
    # Whole numbers or fractions, as a real table has either: cbsodata4 takes the type of a column from its first rows.
    fractions = chance.random() < 0.3

    def number() -> float:
        if fractions:
            return round(chance.uniform(-5, 100), 1) + 0.05
        return chance.choice([0, 1, chance.randint(-9, 10**7)])

    rows: list[tuple[tuple[str, ...], str, float | str]] = [
        (
            key,
            measure,
            chance.choice(["Impossible", "Confidential"]) if chance.random() < 0.1 else number(),
        )
        for key in keys
        if chance.random() < 0.9
        for measure in measures
    ] or [(keys[0], next(iter(measures)), 1)]
    return FakeTable(f"{10000 + seed}NED", dimensions, measures, rows, page=chance.choice([3, 7, 50]))


def options(table: FakeTable, address: str, protocol: str) -> Options:
    """Everything of the table: all its dimensions are ours, so that nothing is filtered but the measure."""
    return Options(
        table=table.id,
        base_url=f"{address}/{protocol}",
        protocol="v4" if protocol == "v4" else "v3",
        measure=list(table.measures.values())
        if len(table.measures) == 1
        else [next(iter(table.measures.values()))],
        dimensions={name: Mapped(of=name) for name in table.dimensions if name not in ("Perioden", "RegioS")},
    )


def read(net: Net, table: FakeTable, address: str, protocol: str, folder: Path) -> RawTable:
    module = v4 if protocol == "v4" else v3
    folder.mkdir(parents=True)
    module.fetch(
        options(table, address, protocol), net, folder.parent / "partial", folder, lambda _w, _p: None
    )
    return module.read(folder)


@pytest.fixture
def net() -> Iterator[Net]:
    with Net(QUICK) as opened:
        yield opened


@pytest.fixture
def one_client(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """cbsodata4 opens a client for every question, and each reads all certificates: here it keeps one."""
    with httpx.Client() as client:
        monkeypatch.setattr("cbsodata4.httpx_client.httpx.get", client.get)
        yield


@pytest.mark.parametrize("start", range(0, GENERATED, 20))
@pytest.mark.usefixtures("one_client")
def test_ours_and_cbsodata4_agree_on_every_observation(tmp_path: Path, net: Net, start: int) -> None:
    tables = [generated(seed) for seed in range(start, start + 20)]
    with cbs(*tables) as running, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for table in tables:
            ours = read(net, table, running.address, "v4", tmp_path / table.id / "ours")
            theirs = their_observations(table, running.address, tmp_path / table.id / "theirs")
            measure = next(iter(table.measures))
            assert {(row.codes, row.value) for row in ours.rows} == {
                (codes, value) for codes, each, value in theirs if each == measure
            }


def their_observations(
    table: FakeTable, address: str, folder: Path
) -> list[tuple[tuple[str, ...], str, float | None]]:
    """What cbsodata4 reads: codes, measure and value, None where it says that there is none."""
    frame: Any = cbsodata4.get_observations(
        table.id, catalog="CBS", base_url=f"{address}/v4", download_dir=folder
    )
    return [
        (
            tuple(str(row[name]) for name in table.dimensions),
            str(row["Measure"]),
            None if row["ValueAttribute"] != "None" else float(row["Value"]),
        )
        for row in frame.to_dict("records")
    ]


@pytest.mark.parametrize("start", range(0, OLDER, 20))
def test_ours_and_cbsodata_agree_on_every_row(
    tmp_path: Path, net: Net, start: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = [generated(seed) for seed in range(1000 + start, 1000 + start + 20)]
    with cbs(*tables) as running:
        monkeypatch.setattr(cbsodata.options, "use_https", False)
        for table in tables:
            ours = read(net, table, running.address, "v3", tmp_path / table.id / "ours")
            assert {(row.codes, row.measure, row.value) for row in ours.rows} == their_rows(
                table, running.address.removeprefix("http://")
            )


def their_rows(table: FakeTable, address: str) -> set[tuple[tuple[str, ...], str, float | None]]:
    """What cbsodata reads: it puts titles in the place of codes, so that codes come from the keys of its metadata."""
    found: Any = cbsodata.download_data(table.id, typed=False, catalog_url=address)
    return {
        (tuple(row[name].strip() for name in table.dimensions), topic, row[topic])
        for row in found["TypedDataSet"]
        for topic in topics_of(table)
    }
