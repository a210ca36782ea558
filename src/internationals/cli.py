"""The command line: `internationals COMMAND`. Every command is a module in `commands`, discovered."""

from __future__ import annotations

import pkgutil
import sys
import traceback
from importlib import import_module

import typer
from typer.exceptions import TyperException

from internationals import __version__, commands
from internationals.commands.output import complain, speak_json
from internationals.shapes import InternationalsError

HELP = """The monitor of a municipality's international residents: from register extracts to a published site.

[bold]To try it[/bold]: internationals demo leiden, then internationals monitor leiden --edition 2022.
[bold]For your own municipality[/bold]: internationals new FOLDER --code GM0000, put the extracts into its
folder extracts/, then internationals check, and internationals monitor.

[bold]Exit codes[/bold]: 0 done · 2 the command was typed wrongly · 3 bad configuration · 4 bad data ·
5 refused by disclosure control · 6 refused by a claim · 7 a source is unavailable ·
8 differs from published figures · 9 not accessible to everybody · 70 an error of ours.
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Say the version."
    ),
) -> None:
    """Options that come before a command."""


for _module in pkgutil.iter_modules(commands.__path__):
    _command = import_module(f"{commands.__name__}.{_module.name}")
    if hasattr(_command, "run"):
        app.command(_module.name, help=_command.__doc__)(_command.run)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with a documented exit code; no traceback for a user's mistake."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """The exit code of the command line with these arguments."""
    speak_json("--json" in (sys.argv[1:] if arguments is None else arguments))
    try:
        code = app(arguments, standalone_mode=False)
    except InternationalsError as mistake:
        complain(str(mistake), mistake.exit_code)
        return mistake.exit_code
    except typer.Exit as leaving:
        return leaving.exit_code
    except TyperException as misuse:
        complain(f"{misuse.format_message()} See 'internationals --help'.", misuse.exit_code)
        return misuse.exit_code
    except (typer.Abort, KeyboardInterrupt):
        complain("Stopped. What was there before is still there.", 130)
        return 130
    except Exception:
        traceback.print_exc()
        complain(
            "This is an error of ours, not of yours. Please report it with the lines above; they hold no data "
            "about persons.",
            InternationalsError.exit_code,
        )
        return InternationalsError.exit_code
    return code if isinstance(code, int) else 0
