"""Fetching for a project: a source that fails does not stop the others, and says what is left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from internationals.fetching import Fetched, fetch, look
from internationals.new import new
from internationals.project import Project, open_project
from internationals.sources import Net, Store
from tests.fakes.cbs import cbs, modified_later, nationality_table
from tests.fakes.server import Service
from tests.sources.test_cbs import QUICK

NAMES = ("cbs_nationality", "cbs_background")
UNKNOWN_CODES = {"dimensions": {"nationality": {"leftover": None, "look_up": None}}}


@pytest.fixture
def service() -> Iterator[Service]:
    with cbs(nationality_table()) as running:
        yield running


def project(folder: Path, address: str, **changes: Any) -> Project:
    """A project for Leiden that has two sources from one table; `changes` are those of the first."""
    if not folder.exists():
        new(folder, "GM0546", reference_dates=(date(2021, 1, 1),))
    path = folder / "municipality.yml"
    settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    second = {"table": "84727NED", "base_url": address, "dimensions": {"origin": {"of": "Nationaliteiten"}}}
    settings["sources"] = {
        NAMES[0]: {"options": {"cbs": {"base_url": address, **changes}}},
        NAMES[1]: {"options": {"cbs": second}},
    }
    path.write_text(yaml.safe_dump(settings), encoding="utf-8")
    return open_project(folder)


def fetched(here: Project) -> list[Fetched]:
    with Net(QUICK) as net:
        return list(fetch(here, NAMES, net))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"base_url": "/f/503/v4"}, "it answered 503, 3 times in a row"),
        ({"base_url": "/f/few/v4"}, "Nothing is kept of it"),
        (UNKNOWN_CODES, "we have no nationality for"),
    ],
)
def test_a_source_that_fails_says_what_is_left_and_does_not_stop_the_next(
    tmp_path: Path, service: Service, changes: dict[str, Any], sentence: str
) -> None:
    bad = dict(changes)
    if "base_url" in bad:
        bad["base_url"] = service.address + bad["base_url"]
    first, second = fetched(project(tmp_path / "new", f"{service.address}/v4", **bad))
    assert (first.state, first.snapshot, second.state) == ("failed", None, "taken")
    assert sentence in first.why
    assert first.why.endswith("There is no earlier snapshot of it.")

    good, _ = fetched(project(tmp_path / "old", f"{service.address}/v4"))
    first, second = fetched(project(tmp_path / "old", f"{service.address}/v4", **bad))
    assert (first.state, first.snapshot, second.state) == ("failed", good.snapshot, "unchanged")
    assert first.why.endswith(f"The snapshot in use stays: {good.snapshot}, of today.")


def test_a_look_says_what_is_newer_and_puts_nothing_into_use(tmp_path: Path) -> None:
    table = nationality_table()
    with cbs(table) as running:
        here = project(tmp_path / "p", f"{running.address}/v4")
        before = [each.snapshot for each in fetched(here)]
        with Net(QUICK) as net:
            assert [each.state for each in look(here, NAMES, net)] == ["unchanged", "unchanged"]
    with cbs(modified_later(table)) as running, Net(QUICK) as net:
        here = project(tmp_path / "p", f"{running.address}/v4")
        seen = look(here, NAMES, net)
    assert [each.state for each in seen] == ["newer", "newer"]
    assert [each.modified for each in seen] == ["2021-06-30T02:00:00+02:00"] * 2
    store = Store(here.sources)
    in_use = [store.current(name) for name in NAMES]
    assert [each.id for each in in_use if each] == before
