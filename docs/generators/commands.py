"""`reference/commands.md`: the command line as it is, with every option and every exit code."""

from __future__ import annotations

from enum import Enum
from typing import Any

import typer

from generators.markdown import code, joined, sentence, table, written_by
from internationals import shapes
from internationals.cli import app

PLACE = "reference/commands.md"

INTRODUCTION = """\
All work is done by one command, `internationals`, with a subcommand per task. It speaks in sentences, shows
progress on a terminal only, and answers in JSON on standard output where `--json` is given. What goes wrong
is said on standard error. `internationals COMMAND --help` says the same as this page.
"""
EXIT_CODES = """\
A mistake that you can mend is a sentence without a traceback: which file, row or key, what was found, what
was expected, and what to do. The code tells a script what kind of mistake it was."""
OTHER_CODES = {
    0: "Done.",
    2: "The command was typed wrongly: an unknown option, a missing argument.",
    130: "Stopped with Ctrl-C. What was there before is still there.",
}


def page() -> str:
    """The whole page."""
    return joined(
        "# Commands",
        written_by("`src/internationals/commands/`"),
        INTRODUCTION,
        *(_command(name, command) for name, command in commands().items()),
        "## Exit codes",
        EXIT_CODES,
        table(("code", "meaning"), [(number, text) for number, text in sorted(exit_codes().items())]),
    )


def commands() -> dict[str, Any]:
    """Every subcommand by name."""
    group: Any = typer.main.get_command(app)
    return dict(sorted(group.commands.items()))


def options(command: Any) -> set[str]:
    """Everything that a command accepts after a dash."""
    accepted = {"--help"}
    for parameter in command.params:
        if isinstance(parameter, typer.core.TyperOption):
            accepted |= {*parameter.opts, *parameter.secondary_opts}
    return accepted


def exit_codes() -> dict[int, str]:
    """Every documented exit code, from the errors that the rooms raise."""
    mistakes = {
        kind.exit_code: sentence((kind.__doc__ or "").splitlines()[0])
        for kind in vars(shapes).values()
        if isinstance(kind, type)
        and issubclass(kind, shapes.InternationalsError)
        and kind is not shapes.InternationalsError
    }
    ours = {shapes.InternationalsError.exit_code: "An error of ours. Please report it with what was printed."}
    return OTHER_CODES | mistakes | ours


def _command(name: str, command: Any) -> str:
    arguments = [p for p in command.params if isinstance(p, typer.core.TyperArgument)]
    others = [p for p in command.params if isinstance(p, typer.core.TyperOption)]
    usage = " ".join(_usage(p) for p in [*arguments, *(p for p in others if p.required)])
    rows = [(code(p.name.upper()), sentence(p.help or ""), _default(p)) for p in arguments]
    rows += [(", ".join(map(code, p.opts)), sentence(p.help or ""), _default(p)) for p in others]
    return joined(
        f"## {name}",
        sentence(command.help),
        sentence(command.callback.__doc__),
        f"```console\ninternationals {name} {usage}\n```",
        table(("argument or option", "meaning", "if left out"), rows),
    )


def _usage(parameter: Any) -> str:
    if isinstance(parameter, typer.core.TyperOption):
        return f"{parameter.opts[0]} {parameter.name.upper().replace('_', '-')}"
    return parameter.name.upper() if parameter.required else f"[{parameter.name.upper()}]"


def _default(parameter: Any) -> str:
    if parameter.required:
        return "needed"
    value = parameter.default
    if isinstance(value, Enum):
        others = ", ".join(code(kind.value) for kind in type(value) if kind is not value)
        return f"{code(value.value)}; others: {others}"
    if value is None:
        return "the name in the code list" if parameter.name == "name" else "nothing"
    if isinstance(value, list):
        return code(", ".join(map(str, value)))
    return "no" if value is False else code(value)
