"""Following a how-to to the letter, in a copy of the package: its files are written, its lines are typed.

A block after `path`: is the file of that name; one after In `path`: is added to a YAML file that is there; the
lines of a console block are run. Nothing else in a how-to is for a machine.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

import internationals
from tests.docs.reading import DOCS

KEY = "a secret for tests of the documentation"
_STEP = re.compile(
    r"^(?:(?P<more>In )?`(?P<path>[^`\n]+)`:\n\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```",
    re.MULTILINE | re.DOTALL,
)
_RUN = "from internationals.cli import main; main()"


@dataclass
class Place:
    """A folder with a copy of the package, as if it were a clone of the repository."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    @classmethod
    def made(cls, folder: Path) -> Place:
        """A fresh copy of the package in an empty folder."""
        source = Path(internationals.__file__).parent
        target = folder / "src" / "internationals"
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        kept = {name: value for name, value in os.environ.items() if name != "INTERNATIONALS_KEY"}
        return cls(folder, kept | {"PYTHONPATH": str(folder / "src"), "COLUMNS": "200"})

    def internationals(self, *words: str) -> str:
        """What the command says; it has to succeed."""
        done = subprocess.run(
            [sys.executable, "-c", _RUN, *words],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"internationals {' '.join(words)}: {done.stdout}{done.stderr}"
        return done.stdout

    def type(self, line: str) -> None:
        """Do what a line of a console block says."""
        program, *words = shlex.split(line, comments=True)
        if program == "internationals":
            self.internationals(*words)
        elif program == "cp":
            shutil.copy(self.folder / words[0], self.folder / words[1])
        elif program == "read":
            self.environment[words[1]] = KEY
        else:
            assert program == "python", f"nobody knows how to type {line!r} here"

    def add(self, path: str, content: dict[str, Any]) -> None:
        """Add to a YAML file, section by section."""
        file = self.folder / path
        there = yaml.safe_load(file.read_text(encoding="utf-8"))
        file.write_text(yaml.safe_dump(_merged(there, content), allow_unicode=True), encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def follow(name: str, place: Place, before: Callable[[str], None] = lambda _line: None) -> None:
    """Do everything that a how-to says, in its order; `before` is told every line that is about to be typed."""
    for path, more, text in steps(name):
        if path is None:
            for line in text.splitlines():
                before(line)
                place.type(line)
        elif more:
            place.add(path, yaml.safe_load(text))
        else:
            place.write(path, text)


def steps(name: str) -> Iterator[tuple[str | None, bool, str]]:
    """The steps of a how-to: a path, whether its file is added to, and the text; no path is lines to type."""
    for match in _STEP.finditer((DOCS / "how-to" / f"{name}.md").read_text(encoding="utf-8")):
        if match["path"] or match["kind"] == "console":
            yield match["path"], bool(match["more"]), match["text"]


def _merged(there: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    return there | {
        key: _merged(there[key], value)
        if isinstance(value, dict) and isinstance(there.get(key), dict)
        else value
        for key, value in more.items()
    }
