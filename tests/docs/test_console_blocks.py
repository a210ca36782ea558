"""What the documentation tells people to type exists: commands, options, arguments, make targets."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from internationals.cli import app
from tests.docs.reading import REPOSITORY, blocks, markdown

GROUP: Any = typer.main.get_command(app)
TARGETS = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def typed(program: str) -> list[tuple[str, str]]:
    """Every line in a block for the console that starts with a program, and the file it stands in."""
    return [
        (str(file.relative_to(REPOSITORY)), line.removeprefix("$ ").strip())
        for file in markdown()
        for block in blocks(file)
        if block.language in ("console", "sh", "bash")
        for line in block.lines
        if re.match(rf"(\$ )?(\.venv/bin/)?{program}( |$)", line.strip())
    ]


def mistakes(line: str) -> Iterator[str]:
    """What would be refused about a line that calls `internationals`."""
    _, *words = shlex.split(line, comments=True)
    if not words or words in (["--help"], ["--version"]):
        return
    command = GROUP.commands.get(words[0])
    if command is None:
        yield f"no command {words[0]}"
        return
    options = {name: p for p in command.params for name in p.opts if name.startswith("-")}
    arguments = [p for p in command.params if isinstance(p, typer.core.TyperArgument)]
    given, left = set(), iter(words[1:])
    positional = 0
    for word in left:
        name, _, value = word.partition("=")
        if not word.startswith("-"):
            positional += 1
        elif name == "--help":
            return
        elif name not in options:
            yield f"no option {name}"
        else:
            given.add(options[name].name)
            if not options[name].is_flag and not value and next(left, None) is None:
                yield f"{name} needs a value"
    if not sum(a.required for a in arguments) <= positional <= len(arguments):
        yield f"{positional} arguments"
    yield from (f"without --{p.name}" for p in options.values() if p.required and p.name not in given)


@pytest.mark.parametrize(("file", "line"), typed("internationals"))
def test_a_command_that_is_shown_would_be_accepted(file: str, line: str) -> None:
    assert not sorted(set(mistakes(line))), f"{file}: {line}"


@pytest.mark.parametrize(("file", "line"), typed("make"))
def test_a_make_target_that_is_shown_exists(file: str, line: str) -> None:
    targets = {word for word in shlex.split(line, comments=True)[1:] if "=" not in word}
    assert targets <= TARGETS, f"{file}: {line}"


def test_there_is_something_to_type() -> None:
    assert {line for _, line in typed("make")} >= {"make monitor", "make test"}
    assert len(typed("internationals")) > 10


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("internationals demo", []),
        ("internationals --help", []),
        ("internationals build leiden -e 2022", []),
        ("internationals build leiden --edition=2022  # one edition", []),
        ("internationals build leiden", ["without --edition"]),
        ("internationals build -e 2022", ["0 arguments"]),
        ("internationals build leiden voorbeeld -e 2022", ["2 arguments"]),
        ("internationals build leiden -e", ["-e needs a value"]),
        ("internationals build leiden -e 2022 --fast", ["no option --fast"]),
        ("internationals bild leiden", ["no command bild"]),
    ],
)
def test_what_would_be_refused_is_found(line: str, wrong: list[str]) -> None:
    assert sorted(set(mistakes(line))) == wrong
