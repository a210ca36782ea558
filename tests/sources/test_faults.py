"""The fault table: what becomes of a fetch on a bad day. Never a wrong number, never half a snapshot.

`FAULTS` says for each fault what happens; the explanation of sources prints the same table.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from internationals.shapes import SourceError
from internationals.sources import Net, Store, fetch
from tests.fakes.cbs import cbs, nationality_table
from tests.sources.test_cbs import PLACE, QUICK, fetched, source

Outcome = Literal["recovered", "refused"]

FAULTS: dict[str, tuple[Outcome, str]] = {
    "429x2": ("recovered", ""),
    "503x2": ("recovered", ""),
    "500x1": ("recovered", ""),
    "hangx1": ("recovered", ""),
    "cutx1": ("recovered", ""),
    "shortx2": ("recovered", ""),
    "htmlx2": ("recovered", ""),
    "restlessx1": ("recovered", ""),
    "429": ("refused", "it answered 429, 3 times in a row"),
    "503": ("refused", "it answered 503, 3 times in a row"),
    "hang": ("refused", "it did not answer in time, 3 times in a row"),
    "cut": ("refused", "the connection broke"),
    "short": ("refused", "something that is cut off in place of JSON"),
    "html": ("refused", "a web page in place of JSON"),
    "listed": ("refused", "a list in place of an object"),
    "404": ("refused", "has no /f/404"),
    "loop": ("refused", "lead in a circle"),
    "elsewhere": ("refused", "which is not where the table is"),
    "otherpath": ("refused", "which is not where the table is"),
    "few": ("refused", "rows and .* came. Nothing is kept of it"),
    "twice": ("refused", "gave the same row twice"),
    "norows": ("refused", "has no rows"),
    "restless": ("refused", "was changed while it was read"),
    "strange": ("refused", "came in another form than that of protocol"),
    "odd": ("refused", "came in another form than that of protocol"),
}


@pytest.mark.parametrize("protocol", ["v4", "v3"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_recovered_from_whole_or_refused_with_a_sentence(
    tmp_path: Path, fault: str, protocol: str
) -> None:
    outcome, sentence = FAULTS[fault]
    with cbs(nationality_table()) as running:
        good = fetched(source(running.address, protocol=protocol), tmp_path / "good")
        bad_day = source(running.with_fault(fault), protocol=protocol)
        if outcome == "recovered":
            found = fetched(bad_day, tmp_path)
            assert found.provenance.rows == good.provenance.rows
        else:
            with pytest.raises(SourceError, match=sentence):
                fetched(bad_day, tmp_path)
            assert Store(tmp_path).current("cbs_nationality") is None
            assert not list(tmp_path.glob("cbs_nationality/[0-9a-f]*"))
            assert not list(tmp_path.glob("cbs_nationality/.new-*"))


@pytest.mark.parametrize("fault", [name for name, (outcome, _) in FAULTS.items() if outcome == "refused"])
def test_a_source_that_fails_leaves_the_last_good_snapshot_in_use(tmp_path: Path, fault: str) -> None:
    with cbs(nationality_table()) as running:
        good = fetched(source(running.address), tmp_path)
        with pytest.raises(SourceError):
            fetched(source(running.with_fault(fault)), tmp_path)
        assert Store(tmp_path).current("cbs_nationality") == good


@pytest.mark.parametrize("fault", ["few", "twice", "loop", "elsewhere", "norows", "strange", "odd"])
def test_what_could_not_be_trusted_is_not_gone_on_from(tmp_path: Path, fault: str) -> None:
    with cbs(nationality_table()) as running:
        with pytest.raises(SourceError):
            fetched(source(f"{running.address}/f/{fault}x1"), tmp_path)
        assert not list(tmp_path.glob("cbs_nationality/.partial-*"))
        assert fetched(source(running.address), tmp_path).provenance.rows == 40


def full_at(name: str, write: Callable[..., int]) -> Callable[..., int]:
    """A disk on which there is no room from this file on."""

    def full(path: Path, *arguments: object, **more: object) -> int:
        if path.name.startswith(name):
            raise OSError(28, "No space left on device")
        return write(path, *arguments, **more)

    return full


def test_a_full_disk_leaves_no_half_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with cbs(nationality_table()) as running:
        good = fetched(source(running.address), tmp_path)
        monkeypatch.setattr(Path, "write_text", full_at("observations-0002", Path.write_text))
        with pytest.raises(SourceError, match=r"could not be written: No space left on device\. Make room"):
            fetched(source(running.address), tmp_path)
        monkeypatch.undo()
        assert Store(tmp_path).current("cbs_nationality") == good
        assert not list(tmp_path.glob("cbs_nationality/.new-*"))
        running.asked.clear()
        assert fetched(source(running.address), tmp_path) == good
        assert len([path for path in running.asked if path.endswith("/Observations")]) == 1


def test_pages_of_another_selection_are_not_gone_on_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Men were asked for, the second page failed, and then the total was asked for: none of the first page is in it."""
    with cbs(nationality_table()) as running:
        men = source(running.address, only={"Geslacht": ["3000"]})
        monkeypatch.setattr(Path, "write_text", full_at("observations-0002", Path.write_text))
        with pytest.raises(SourceError, match="could not be written"):
            fetched(men, tmp_path)
        monkeypatch.undo()
        found = fetched(source(running.address), tmp_path / "other")
        again = fetched(source(running.address), tmp_path)
    assert again.id == found.id


def test_a_run_that_is_stopped_while_it_hands_pages_over_starts_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def stopped(path: Path, target: Path) -> Path:
        if path.name == "observations-0002.json" and target.parent.name.startswith(".new-"):
            raise KeyboardInterrupt
        return replace(path, target)

    with cbs(nationality_table()) as running:
        monkeypatch.setattr(Path, "replace", stopped)
        with pytest.raises(KeyboardInterrupt):
            fetched(source(running.address), tmp_path)
        monkeypatch.undo()
        assert Store(tmp_path).current("cbs_nationality") is None
        assert fetched(source(running.address), tmp_path).provenance.rows == 40


def test_a_fetch_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    """A run in a process of its own is killed on its second page; the next run asks for the rest only."""
    with cbs(nationality_table()) as running:
        script = f"""
from pathlib import Path
from tests.sources.test_faults import until_killed
until_killed({running.address!r}, Path({str(tmp_path)!r}))
"""
        run = subprocess.Popen([sys.executable, "-c", script], cwd=Path(__file__).parents[2])
        pages = tmp_path / "cbs_nationality" / ".partial-84727NED-v4"
        deadline = time.monotonic() + 20
        while not (pages / "observations-0002.json").is_file() and time.monotonic() < deadline:
            time.sleep(0.01)
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        assert Store(tmp_path).current("cbs_nationality") is None
        kept = len(list(pages.glob("observations-*.json")))
        assert kept >= 1
        running.asked.clear()
        found = fetched(source(running.address), tmp_path)
        asked = [path for path in running.asked if path.endswith("/Observations")]
        total = len(list(found.folder.glob("observations-*.json")))
    assert found.provenance.rows == 40
    assert len(asked) == total - kept
    assert not pages.exists()


def until_killed(address: str, folder: Path) -> None:
    """A fetch that waits for ever after its second page of observations: what the test above kills."""

    def wait(what: str, _part: float) -> None:
        if what == "40 rows":
            time.sleep(60)

    with Net(QUICK) as net:
        fetch(source(address), PLACE, Store(folder), net, wait)
