"""What the explorer computes, by the tests that stand beside its scripts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WEB = Path(__file__).parents[3] / "web"


def test_the_scripts_of_the_explorer_do_what_their_tests_say() -> None:
    beside = Path(sys.executable).parent / "node"
    node = shutil.which("node") or (str(beside) if beside.exists() else "")
    if not node:
        pytest.skip("there is no Node.js")
    tests = sorted(str(path) for path in (WEB / "test").glob("*.test.js"))
    done = subprocess.run([node, "--test", *tests], cwd=WEB, capture_output=True, text=True, check=False)
    assert tests and done.returncode == 0, done.stdout[-4000:] + done.stderr
