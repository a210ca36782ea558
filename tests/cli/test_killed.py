"""Killing a run at any moment leaves the previous release and site whole."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from internationals import release
from internationals.cli import run
from tests.cli.test_commands import files_in
from tests.projects import project, small_register


def moments(longest: float, count: int) -> list[float]:
    return [longest * (n + 1) / count for n in range(count)]


def test_a_run_killed_at_any_moment_leaves_the_old_or_the_new(tmp_path: Path, campaign: bool) -> None:
    folder = project(tmp_path / "leiden")
    assert run(["monitor", str(folder), "--edition", "2022", "--json"]) == 0
    old = files_in(folder / "releases/2022"), files_in(folder / "public/2022/site")
    after = project(tmp_path / "after", **{"stand_2022-01-01": small_register()["stand_2022-01-01"][:-1]})
    start = time.monotonic()
    assert run(["monitor", str(after), "--edition", "2022", "--json"]) == 0
    took = time.monotonic() - start + 1.5
    new = files_in(after / "releases/2022"), files_in(after / "public/2022/site")
    assert old[0] != new[0] and old[1] != new[1]
    command = [sys.executable, "-c", "from internationals.cli import main; main()", "monitor", str(folder)]
    for moment in moments(took, 60 if campaign else 8):
        shutil.copy(after / "extracts/stand_2022-01-01.csv", folder / "extracts/stand_2022-01-01.csv")
        running = subprocess.Popen([*command, "--edition", "2022", "--json"], stdout=subprocess.DEVNULL)
        time.sleep(moment)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert files_in(folder / "releases/2022") in (old[0], new[0]), f"killed after {moment:.2f} s"
        assert files_in(folder / "public/2022/site") in (old[1], new[1]), f"killed after {moment:.2f} s"
        release.read(folder / "releases/2022")
    assert run(["monitor", str(folder), "--edition", "2022", "--json"]) == 0
    assert (files_in(folder / "releases/2022"), files_in(folder / "public/2022/site")) == new
    assert [path.name for path in (folder / "releases").iterdir()] == ["2022"]
