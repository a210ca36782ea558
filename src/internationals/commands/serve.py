"""Show an edition in a browser on this machine."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated

import typer

from internationals.commands.output import Edition, complain, say
from internationals.project import Project, open_project
from internationals.shapes import ClaimError, ConfigError


def run(
    project: Annotated[Path, typer.Argument(help="The project folder.")],
    edition: Edition,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    watch: Annotated[
        bool, typer.Option("--watch", help="Show the pages as they are being written, before publication.")
    ] = False,
) -> None:
    """On this machine only; stop it with Ctrl-C. What was published is shown as it is.

    With --watch it is made from the release at once, and again whenever a page, facts.yml, a setting or the
    release changes. The browser follows within a second; a page with a mistake shows the mistake, with file
    and line. The public folder is left alone.
    """
    opened = open_project(project)
    if watch:
        _follow(opened, edition, port)
    else:
        _show(opened, edition, port)


def _follow(project: Project, edition: str, port: int) -> None:
    from internationals import live, preview  # heavy libraries load when they are used

    project.edition(edition)
    server = live.LiveServer(
        preview.Preview(project.folder, edition), port, lambda said: complain(said, ClaimError.exit_code)
    )
    try:
        server.open()
        say(f"http://{live.ADDRESS}:{server.port}/ follows {project.folder}. Stop with Ctrl-C.")
        server.wait()
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.close()


def _show(project: Project, edition: str, port: int) -> None:
    site = project.public(edition) / "site"
    if not site.is_dir():
        raise ConfigError(
            f"There is no site for edition {edition} yet. Make it with "
            f"'internationals monitor {project.folder} -e {edition}'."
        )
    handler = partial(SimpleHTTPRequestHandler, directory=str(site.parents[1]))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as problem:
        raise ConfigError(
            f"Port {port} is in use. Choose another with --port, or 0 for a free one."
        ) from problem
    with server:
        address = f"http://127.0.0.1:{server.server_port}/{edition}/site/"
        say(f"{address} shows what was published. Stop with Ctrl-C.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Stopped.")
