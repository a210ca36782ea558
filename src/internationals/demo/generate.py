"""From a seed to the invented register of Leiden on disk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from internationals.demo.adjust import adjust
from internationals.demo.beginning import settle
from internationals.demo.children import house_children
from internationals.demo.days import day
from internationals.demo.mutations import mutations
from internationals.demo.newcomers import Year
from internationals.demo.people import People, Sets
from internationals.demo.plan import plan
from internationals.demo.stands import Words, snapshot, stand
from internationals.demo.titles import renew
from internationals.demo.write import prepare, write
from internationals.demo.year import live

Progress = Callable[[str, float], None]


def generate(
    folder: Path, *, seed: int = 2022, file_format: str = "parquet", progress: Progress | None = None
) -> None:
    """Write the invented register of Leiden into `folder/extracts`, labelled as invented.

    Twelve stands (1 January 2012 to 2023) and the events of the eleven years between, as `parquet`, `csv` or
    `csv.gz`; the same seed gives the same bytes. `progress` hears what is done and the share of the work.
    Raises ConfigError for an unknown format or a folder with extracts that the demo has not written, and
    DataError when the target tables contradict each other.
    """
    extracts = prepare(folder, file_format)
    tell = progress or (lambda what, share: None)
    rng = np.random.default_rng(seed)
    accounts = plan(rng)
    first_year = min(accounts)
    capacity = int(accounts[first_year].start.sum()) + sum(
        int(year.arrivals.sum() + year.births.sum() + year.corrected_in.sum()) for year in accounts.values()
    )
    people, sets = People(capacity), Sets()
    settle(rng, people, sets, accounts[first_year].start, day(first_year))
    states, events = {first_year: snapshot(rng, people, day(first_year))}, {}
    for number, year in enumerate(accounts.values(), 1):
        log = live(rng, people, sets, Year(year, day(year.year), day(year.year, 12, 31)))
        events[year.year] = log.events()
        renew(rng, people, year.year)
        states[year.year + 1] = snapshot(rng, people, day(year.year + 1))
        tell(f"{year.year}", 0.4 * number / len(accounts))
    states = adjust(rng, people, sets, states)
    states, events = house_children(rng, people, sets, states, events)
    words = Words(people, sets)

    def write_stand(year: int) -> None:
        write(stand(states[year], words), extracts / f"stand_{year}-01-01", file_format)

    def write_mutations(year: int) -> None:
        write(mutations(year, events[year], words), extracts / f"mutaties_{year}", file_format)

    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(write_stand, year) for year in states]
        jobs += [pool.submit(write_mutations, year) for year in events]
        for number, job in enumerate(jobs, 1):
            job.result()
            tell("writing", 0.4 + 0.6 * number / len(jobs))
