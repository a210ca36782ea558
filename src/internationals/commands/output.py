"""How commands speak: progress on a terminal, lines elsewhere, JSON for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for machines; no progress bar.")]
Edition = Annotated[str, typer.Option("--edition", "-e", help="The edition, as in editions/2022.yml.")]
Report = Callable[[str, float], None]

_machine = {"json": False}


def speak_json(wanted: bool) -> None:
    """Whether mistakes are to be told in JSON."""
    _machine["json"] = wanted


def say(text: str = "") -> None:
    """A line for the reader."""
    Console(highlight=False, soft_wrap=True).print(text)


def answer(content: Any) -> None:
    """The whole answer of a command, as JSON."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2, default=str) + "\n")


def complain(sentence: str, code: int) -> None:
    """What went wrong, on standard error: a sentence, or JSON where that was asked."""
    if _machine["json"]:
        sys.stderr.write(json.dumps({"error": sentence, "exit_code": code}, ensure_ascii=False) + "\n")
    else:
        Console(stderr=True, highlight=False, soft_wrap=True, markup=False).print(sentence, style="red")


@contextmanager
def progress(title: str, as_json: bool = False) -> Iterator[Report]:
    """A progress bar on a terminal; silence where nobody watches."""
    console = Console(stderr=True)
    if as_json or not console.is_terminal:
        yield lambda _what, _part: None
        return
    columns = (TextColumn("{task.description:<38}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(title, total=1.0)

        def report(what: str, part: float) -> None:
            bar.update(task, completed=part, description=f"{title}: {what}")

        yield report
