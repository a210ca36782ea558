"""Show the public folder of an edition in a browser on this machine."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated

import typer

from internationals.commands.output import Edition, say
from internationals.project import open_project
from internationals.shapes import ConfigError


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    edition: Edition,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
) -> None:
    """A preview on this machine only; stop it with Ctrl-C."""
    site = open_project(project).public(edition) / "site"
    if not site.is_dir():
        raise ConfigError(
            f"There is no site for edition {edition} yet. Make it with 'internationals monitor {project} -e {edition}'."
        )
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as problem:
        raise ConfigError(
            f"Port {port} is in use. Choose another with --port, or 0 for a free one."
        ) from problem
    with server:
        say(f"http://127.0.0.1:{server.server_port}/ shows {site}. Stop with Ctrl-C.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Stopped.")
