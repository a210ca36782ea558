"""The rules that conftest.py lays on a run: no skipped test in CI, no tests of real files without real files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")

PASSES = "def test_passes():\n    assert True\n"
SKIPS = "import pytest\n\n\ndef test_skips():\n    pytest.skip('no browser here')\n"
SKIPS_ALL = "import pytest\n\npytest.skip('no such library', allow_module_level=True)\n"
REAL = "import pytest\n\n\n@pytest.mark.real_data\ndef test_marked():\n    assert True\n\n\n"
REAL_BY_FIXTURE = "def test_asks(real_data):\n    assert real_data.is_dir()\n"


def run(folder: Path, workers: str, *, ci: bool, real_files: Path, **modules: str) -> tuple[int, list[str]]:
    """The exit code and the last lines of a run over these modules, under our conftest."""
    tests = folder / "repository" / "tests"
    tests.mkdir(parents=True)
    shutil.copy(CONFTEST, tests)
    (tests.parent / "pytest.ini").write_text("[pytest]\nmarkers = real_data\naddopts = -q --strict-markers\n")
    for name, source in modules.items():
        (tests / f"test_{name}.py").write_text(source)
    settings = {"INTERNATIONALS_REAL_DATA": str(real_files), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    inherited = {
        key: value for key, value in os.environ.items() if key != "CI" and not key.startswith("PYTEST_")
    }
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "xdist.plugin", "-n", workers, "-p", "no:cacheprovider"],
        cwd=tests.parent,
        env=inherited | settings | ({"CI": "true"} if ci else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.strip().splitlines()


@pytest.mark.parametrize("workers", ["0", "2"], ids=["one process", "two workers"])
def test_a_skipped_test_fails_a_run_in_ci_and_is_named(tmp_path: Path, workers: str) -> None:
    code, lines = run(tmp_path, workers, ci=True, real_files=tmp_path, one=PASSES, two=SKIPS, three=SKIPS_ALL)
    assert code == 1
    assert any(
        "skipped in CI: tests/test_two.py::test_skips: Skipped: no browser here" in line for line in lines
    )
    assert any("skipped in CI: tests/test_three.py: Skipped: no such library" in line for line in lines)
    assert lines[-1].startswith("1 passed, 2 skipped in ")


def test_elsewhere_a_test_may_be_skipped(tmp_path: Path) -> None:
    code, lines = run(tmp_path, "0", ci=False, real_files=tmp_path, one=PASSES, two=SKIPS)
    assert code == 0
    assert lines[-1].startswith("1 passed, 1 skipped in ")


def test_without_real_files_their_tests_are_left_out_and_ci_is_content(tmp_path: Path) -> None:
    modules = {"one": PASSES, "two": REAL + REAL_BY_FIXTURE}
    code, lines = run(tmp_path, "2", ci=True, real_files=tmp_path / "nowhere", **modules)
    assert code == 0
    assert any(line.startswith("Left out: tests of real files") for line in lines)
    assert lines[-1].startswith("1 passed")


def test_with_real_files_their_tests_run(tmp_path: Path) -> None:
    code, lines = run(tmp_path, "2", ci=True, real_files=tmp_path, one=PASSES, two=REAL + REAL_BY_FIXTURE)
    assert code == 0
    assert not any(line.startswith("Left out") for line in lines)
    assert lines[-1].startswith("3 passed in ")
