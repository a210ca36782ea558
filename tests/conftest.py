"""What all tests share: the flag for long campaigns, where real files and a browser are, and the rule for CI.

Tests that need the folder of real files are left out where it is not, with a line that says so. Any other
test that is skipped is a failure in CI, where everything that a test needs has been installed.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

import pytest

from internationals.cli import run
from internationals.project import Project, open_project

REPOSITORY = Path(__file__).parent.parent
REAL_DATA = Path(os.environ.get("INTERNATIONALS_REAL_DATA") or REPOSITORY.parent / "shared" / "real-data")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--campaign", action="store_true", help="the long runs instead of the short ones")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of real files where there are none. Runs in every worker of a parallel run."""
    if not REAL_DATA.is_dir():
        needy = [item for item in items if needs_real_data(item)]
        items[:] = [item for item in items if not needs_real_data(item)]
        config.hook.pytest_deselected(items=needy)


def needs_real_data(item: pytest.Item) -> bool:
    return item.get_closest_marker("real_data") is not None or "real_data" in getattr(
        item, "fixturenames", ()
    )


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a run with skipped tests has failed. Only the process that reports knows what was skipped."""
    if skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not REAL_DATA.is_dir():
        terminalreporter.write_line(
            "Left out: tests of real files (set INTERNATIONALS_REAL_DATA, see CONTRIBUTING)."
        )
    for report in skipped(config):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        terminalreporter.write_line(f"FAILED: skipped in CI: {report.nodeid}: {reason}", red=True)


def skipped(config: pytest.Config) -> list[pytest.TestReport]:
    """What was skipped, when that is a failure."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return reporter.stats.get("skipped", []) if reporter and os.environ.get("CI") else []


@pytest.fixture(scope="session")
def campaign(pytestconfig: pytest.Config) -> bool:
    """Whether this is a long run."""
    return bool(pytestconfig.getoption("campaign"))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real files; tests that need it are left out where it is not."""
    return REAL_DATA


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; browser tests are skipped where there is none."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))),
        None,
    )
    if found is None:
        pytest.skip("no Chromium on this machine")
    return found


@pytest.fixture(scope="session")
def leiden(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Project:
    """The demo of Leiden with its editions 2022 and 2023 built and published: for all tests of a run, so to be
    left as it is. What a test changes it puts back, or it takes a copy.

    Making it takes a minute, so the first process that needs it makes it and the others wait.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder, done = shared / "demo" / "leiden", shared / "demo.done"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            _made(folder)
            done.touch()
    return open_project(folder)


def _made(folder: Path) -> None:
    """From the command line, as a newcomer would."""
    assert run(["demo", str(folder), "--json"]) == 0
    for edition in ("2022", "2023"):
        assert run(["monitor", str(folder), "--edition", edition, "--json"]) == 0
